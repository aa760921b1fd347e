package dev.crossdock.browse;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ftp.Deadlines;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class ServerBrowserTest {

    private static final RemotePath FOLDER = RemotePath.of("/folder");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void looksAroundAndTidiesUpOnOneConnection() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.PATIENT);

        assertEquals("scripted", browser.connect().server().name());
        browser.makeFolder(FOLDER);
        browser.rename(FOLDER, RemotePath.of("/other"));
        browser.chmod(RemotePath.of("/other"), "700");
        assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
        browser.delete(RemotePath.of("/other"), Entry.Kind.FOLDER);

        assertEquals(List.of(), browser.list(RemotePath.ROOT).entries());
        assertEquals(1, server.received().size());
    }

    @Test
    void writesAFileAndReplacesIt() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.PATIENT);
        RemotePath file = RemotePath.of("/.try");

        browser.write(file, new byte[] {1, 2, 3});
        browser.write(file, new byte[] {4});

        assertArrayEquals(new byte[] {4}, server.files().content("/.try"));
        assertEquals(1, server.received().size());
    }

    @Test
    void deletesAFolderWithAllThatIsInIt() throws Exception {
        ScriptedServer server = start();
        server.files().file("/folder/a/b/c", new byte[1]).file("/folder/ü", new byte[1]);
        server.files().folder("/folder/empty").file("/other/stays", new byte[1]);

        browser(server, TestClient.PATIENT).delete(FOLDER, Entry.Kind.FOLDER);

        assertEquals(List.of("/other"), server.files().children("/"));
    }

    @Test
    void aHostileListingLeadsNoDeletionOutOfTheFolder() throws Exception {
        ScriptedServer server = start();
        server.files().folder("/folder").file("/precious", new byte[1]);
        server.onCommand(
                "MLSD",
                1,
                Behaviour.content(
                        "type=file; ../precious\r\ntype=file; /precious\r\ntype=dir; ..\r\n"));

        browser(server, TestClient.PATIENT).delete(FOLDER, Entry.Kind.FOLDER);

        assertEquals(List.of("/precious"), server.files().children("/"));
        assertEquals(
                List.of("RMD /folder"),
                server.commands().stream().filter(line -> line.matches("(DELE|RMD).*")).toList());
    }

    @Test
    void aFolderThatNeverEndsIsNotDeletedForEver() throws Exception {
        ScriptedServer server = start();
        server.onCommand("MLSD", Behaviour.content("type=dir; again\r\n"));
        Browser browser = browser(server, TestClient.PATIENT);

        assertThrows(FailureException.class, () -> browser.delete(FOLDER, Entry.Kind.FOLDER));
    }

    @Test
    void aRefusalIsSaidAndTheConnectionStays() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.PATIENT);

        Failure failure =
                assertThrows(
                                FailureException.class,
                                () -> browser.delete(RemotePath.of("/no such"), Entry.Kind.FILE))
                        .failure();

        assertEquals(Failure.Kind.REFUSED, failure.kind());
        assertEquals("scripted refused DELE /no such: 550 No such file.", failure.message());
        browser.list(RemotePath.ROOT);
        assertEquals(1, server.received().size());
    }

    @Test
    void onePathIsLookedAtWithoutAListing() throws Exception {
        ScriptedServer server = start();
        server.files().file("/folder/x", new byte[7]);
        server.onCommand("MLSD", Behaviour.answer("426 No."));
        server.onCommand("LIST", Behaviour.answer("426 No."));
        Browser browser = browser(server, TestClient.PATIENT);

        Entry file = browser.look(RemotePath.of("/folder/x")).orElseThrow();
        assertEquals(Entry.Kind.FILE, file.kind());
        assertEquals(7, file.size().orElseThrow());
        assertEquals(Entry.Kind.FOLDER, browser.look(FOLDER).orElseThrow().kind());
        assertTrue(browser.look(RemotePath.of("/folder/y")).isEmpty());
        server.onCommand("SIZE", Behaviour.answer("502 What?"));
        Failure failure =
                assertThrows(FailureException.class, () -> browser.look(RemotePath.of("/folder/x")))
                        .failure();
        assertEquals("scripted refused SIZE /folder/x: 502 What?", failure.message());
        assertEquals(1, server.received().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CONNECT 530 Sorry, no room.", "PASS 530 Too many users.", "USER 421 Full."})
    void aFullServerIsOneToTryAgainLater(String full) throws Exception {
        ScriptedServer server = start();
        String[] words = full.split(" ", 2);
        server.onCommand(words[0], Behaviour.answer(words[1]));

        Failure failure =
                assertThrows(FailureException.class, browser(server, TestClient.PATIENT)::connect)
                        .failure();

        assertEquals(Failure.Kind.REFUSED, failure.kind());
        assertEquals(Failure.Remedy.RETRY_LATER, failure.remedy());
    }

    @Test
    void renamingReplacesNoOtherFile() throws Exception {
        ScriptedServer server = start();
        server.files().file("/a", new byte[1]).file("/b", new byte[2]).file("/c", new byte[3]);
        Browser browser = browser(server, TestClient.PATIENT);

        Failure failure =
                assertThrows(
                                FailureException.class,
                                () -> browser.rename(RemotePath.of("/a"), RemotePath.of("/b")))
                        .failure();
        browser.rename(RemotePath.of("/c"), RemotePath.of("/C"));

        assertEquals(Failure.Kind.EXISTS, failure.kind());
        assertEquals("scripted already has /b.", failure.message());
        assertEquals(List.of("/C", "/a", "/b"), server.files().children("/"));
        assertEquals(2, server.files().size("/b"));
    }

    @Test
    void a421WhileIdleIsMendedByTheNextCall() throws Exception {
        ScriptedServer server = start();
        server.onCommand("MKD", 1, new Behaviour.AnswerAlso("421 Timeout."));
        Browser browser = browser(server, TestClient.PATIENT);
        browser.makeFolder(FOLDER);

        assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
        assertEquals(2, server.received().size());
    }

    @Test
    void a421InPlaceOfAListingIsMendedAtOnce() throws Exception {
        ScriptedServer server = start();
        server.files().folder("/folder");
        Browser browser = browser(server, TestClient.PATIENT);
        browser.connect();
        server.onCommand("MLSD", 1, Behaviour.answer("421 Timeout."));

        assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
        assertEquals(2, server.received().size());
    }

    @Test
    void aConnectionThatWasCutWhileIdleIsMadeAnew() throws Exception {
        ScriptedServer server = start();
        server.files().folder("/folder");
        Browser browser = browser(server, TestClient.PATIENT);
        browser.connect();
        server.dropConnections();

        assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
        assertEquals(2, server.received().size());
    }

    @Test
    void aServerThatAnswersTwiceGetsANewConnection() throws Exception {
        ScriptedServer server = start();
        server.onCommand("MKD", 1, new Behaviour.AnswerAlso("200 And again."));
        Browser browser = browser(server, TestClient.PATIENT);
        browser.makeFolder(FOLDER);
        await().until(() -> browser.list(RemotePath.ROOT).entries().size() == 1);

        assertEquals(FOLDER.name(), browser.list(RemotePath.ROOT).entries().getFirst().name());
    }

    @Test
    void aServerThatStaysSilentIsTriedOnceMoreAndNoOftener() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.HASTY);
        browser.connect();
        server.onCommand("MKD", new Behaviour.Ignore());

        Failure failure =
                assertThrows(FailureException.class, () -> browser.makeFolder(FOLDER)).failure();

        assertEquals(Failure.Kind.SILENT, failure.kind());
        assertTrue(server.received().size() <= 2);
        server.forgetRules();
        browser.makeFolder(FOLDER);
    }

    @Test
    void closingEndsAListingThatStalls() throws Exception {
        ScriptedServer server = start();
        server.onCommand("MLSD", Behaviour.onData(new DataFault.Cling()));
        Browser browser = browser(server, TestClient.PATIENT);
        var thrown = new AtomicReference<Throwable>();
        Thread caller = caller(() -> browser.list(RemotePath.ROOT), thrown);
        await().until(() -> !server.dataConnections().isEmpty());

        browser.close();

        assertTrue(caller.join(Duration.ofSeconds(5)));
        assertInstanceOf(FailureException.class, thrown.get());
        assertEquals(1, server.received().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "USER", "PASS", "PWD"})
    void closingEndsALoginThatStalls(String command) throws Exception {
        ScriptedServer server = start();
        server.onCommand(command, new Behaviour.Ignore());
        Browser browser = browser(server, TestClient.PATIENT);
        var thrown = new AtomicReference<Throwable>();
        Thread caller = caller(browser::connect, thrown);
        await().until(() -> server.received().size() == 1);
        await().until(() ->
                command.equals("CONNECT") || server.commands().getLast().startsWith(command));

        browser.close();

        assertTrue(caller.join(Duration.ofSeconds(5)));
        Failure failure = assertInstanceOf(FailureException.class, thrown.get()).failure();
        assertEquals(Failure.Kind.CANCELLED, failure.kind());
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void aClosedBrowserStaysClosed() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.PATIENT);
        browser.connect();
        browser.close();
        browser.close();

        Failure failure =
                assertThrows(FailureException.class, () -> browser.list(FOLDER)).failure();

        assertEquals(Failure.Kind.CANCELLED, failure.kind());
        assertEquals(1, server.received().size());
    }

    @Test
    void anInterruptedCallIsInterruptedAndNotTriedAgain() throws Exception {
        ScriptedServer server = start();
        Browser browser = browser(server, TestClient.PATIENT);
        browser.connect();
        server.onCommand("MKD", new Behaviour.Ignore());
        var thrown = new AtomicReference<Throwable>();
        Thread caller =
                caller(
                        () -> {
                            browser.makeFolder(FOLDER);
                            return FOLDER;
                        },
                        thrown);
        await().until(() -> server.commands().contains("MKD /folder"));

        caller.interrupt();

        assertTrue(caller.join(Duration.ofSeconds(5)));
        assertInstanceOf(InterruptedException.class, thrown.get());
        assertEquals(1, server.received().size());
    }

    @Test
    void aWrongPasswordIsAskedForAgainByTheNextCall() throws Exception {
        ScriptedServer server = start();
        var logins = new TestLogins("wrong");
        TestClient client = TestClient.of(server, new TestTrust().know(server), logins);
        Browser browser =
                keep(new ServerBrowser(client.server(), client.connector(TestClient.PATIENT)));

        Failure failure = assertThrows(FailureException.class, browser::connect).failure();

        assertEquals(Failure.Kind.LOGIN, failure.kind());
        assertEquals(false, logins.asked().getFirst());
    }

    @Test
    void aFolderNameThatIsAnOptionOrAPatternIsListedAllTheSame() throws Exception {
        ScriptedServer server = start();
        server.onCommand("FEAT", Behaviour.answer("500 What?"));
        server.files().file("/-la/x", new byte[1]).file("/a*[b]/y", new byte[1]);
        server.files().file("/ two  spaces /z", new byte[1]);
        Browser browser = browser(server, TestClient.PATIENT);

        for (String folder : List.of("/-la", "/a*[b]", "/ two  spaces ")) {
            assertEquals(1, browser.list(RemotePath.of(folder)).entries().size(), folder);
        }
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static Thread caller(Call call, AtomicReference<Throwable> thrown) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        call.run();
                    } catch (Exception failed) {
                        thrown.set(failed);
                    }
                });
    }

    private Browser browser(ScriptedServer server, Deadlines deadlines) {
        TestClient client = TestClient.of(server);
        return keep(new ServerBrowser(client.server(), client.connector(deadlines)));
    }

    private ScriptedServer start() throws IOException {
        return keep(ScriptedServer.start(Setup.USUAL));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }
}
