package dev.crossdock.ftp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UntrustedException;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class SessionTest {

    private static final RemotePath FOLDER = RemotePath.of("/a folder");

    private static final Behaviour FOREIGN =
            new Behaviour.PassiveAt(InetAddress.ofLiteral("192.0.2.1"));

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    protocol, MLSD,  reuse demanded
                    TLSv1.3,  true,  false
                    TLSv1.3,  false, false
                    TLSv1.2,  true,  false
                    TLSv1.3,  true,  true
                    TLSv1.3,  false, true
                    TLSv1.2,  true,  true
                    TLSv1.2,  false, true
                    """)
    void listsAgainAndAgain(String protocol, boolean mlsd, boolean reuse) throws Exception {
        Setup setup = Setup.USUAL.withTlsProtocols(protocol);
        setup = mlsd ? setup : setup.without(Skill.MLSD);
        ScriptedServer server = start(reuse ? setup.with(Skill.DEMANDS_REUSE) : setup);
        server.files().file("/a folder/ü b.txt", new byte[12345]).folder("/a folder/sub");
        Session session = connect(server);

        for (int i = 0; i < 5; i++) {
            List<Entry> entries = session.list(FOLDER).entries();
            assertEquals(List.of("sub", "ü b.txt"), names(entries));
            assertEquals(OptionalLong.of(12345), entries.get(1).size());
            assertTrue(entries.getFirst().isFolder());
        }
        assertTrue(server.dataConnections().stream().allMatch(one -> one.secure()));
        assertEquals(mlsd, server.commands().contains("MLSD /a folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void twoSessionsDoNotMixUpWhatTheyResume(String protocol) throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.withTlsProtocols(protocol).with(Skill.DEMANDS_REUSE));
        server.files().file("/x", new byte[1]);
        TestClient client = TestClient.of(server);
        Session one = keep(client.connect());
        Session other = keep(client.connect());

        for (int i = 0; i < 4; i++) {
            assertEquals(1, one.list(RemotePath.ROOT).entries().size());
            assertEquals(1, other.list(RemotePath.ROOT).entries().size());
        }
    }

    @Test
    void tidiesUp() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        Session session = connect(server);
        Instant time = Instant.parse("2025-06-07T08:09:10Z");

        session.makeFolder(FOLDER);
        session.rename(RemotePath.of("/x"), FOLDER.child("\" y"));
        session.changeMode(FOLDER.child("\" y"), "600");
        var modified = session.rideModify(FOLDER.child("\" y"), time);
        session.flushRiders();
        assertTrue(session.await(modified).isPositive());

        assertEquals(Optional.of(time), session.modified(FOLDER.child("\" y")));
        assertEquals(OptionalLong.of(7), session.size(FOLDER.child("\" y")));
        assertEquals(OptionalLong.empty(), session.size(FOLDER.child("gone")));
        assertEquals("0600", server.files().mode("/a folder/\" y"));
        session.deleteFile(FOLDER.child("\" y"));
        session.removeFolder(FOLDER);
        assertEquals(List.of(), server.files().children("/"));
    }

    @Test
    void aServerWithoutSizeIsAskedForAListing() throws Exception {
        ScriptedServer server = start(Setup.USUAL.without(Skill.SIZE));
        server.files().file("/a folder/x", new byte[7]).folder("/a folder/sub");
        Session session = connect(server);

        assertEquals(OptionalLong.of(7), session.size(FOLDER.child("x")));
        assertEquals(OptionalLong.empty(), session.size(FOLDER.child("sub")));
        assertEquals(OptionalLong.empty(), session.size(FOLDER.child("gone")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    reply                                  > kind
                    425 Can't open data connection.        > REFUSED
                    450 Busy just now.                        > REFUSED
                    550 No such folder.                    > REFUSED
                    522 SSL connection failed: session reuse required > REFUSED
                    421 Shutting down.                     > LOST
                    """)
    void aListingThatIsRefusedIsARefusalAndTheSessionGoesOn(String reply, Failure.Kind kind)
            throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("MLSD", 1, Behaviour.answer(reply));
        Session session = connect(server);

        IOException thrown = assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));

        Failure failure = FailureMapper.map(thrown, session.server());
        assertEquals(kind, failure.kind());
        assertEquals(kind == Failure.Kind.LOST, session.isBroken());
        assertTrue(failure.words().contains(reply.substring(4, 12)), failure.words());
        if (!session.isBroken()) {
            assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "425 Unable to build data connection: Operation not permitted",
                "522 SSL connection failed: session reuse required",
                "426 Broken."
            })
    void aDataConnectionWithoutTlsEndsWithTheServersReason(String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL.withTlsProtocols("TLSv1.2"));
        server.files().file("/x", new byte[7]);
        server.onCommand("MLSD", 1, Behaviour.onData(new DataFault.NoTls(reply)));
        Session session = connect(server);

        var refused = assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(reply, refused.reply().toString());
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aDataConnectionWithoutTlsIsNoEmptyListing() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("MLSD", 1, Behaviour.onData(new DataFault.NoTls("226 All well.")));
        Session session = connect(server);

        assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));
    }

    @Test
    void aListingThatIsCutIsAFailure() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        for (int i = 0; i < 100; i++) {
            server.files().file("/file " + i, new byte[1]);
        }
        server.onCommand(
                "MLSD", 1, Behaviour.onData(new DataFault.Cut(1000, "426 The disk is gone.")));
        Session session = connect(server);

        var refused = assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(426, refused.reply().code());
        assertEquals(100, session.list(RemotePath.ROOT).entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"226 Nothing here.", "250 Nothing here."})
    void aServerThatOpensNoConnectionForAnEmptyFolderIsFine(String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("MLSD", 1, Behaviour.answer(reply));
        Session session = connect(server);

        assertEquals(List.of(), session.list(RemotePath.ROOT).entries());
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void anEmptyFolderIsEmpty() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Session session = connect(server);

        assertEquals(
                new Listing(RemotePath.ROOT, List.of(), List.of()), session.list(RemotePath.ROOT));
    }

    @Test
    void dataThatStallsIsGivenUpAndSoIsTheSession() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.Stall()));
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));

        IOException thrown = assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));

        Failure failure = FailureMapper.map(thrown, session.server());
        assertEquals(Failure.Kind.SILENT, failure.kind());
        assertTrue(
                failure.message().startsWith("scripted does not answer. No data came for "),
                failure.message());
        assertTrue(session.isBroken());
    }

    @Test
    void aListingWithoutFinalReplyIsGivenUp() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.NoFinal()));
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));

        assertThrows(SilentException.class, () -> session.list(RemotePath.ROOT));
        assertTrue(session.isBroken());
    }

    @Test
    void aDataConnectionThatIsNeverTakenIsGivenUp() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.NoConnection()));
        Session session =
                keep(
                        TestClient.of(server)
                                .connect(
                                        new Deadlines(
                                                Duration.ofSeconds(2),
                                                TestClient.PATIENT.reply(),
                                                TestClient.PATIENT.login(),
                                                TestClient.HASTY.idle())));

        assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));
        assertTrue(session.isBroken());
    }

    @Test
    void aDataConnectionWithAnotherCertificateIsRefused() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        var stranger = ScriptedServer.selfSigned(InetAddress.ofLiteral("127.0.0.1"));
        server.files().file("/x", new byte[7]);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.OtherCertificate(stranger)));
        Session session = connect(server);

        var refused = assertThrows(UntrustedException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(stranger.sha256(), refused.presented().sha256());
        assertTrue(session.isBroken());
        Failure failure = FailureMapper.map(refused, session.server());
        assertEquals(Failure.Kind.UNTRUSTED, failure.kind());
        assertTrue(failure.message().contains("another certificate"), failure.message());
        assertTrue(failure.details().contains(refused.presented().fingerprint()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "227 Entering Passive Mode (192,0,2,1,200,1)",
                "227 Entering Passive Mode (127,0,0,1,0,22)",
                "227 Entering Passive Mode (10,1,2,3,0,22)",
                "227 Entering Passive Mode",
                "229 Entering Extended Passive Mode (|||22|)"
            })
    void a227ThatPointsElsewhereIsNotFollowed(String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL.without(Skill.EPSV));
        server.files().file("/x", new byte[7]);
        server.onCommand("PASV", 1, Behaviour.answer(reply));
        Session session = connect(server);

        var garbled = assertThrows(GarbledException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(Failure.Kind.GARBLED, FailureMapper.map(garbled, session.server()).kind());
        assertFalse(server.commands().contains("MLSD /"));
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.77", "10.1.2.3", "192.168.1.5", "169.254.1.1"})
    void aPrivateAddressInThe227StandsForTheServersOwn(String address) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("PASV", new Behaviour.PassiveAt(InetAddress.ofLiteral(address)));
        Session session = connect(server);

        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        assertFalse(server.commands().contains("EPSV"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForeignAddressInThe227IsAvoidedByEpsvFromThenOn(boolean pret) throws Exception {
        Setup setup = Setup.USUAL;
        ScriptedServer server =
                start(pret ? setup.with(Skill.PRET).with(Skill.DEMANDS_PRET) : setup);
        server.files().file("/x", new byte[7]);
        server.onCommand("PASV", FOREIGN);
        Session session = connect(server);

        for (int i = 0; i < 3; i++) {
            assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        }
        assertEquals(1, count(server, "PASV"));
        assertEquals(3, count(server, "EPSV"));
    }

    @Test
    void aForeignAddressThatWasAskedForAheadIsAvoidedByEpsvAsWell() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("PASV", FOREIGN);
        Session session = connect(server);
        RemotePath file = RemotePath.of("/x");

        for (int i = 0; i < 2; i++) {
            Reservation reserved = session.reserveRetrieve(file);
            try (Incoming incoming = session.startRetrieve(file, 0, reserved)) {
                incoming.open();
                assertEquals(7, incoming.in().readAllBytes().length);
                incoming.finish();
            }
        }
        assertEquals(1, count(server, "PASV"));
        assertEquals(2, count(server, "EPSV"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForeignAddressIsSaidAsSuchWhereEpsvDoesNotHelp(boolean listed) throws Exception {
        Setup setup = Setup.USUAL.without(Skill.EPSV);
        ScriptedServer server = start(listed ? setup.claiming(Skill.EPSV) : setup);
        server.onCommand("PASV", FOREIGN);
        Session session = connect(server);

        var foreign =
                assertThrows(ForeignAddressException.class, () -> session.list(RemotePath.ROOT));

        assertEquals(listed ? 1 : 0, count(server, "EPSV"));
        assertFalse(server.commands().contains("MLSD /"));
        String message = FailureMapper.map(foreign, session.server()).message();
        assertTrue(message.contains("192.0.2.1"), message);
        assertFalse(session.isBroken());
    }

    @Test
    void aPassivePortWhereNobodyListensIsSaidAsSuch() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        ScriptedServer closed = ScriptedServer.start();
        closed.close();
        server.files().file("/x", new byte[7]);
        server.onCommand(
                "PASV",
                1,
                Behaviour.answer(
                        "227 (127,0,0,1,%d,%d)"
                                .formatted(closed.port() >> 8, closed.port() & 255)));
        Session session = connect(server);

        IOException thrown = assertThrows(IOException.class, () -> session.list(RemotePath.ROOT));

        Failure failure = FailureMapper.map(thrown, session.server());
        assertEquals(Failure.Kind.UNREACHABLE, failure.kind());
        assertTrue(
                failure.message().startsWith("No data connection to scripted could be made."),
                failure.message());
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aServerThatOnlyKnowsEpsvIsFine() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[7]);
        server.onCommand("PASV", Behaviour.answer("502 Use EPSV."));
        Session session = connect(server);

        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
    }

    @Test
    void aServerWithBadEntriesKeepsTheGoodOnes() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand(
                "MLSD",
                Behaviour.content(
                        "type=file;size=3; good\r\ntype=file; ../../etc/passwd\r\n"
                                + "type=file; "
                                + "x".repeat(10_000_000)
                                + "\r\ntype=dir; fine\r\n"));
        Session session = connect(server);

        Listing listing = session.list(RemotePath.ROOT);

        assertEquals(List.of("good", "fine"), names(listing.entries()));
        assertEquals(2, listing.leftOut().size());
    }

    @Test
    void namesThatAreNotUtf8AreAskedForAsTheyWereListed() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(StandardCharsets.ISO_8859_1));
        server.files().file("/straße ÿ.txt", new byte[9]);
        Session session = connect(server);

        Entry entry = session.list(RemotePath.ROOT).entries().getFirst();

        assertEquals(OptionalLong.of(9), session.size(RemotePath.ROOT.child(entry.name())));
        session.deleteFile(RemotePath.ROOT.child(entry.name()));
        assertEquals(List.of(), server.files().children("/"));
    }

    @Test
    void aReplyTooManyMakesTheSessionUnusable() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("NOOP", 1, new Behaviour.AnswerAlso("200 And again."));
        Session session = connect(server);
        session.noop();
        await().until(() -> isOutOfStep(session));

        assertThrows(IOException.class, session::noop);
        assertTrue(session.isBroken());
    }

    @Test
    void a421WhileIdleIsNoticedByTheNextCall() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("NOOP", 1, new Behaviour.AnswerAlso("421 Timeout."));
        Session session = connect(server);
        session.noop();
        await().until(() -> isOutOfStep(session));

        assertThrows(LostException.class, session::noop);
        assertTrue(session.isBroken());
    }

    @Test
    void aServerThatNeverAnswersACommandLosesTheSession() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("SIZE", new Behaviour.Ignore());
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));

        assertThrows(SilentException.class, () -> session.size(FOLDER));
        assertTrue(session.isBroken());
        assertThrows(IOException.class, session::noop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"213 ", "213 -1", "213 lots", "213 99999999999999999999"})
    void aSizeThatIsNoneIsNotBelieved(String reply) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("SIZE", Behaviour.answer(reply));
        Session session = connect(server);

        assertThrows(GarbledException.class, () -> session.size(FOLDER));
    }

    @Test
    void closingFromAnotherThreadEndsAListingThatStalls() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.onData(new DataFault.Cling()));
        Session session = connect(server);
        Thread lister =
                Thread.ofPlatform()
                        .start(() ->
                                assertThrows(
                                        IOException.class, () -> session.list(RemotePath.ROOT)));
        await().until(() -> !server.dataConnections().isEmpty());

        session.close();

        assertTrue(lister.join(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    offset, broken
                    5,      true
                    0,      false
                    """)
    void aRefusalBehindARestCostsTheSession(long offset, boolean broken) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Session source = connect(server);
        Session target = connect(server);
        RemotePath missing = FOLDER.child("x");

        var noSource = assertThrows(RefusedException.class, () -> source.retrieve(missing, offset));
        var noTarget = assertThrows(RefusedException.class, () -> target.store(missing, offset));

        assertEquals("RETR " + missing, noSource.command());
        assertEquals("STOR " + missing, noTarget.command());
        assertEquals(broken, source.isBroken(), "the next file might begin in the middle");
        assertEquals(broken, target.isBroken(), "the next file might begin in the middle");
    }

    @ParameterizedTest
    @CsvSource({"5, true", "0, false"})
    void soDoesADataConnectionThatFailsBehindARest(long offset, boolean broken) throws Exception {
        ScriptedServer server = start(Setup.USUAL.withTlsProtocols("TLSv1.2"));
        server.files().file("/x", new byte[7]);
        server.onCommand("RETR", 1, Behaviour.onData(new DataFault.NoTls("425 No connection.")));
        Session session = connect(server);

        assertThrows(RefusedException.class, () -> session.retrieve(RemotePath.of("/x"), offset));

        assertEquals(broken, session.isBroken());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    pret,  stored, told
                    true,  /a,     PRET STOR /a+PASV
                    true,  /b,     PRET STOR /a+PASV+PRET STOR /b+PASV
                    false, /a,     PASV
                    false, /b,     PASV
                    """)
    void aPortIsReservedForOneFileWhereTheServerIsToldItsName(
            boolean pret, String stored, String told) throws Exception {
        ScriptedServer server =
                start(pret ? Setup.USUAL.with(Skill.PRET).with(Skill.DEMANDS_PRET) : Setup.USUAL);
        Session session = connect(server);
        Reservation reserved = session.reserveStore(RemotePath.of("/a"));
        session.flushRiders();

        try (Outgoing outgoing = session.startStore(RemotePath.of(stored), 0, reserved)) {
            outgoing.open();
            outgoing.finish();
        }

        assertEquals(
                told,
                String.join(
                        "+",
                        server.commands().stream()
                                .filter(line -> line.matches("(PRET|PASV).*"))
                                .toList()));
        assertTrue(server.files().isFile(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"150 Wait.\r\n", "2", "200-More.\r\n"})
    void whatTricklesInDoesNotMakeACallLast(String characters) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("NOOP", new Behaviour.Trickle(characters, Duration.ofMillis(200)));
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));

        assertThrows(SilentException.class, session::noop);
        assertTrue(session.isBroken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"150 Wait.\r\n", "2", "200-More.\r\n"})
    void norDoesItMakeWhatRidesLast(String characters) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("SIZE", new Behaviour.Trickle(characters, Duration.ofMillis(200)));
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));
        CompletableFuture<Reply> size = session.rideSize(FOLDER);
        session.flushRiders();

        assertThrows(SilentException.class, () -> session.await(size));
        assertTrue(session.isBroken());
    }

    @Test
    void preliminaryRepliesWithoutEndAreCutOff() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("NOOP", new Behaviour.Flood("150 Wait.\r\n"));
        server.onCommand("SIZE", new Behaviour.Flood("150 Wait.\r\n"));
        Session asked = connect(server);
        Session ridden = connect(server);

        assertThrows(GarbledException.class, asked::noop);
        CompletableFuture<Reply> size = ridden.rideSize(FOLDER);
        ridden.flushRiders();

        assertThrows(LostException.class, () -> ridden.await(size));
        assertTrue(asked.isBroken());
        assertTrue(ridden.isBroken());
    }

    @Test
    void aCommandThatNobodySentIsTakenBackAndCostsNothing() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Session session = keep(TestClient.of(server).connect(TestClient.HASTY));
        CompletableFuture<Reply> size = session.rideSize(FOLDER);

        assertThrows(IOException.class, () -> session.await(size));

        assertFalse(session.isBroken());
        session.noop();
        assertFalse(server.commands().contains("SIZE " + FOLDER));
    }

    @Test
    void aSlowServerIsWaitedFor() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[1]);
        server.onCommand("MLSD", new Behaviour.Late(Duration.ofMillis(300)));
        Session session = connect(server);

        assertDoesNotThrow(() -> session.list(RemotePath.ROOT));
    }

    private static boolean isOutOfStep(Session session) {
        try {
            session.requireQuiet();
            return false;
        } catch (IOException noticed) {
            return true;
        }
    }

    private static long count(ScriptedServer server, String command) {
        return server.commands().stream().filter(command::equals).count();
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }

    private Session connect(ScriptedServer server) throws Exception {
        return keep(TestClient.of(server).connect());
    }

    private ScriptedServer start(Setup setup) throws IOException {
        return keep(ScriptedServer.start(setup));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
