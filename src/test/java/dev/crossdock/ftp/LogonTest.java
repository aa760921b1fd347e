package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.SelfSigned;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.ClientKeys;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class LogonTest {

    @TempDir Path folder;

    private final List<ScriptedServer> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (ScriptedServer server : open) {
            server.close();
        }
    }

    @Test
    void nobodyIsAskedForAnAnonymousLogin() throws Exception {
        ScriptedServer server = start(Setup.USUAL.withPassword(""));
        server.onCommand("USER", Behaviour.answer("331 Send your address."));
        server.onCommand("PASS", Behaviour.answer("530 Not today."));
        var logins = new TestLogins("never");
        TestClient client = client(server, logins, Logon.of(Logon.Kind.ANONYMOUS));

        Failure failure = failure(client);

        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertEquals(List.of(), logins.asked());
        assertTrue(server.commands().contains("USER anonymous"), server.commands().toString());
        assertTrue(server.commands().contains("PASS anonymous@"));
        assertEquals(1, server.received().size());
    }

    @Test
    void theAccountIsSentToAServerThatAsksForIt() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PASS", Behaviour.replacing("230.*", "332 And the account?"));
        server.onCommand("ACCT", Behaviour.answer("230 Welcome."));
        TestClient client =
                TestClient.of(server)
                        .with(
                                ServerOptions.USUAL.with(
                                        new Logon(
                                                Logon.Kind.PASSWORD,
                                                Optional.of("books"),
                                                Optional.empty())));

        client.connect().close();

        assertTrue(server.commands().contains("ACCT books"));
        assertFalse(client.transcript().contains("ACCT books"));
    }

    @Test
    void anAccountThatIsMissingIsNamed() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PASS", Behaviour.answer("332 And the account?"));

        Failure failure = failure(TestClient.of(server));

        assertEquals(
                "scripted asks for an account besides user and password. Write the account into"
                        + " the site's settings.",
                failure.words());
    }

    @Test
    void anAccountThatIsRefusedIsNoPasswordToAskFor() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PASS", Behaviour.answer("332 And the account?"));
        server.onCommand("ACCT", Behaviour.answer("530 No such account."));
        var logins = new TestLogins("secret");
        var logon = new Logon(Logon.Kind.PASSWORD, Optional.of("books"), Optional.empty());

        Failure failure = failure(client(server, logins, logon));

        assertEquals(
                "scripted did not accept the account of tester: 530 No such account.",
                failure.message());
        assertEquals(List.of(false), logins.asked());
    }

    @ParameterizedTest
    @CsvSource({"EXPLICIT, TLSv1.3", "EXPLICIT, TLSv1.2", "IMPLICIT, TLSv1.3"})
    void aCertificateLogsInWithoutAPasswordAndIsShownOnDataToo(TlsMode mode, String protocol)
            throws Exception {
        ScriptedServer server =
                start(
                        Setup.USUAL
                                .with(mode)
                                .withTlsProtocols(protocol)
                                .withPassword("")
                                .with(Skill.DEMANDS_CERTIFICATE));
        server.onCommand("USER", Behaviour.replacing("230", "232"));
        var logins = new TestLogins("never");
        TestClient client = client(server, logins, certificate(key("")));

        try (Session session = client.connect()) {
            assertEquals(List.of(), session.list(RemotePath.ROOT).entries());
        }

        assertEquals(List.of(), logins.asked());
        assertFalse(server.commands().stream().anyMatch(line -> line.startsWith("PASS")));
    }

    @Test
    void thePassPhraseIsAskedForUntilItOpensTheFile() throws Exception {
        ScriptedServer server = start(Setup.USUAL.withPassword("").with(Skill.DEMANDS_CERTIFICATE));
        var logins = new TestLogins("wrong", "open sesame");

        client(server, logins, certificate(key("open sesame"))).connect().close();

        assertEquals(List.of(SecretKind.CERTIFICATE, SecretKind.CERTIFICATE), logins.kinds());
        assertEquals(List.of(false, true), logins.asked());
    }

    @Test
    void aPasswordIsAskedForOnlyIfTheServerWantsOneBesides() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Skill.DEMANDS_CERTIFICATE));
        var logins = new TestLogins("secret");

        client(server, logins, certificate(key(""))).connect().close();

        assertEquals(List.of(SecretKind.PASSWORD), logins.kinds());
        assertEquals(2, server.received().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    missing | There is no file
                    text    | is not a PKCS #12 file
                    folder  | is not a PKCS #12 file
                    keyless | There is no private key
                    locked  | The pass phrase does not open
                    """)
    void aFileThatCannotBeUsedIsExplainedBeforeAnythingIsSent(String kind, String words)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Path file = folder.resolve(kind + ".p12");
        switch (kind) {
            case "text" -> Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n");
            case "folder" -> Files.createDirectory(file);
            case "keyless" -> ClientKeys.writeWithoutKey(file, own(), "");
            case "locked" -> ClientKeys.write(file, own(), "open sesame");
            default -> {}
        }
        var logins = new TestLogins("wrong").thenNone();

        Failure failure = failure(client(server, logins, certificate(file)));

        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertTrue(failure.message().contains(words), failure.message());
        assertTrue(failure.message().contains(file.toString()), failure.message());
        assertEquals(List.of(), server.received());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerThatDoesNotTakeTheCertificateIsNamed(String protocol) throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.withTlsProtocols(protocol).with(Skill.REFUSES_CERTIFICATES));

        Failure failure = failure(client(server, new TestLogins("secret"), certificate(key(""))));

        assertEquals("scripted did not accept the client certificate.", failure.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aServerThatWantsACertificateWhereThereIsNoneIsNamed(String protocol) throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.withTlsProtocols(protocol).with(Skill.DEMANDS_CERTIFICATE));

        Failure failure = failure(TestClient.of(server));

        assertEquals(
                "scripted asks for a client certificate. Choose one in the site's settings.",
                failure.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aBrokenDataHandshakeIsNoWishForACertificate(String protocol) throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.withTlsProtocols(protocol).with(Skill.ASKS_FOR_CERTIFICATE));
        server.onCommand("MLSD", Behaviour.onData(new DataFault.ResetInTls("226 Done.")));
        TestClient client = TestClient.of(server);

        try (Session session = client.connect()) {
            IOException thrown =
                    assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));

            assertEquals(Failure.Kind.LOST, FailureMapper.map(thrown, client.server()).kind());
        }
    }

    @Test
    void whatOneAddressAskedForIsNotWhyTheNextOneBreaksOff() throws Exception {
        ScriptedServer first =
                start(Setup.USUAL.with(TlsMode.IMPLICIT).with(Skill.ASKS_FOR_CERTIFICATE));
        first.onCommand("CONNECT", Behaviour.drop());
        try (var second = new ServerSocket(0, 1, Setup.USUAL.address())) {
            Thread.ofVirtual().start(() -> resetInTls(second));
            var other = new ServerAddress("127.0.0.1", second.getLocalPort());
            ServerOptions options =
                    ServerOptions.USUAL.with(certificate(key(""))).withAddresses(List.of(other));

            Failure failure = failure(TestClient.of(first).with(options));

            assertEquals(Failure.Kind.LOST, failure.kind(), failure.words());
        }
    }

    private static void resetInTls(ServerSocket listening) {
        try (Socket taken = listening.accept()) {
            int hello = taken.getInputStream().read();
            taken.setSoLinger(hello >= 0, 0);
        } catch (IOException ended) {
            // The client has left.
        }
    }

    @Test
    void aSessionThatAsksNobodyDoesNotAskForThePassPhraseAgain() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var logins = new TestLogins("wrong");
        TestClient client = client(server, logins, certificate(key("open sesame")));
        Connector connector = client.connector(TestClient.PATIENT);

        assertThrows(
                ClientCertificateException.class, () -> connector.connectQuietly(client.server()));

        assertEquals(List.of(false), logins.asked());
        assertEquals(List.of(), server.received());
    }

    @Test
    void thePassPhraseIsNotAskedForForEver() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var logins = new TestLogins("wrong");

        Failure failure = failure(client(server, logins, certificate(key("open sesame"))));

        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertEquals(List.of(false, true, true, true), logins.asked());
    }

    private Path key(String passPhrase) throws IOException {
        return ClientKeys.write(folder.resolve("own.p12"), own(), passPhrase);
    }

    private static SelfSigned own() throws IOException {
        return ScriptedServer.selfSigned(Setup.USUAL.address());
    }

    private static Logon certificate(Path file) {
        return new Logon(Logon.Kind.CERTIFICATE, Optional.empty(), Optional.of(file.toString()));
    }

    private static TestClient client(ScriptedServer server, TestLogins logins, Logon logon) {
        return TestClient.of(server, new TestTrust().know(server), logins)
                .with(ServerOptions.USUAL.with(logon));
    }

    private static Failure failure(TestClient client) {
        IOException thrown = assertThrows(IOException.class, client::connect);
        return FailureMapper.map(thrown, client.server());
    }

    private ScriptedServer start(Setup setup) throws IOException {
        ScriptedServer server = ScriptedServer.start(setup);
        open.add(server);
        return server;
    }
}
