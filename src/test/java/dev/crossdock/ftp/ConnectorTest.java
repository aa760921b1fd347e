package dev.crossdock.ftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.LostException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.TlsRejectedException;
import dev.crossdock.net.UnreachableException;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class ConnectorTest {

    private final List<ScriptedServer> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (ScriptedServer server : open) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void logsInTheWayTheSiteSays(TlsMode mode) throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(mode));

        try (Session session = TestClient.of(server).connect()) {
            assertEquals(mode.isEncrypted(), session.facts().tls().isPresent());
            assertTrue(session.facts().capabilities().has(Capability.MLST));
            assertEquals(RemotePath.ROOT, session.facts().home());
        }
        assertEquals(mode == TlsMode.EXPLICIT, server.commands().contains("AUTH TLS"));
        assertEquals(mode.isEncrypted(), server.commands().contains("PROT P"));
        assertEquals(
                mode.isEncrypted(),
                server.commands().indexOf("PBSZ 0") >= 0
                        && server.commands().indexOf("PBSZ 0")
                                < server.commands().indexOf("PROT P"));
    }

    @ParameterizedTest
    @EnumSource
    void theGreetingTellsTheProduct(TlsMode mode) throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(mode));
        server.onCommand("CONNECT", Behaviour.answer("220-Hello\n220 (vsFTPd 3.0.3)"));

        try (Session session = TestClient.of(server).connect()) {
            assertEquals(ServerProduct.VSFTPD, session.facts().product());
        }
    }

    @Test
    void theTranscriptHasTheTalkButNotThePassword() throws Exception {
        ScriptedServer server = start(Setup.USUAL.withPassword("hidden-word"));
        TestClient client = TestClient.of(server);

        client.connect().close();

        assertTrue(client.transcript().contains("AUTH TLS"));
        assertTrue(client.transcript().contains("PASS ********"));
        assertTrue(client.transcript().contains("230 Welcome."));
        assertFalse(String.join("\n", client.transcript()).contains("hidden-word"));
    }

    @Test
    void aWrongPasswordIsAskedForAgain() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var logins = new TestLogins("wrong", "secret");

        client(server, logins).connect().close();

        assertEquals(List.of(false, true), logins.asked());
    }

    @Test
    void whenNoOtherPasswordIsToBeHadTheRefusalIsTheReason() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var logins = new TestLogins("wrong").thenNone();
        TestClient client = client(server, logins);

        Failure failure = failure(client);

        assertEquals(List.of(false, true), logins.asked());
        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertEquals(
                "scripted did not accept the login of tester: 530 Login incorrect.",
                failure.message());
        assertEquals(1, server.received().size());
    }

    @Test
    void withoutAPasswordNothingIsConnected() throws Exception {
        ScriptedServer server = start(Setup.USUAL);

        Failure failure = failure(client(server, new TestLogins().thenNone()));

        assertEquals("There is no password for tester on scripted.", failure.message());
        assertEquals(List.of(), server.received());
    }

    @Test
    void nobodyIsAskedForEver() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var logins = new TestLogins("wrong");

        assertEquals(Failure.Kind.LOGIN, failure(client(server, logins)).kind());
        assertEquals(List.of(false, true, true, true), logins.asked());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    command > reply                                   > kind    > message
                    PASS    > 530 Sorry, too many users logged in.    > REFUSED > scripted takes no login now: 530 Sorry, too many users logged in.
                    PASS    > 530 Maximum login limit has been reached. > REFUSED > scripted takes no login now: 530 Maximum login limit has been reached.
                    PASS    > 430 Try later                           > REFUSED > scripted takes no login now: 430 Try later.
                    PASS    > 332 Need account for login.             > LOGIN   > scripted asks for an account besides user and password.
                    USER    > 332 Need account for login.             > LOGIN   > scripted asks for an account besides user and password.
                    USER    > 530 Non-anonymous sessions must use encryption. > LOGIN > scripted did not accept the login of tester: 530 Non-anonymous sessions must use encryption.
                    PASS    > 421 Too many connections from here.     > REFUSED > scripted takes no login now: 421 Too many connections from here.
                    CONNECT > 421 Too many users, come back later.    > REFUSED > scripted takes no connection now: 421 Too many users, come back later.
                    CONNECT > 500 Go away.                            > REFUSED > scripted takes no connection now: 500 Go away.
                    """)
    void whereAnotherPasswordWouldNotHelpNoneIsAskedFor(
            String command, String reply, Failure.Kind kind, String message) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(command, Behaviour.answer(reply));
        var logins = new TestLogins("secret");

        Failure failure = failure(client(server, logins));

        assertEquals(message, failure.message());
        assertEquals(kind, failure.kind());
        assertEquals(List.of(false), logins.asked());
    }

    @Test
    void aUserWhoNeedsNoPasswordGetsIn() throws Exception {
        ScriptedServer server = start(Setup.USUAL.withPassword(""));

        client(server, new TestLogins("not asked for")).connect().close();

        assertFalse(String.join("\n", server.commands()).contains("PASS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec\r\nDELE /x", "sec\nret", "sec\0ret", "sec\uD83Dret"})
    void aPasswordThatWouldBreakTheLineIsRefusedBeforeAnythingIsSent(String password)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);

        Failure failure = failure(client(server, new TestLogins(password).thenNone()));

        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertFalse(String.join("\n", server.commands()).contains("sec"));
        assertFalse(server.commands().contains("USER tester"));
    }

    @Test
    void aPasswordMayHoldWhateverElse() throws Exception {
        String password = " ü€😀\t\"'%s \\ ";
        ScriptedServer server = start(Setup.USUAL.withPassword(password));

        TestClient.of(server).connect().close();

        assertTrue(server.commands().contains("PASS " + password));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    reply                                      > message
                    500 AUTH not understood                    > scripted offers no TLS on port %d: 500 AUTH not understood.
                    534 Local policy on server does not allow TLS > scripted offers no TLS on port %d: 534 Local policy on server does not allow TLS.
                    """)
    void aServerWithoutTlsIsToldNoSecret(String reply, String message) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("AUTH", Behaviour.answer(reply));

        Failure failure = failure(TestClient.of(server));

        assertEquals(message.formatted(server.port()), failure.message());
        assertEquals(Failure.Kind.TLS_REJECTED, failure.kind());
        assertEquals(List.of(List.of("AUTH TLS")), server.received());
    }

    @ParameterizedTest
    @ValueSource(strings = {"234 Begin.\r\n230 Already in.\r\n", "234-Begin\r\n234 now\r\n2"})
    void whatIsInjectedBehindTheAnswerToAuthIsNotTakenForProtected(String characters)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("AUTH", new Behaviour.Send(characters));

        assertThrows(GarbledException.class, () -> TestClient.of(server).connect());
        assertEquals(List.of("AUTH TLS"), server.commands());
    }

    @Test
    void aServerThatSays234ButSpeaksNoTlsIsLeft() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("AUTH", new Behaviour.SendAndDrop("234 Begin.\r\n"));

        assertThrows(IOException.class, () -> TestClient.of(server).connect());
        assertEquals(List.of("AUTH TLS"), server.commands());
    }

    @ParameterizedTest
    @CsvSource({"PROT, 534 Not with me", "PROT, 431 Not now", "PBSZ, 500 What"})
    void withoutProtectedDataNothingGoesOn(String command, String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(command, Behaviour.answer(reply));

        Failure failure = failure(TestClient.of(server));

        assertEquals(Failure.Kind.TLS_REJECTED, failure.kind());
        assertEquals(
                "scripted does not protect data connections: " + reply + ".", failure.message());
        assertFalse(server.commands().contains("PWD"));
    }

    @Test
    void anUnknownCertificateIsAskedAboutWithNoConnectionOpen() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var connectionsMeanwhile = new ArrayList<Integer>();
        var trust =
                new TestTrust()
                        .answer(_ -> {
                            connectionsMeanwhile.add(openSoon(server));
                            return true;
                        });

        try (Session session = TestClient.of(server, trust).connect()) {
            assertEquals(
                    server.certificate().sha256(),
                    session.facts().tls().orElseThrow().certificate().sha256());
        }
        assertEquals(List.of(0), connectionsMeanwhile);
        assertEquals(1, trust.asked().size());
        assertEquals(List.of("AUTH TLS"), server.received().getFirst());
    }

    @Test
    void aCertificateThatIsNotTrustedIsToldNoSecret() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        TestClient client = TestClient.of(server, new TestTrust());

        Failure failure = failure(client);

        assertEquals("Not trusted: " + server.certificate().sha256(), failure.message());
        assertEquals(List.of(List.of("AUTH TLS")), server.received());
    }

    @Test
    void aCertificateThatChangedIsRefusedBeforeThePassword() throws Exception {
        ScriptedServer before = start(Setup.USUAL);
        ScriptedServer after = start(Setup.USUAL);
        var trust = new TestTrust().know(before);
        TestClient.of(before, trust).connect().close();

        assertThrows(DistrustedException.class, () -> TestClient.of(after, trust).connect());
        assertEquals(List.of("AUTH TLS"), after.commands());
        assertEquals(after.certificate().sha256(), trust.asked().getFirst().sha256());
    }

    @Test
    void aServerWithAnotherCertificateEachTimeIsNotAskedAboutForEver() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var trust = new ForgetfulTrust();
        var connector =
                new Connector(
                        trust,
                        new TestLogins("secret"),
                        TlsMemory.NONE,
                        _ -> {},
                        TestClient.PATIENT);

        assertThrows(
                GarbledException.class,
                () -> connector.connect(TestClient.server(server, "scripted")));
        assertTrue(trust.asked < 10);
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"EXPLICIT", "CLEAR"})
    void aGreetingThatIsNoneIsRefused(TlsMode mode) throws Exception {
        for (String greeting :
                List.of(
                        "HTTP/1.1 400 Bad Request\r\n",
                        "SSH-2.0-OpenSSH_9.2\r\n",
                        "\r\n",
                        "\0\1\2\3\r\n",
                        "x".repeat(20_000))) {
            ScriptedServer server = start(Setup.USUAL.with(mode));
            server.onCommand("CONNECT", new Behaviour.Send(greeting));

            Failure failure = failure(TestClient.of(server));

            assertEquals(Failure.Kind.GARBLED, failure.kind());
            assertTrue(failure.message().length() < 300, failure.message());
            assertFalse(
                    failure.message().chars().anyMatch(Character::isISOControl), failure.message());
            assertEquals(List.of(), server.commands());
        }
    }

    @Test
    void aGreetingOfTenMegabytesIsCutShort() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("CONNECT", new Behaviour.LongLine("220", 10_000_000));

        assertEquals(Failure.Kind.GARBLED, failure(TestClient.of(server)).kind());
    }

    @Test
    void aServerThatNeverGreetsIsGivenUp() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("CONNECT", new Behaviour.Ignore());

        assertThrows(SilentException.class, () -> TestClient.of(server).connect(TestClient.HASTY));
        assertEquals(List.of(), server.commands());
    }

    @Test
    void aServerThatPutsUsOffForEverIsGivenUp() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("CONNECT", new Behaviour.Flood("120 Ready in a minute.\r\n"));

        assertEquals(Failure.Kind.GARBLED, failure(TestClient.of(server)).kind());
    }

    @Test
    void beingPutOffAgainAndAgainTakesNoLongerThanAGreetingMay() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(
                "CONNECT",
                new Behaviour.Trickle("120 Ready in a minute.\r\n", Duration.ofMillis(200)));

        assertThrows(SilentException.class, () -> TestClient.of(server).connect(TestClient.HASTY));
    }

    @Test
    void aGreetingAfterOneThatPutsUsOffIsFine() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(
                "CONNECT",
                new Behaviour.Send("120 In a moment.\r\n220-Hello\r\n there\r\n220 x\r\n"));

        TestClient.of(server).connect().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASS", "FEAT", "PROT", "TYPE", "SYST", "PWD"})
    void aServerThatHangsUpInMidReplyIsNamed(String command) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(command, new Behaviour.SendAndDrop("211-Not\r\n qui"));

        Failure failure = failure(TestClient.of(server));

        assertEquals(Failure.Kind.LOST, failure.kind());
        assertTrue(
                failure.message().startsWith("The connection to scripted was lost."),
                failure.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH", "USER", "PASS", "FEAT", "PBSZ", "TYPE", "PWD"})
    void aServerThatNeverAnswersIsGivenUp(String command) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(command, new Behaviour.Ignore());

        assertThrows(SilentException.class, () -> TestClient.of(server).connect(TestClient.HASTY));
    }

    @Test
    void aServerThatFloodsUsWithRepliesIsCutOff() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PWD", new Behaviour.Flood("200 And again.\r\n"));

        try (Session session = TestClient.of(server).connect()) {
            await().until(session::isBroken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 What?", "502 No.", "211 no-features", "530 Log in first."})
    void aServerWithoutFeaturesIsFine(String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("FEAT", Behaviour.answer(reply));
        server.files().file("/a.txt", new byte[3]);

        try (Session session = TestClient.of(server).connect()) {
            assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        }
        assertTrue(server.commands().contains("LIST -a"));
    }

    @Test
    void repliesOfManyLinesKeepTheirOrder() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("CONNECT", Behaviour.answer("220-Hello\n220-230 not yet\n 220 x\n220 go"));
        server.onCommand("SYST", Behaviour.answer("215-UNIX\n500 inside\n215 Type: L8"));
        server.onCommand("PWD", Behaviour.answer("257-\"/home\"\n257 that is it"));

        try (Session session = TestClient.of(server).connect()) {
            assertEquals(RemotePath.of("/home"), session.facts().home());
        }
    }

    @Test
    void aServerThatCannotSayWhereWeAreIsFine() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PWD", Behaviour.answer("550 No idea."));
        server.onCommand("SYST", Behaviour.answer("502 No."));

        try (Session session = TestClient.of(server).connect()) {
            assertEquals(RemotePath.ROOT, session.facts().home());
        }
    }

    @Test
    void theWrongKindOfTlsIsSaid() throws Exception {
        ScriptedServer explicit = start(Setup.USUAL);
        TestClient client = TestClient.of(explicit).with(TlsMode.IMPLICIT);

        IOException thrown = assertThrows(IOException.class, client::connect);

        assertInstanceOf(TlsRejectedException.class, thrown);
        Failure failure = FailureMapper.map(thrown, client.server());
        assertTrue(failure.advice().endsWith("is for implicit TLS."), failure.words());
        assertFalse(String.join("", explicit.commands()).contains("secret"));
    }

    @Test
    void aPortWhereNobodyListensIsSaid() throws Exception {
        ScriptedServer gone = ScriptedServer.start(Setup.USUAL);
        TestClient client = TestClient.of(gone);
        gone.close();

        IOException thrown = assertThrows(UnreachableException.class, client::connect);

        Failure failure = FailureMapper.map(thrown, client.server());
        assertEquals(
                "scripted cannot be reached. No connection to port %d: Connection refused."
                        .formatted(client.server().port()),
                failure.message());
    }

    @Test
    void aLostConnectionIsLostWhateverWasAsked() throws Exception {
        ScriptedServer server = start(Setup.USUAL);

        try (Session session = TestClient.of(server).connect()) {
            server.dropConnections();
            assertThrows(LostException.class, session::noop);
            assertTrue(session.isBroken());
        }
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        open.add(server);
        return server;
    }

    private static TestClient client(ScriptedServer server, TestLogins logins) {
        return TestClient.of(server, new TestTrust().know(server), logins);
    }

    private static Failure failure(TestClient client) {
        IOException thrown = assertThrows(IOException.class, client::connect);
        return FailureMapper.map(thrown, client.server());
    }

    /// The server sees our end a moment after we closed.
    private static int openSoon(ScriptedServer server) {
        await().until(() -> server.openConnections() == 0);
        return server.openConnections();
    }

    private static final class ForgetfulTrust implements Trust {
        private int asked;

        @Override
        public boolean accepts(Server server, Certificate presented) {
            return false;
        }

        @Override
        public Optional<Failure> refusal(Server server, Certificate presented) {
            asked++;
            return Optional.empty();
        }
    }
}
