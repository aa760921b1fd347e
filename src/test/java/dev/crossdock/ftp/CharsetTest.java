package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.testing.Behaviour;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class CharsetTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Müller & Söhne €.txt, true",
        "windows-1252, Müller & Söhne €.txt, false",
        "windows-1251, Привет, true",
        "Shift_JIS, 表示ソース, true",
        "Shift_JIS, 表示ソース, false",
        "GB18030, 文件 𠮷, true",
        "EUC-KR, 한국어, true",
        "ISO-2022-JP, 日本語, true",
        "UTF-8, 日本語 ü, true"
    })
    void namesTravelInTheCharsetOfTheSite(String charset, String name, boolean mlsd)
            throws Exception {
        Setup setup = Setup.USUAL.with(Charset.forName(charset));
        ScriptedServer server = start(mlsd ? setup : setup.without(Skill.MLSD));
        Session session = keep(client(server, charset).connect());
        var folder = RemotePath.of("/" + name);

        session.makeFolder(folder);

        assertTrue(server.files().isFolder(folder.value()), server.commands().toString());
        List<Entry> entries = session.list(RemotePath.ROOT).entries();
        assertEquals(List.of(name), entries.stream().map(Entry::name).toList());
        assertTrue(session.isFolder(folder.parent().child(entries.getFirst().name())));
        assertEquals(folder, session.workingFolder());
        assertEquals(charset.equals("UTF-8"), server.commands().contains("OPTS UTF8 ON"));
    }

    @Test
    void whatTheCharsetCannotWriteIsSaidAndNotReplaced() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Charset.forName("windows-1252")));
        TestClient client = client(server, "windows-1252");
        Session session = keep(client.connect());
        int before = server.commands().size();

        IOException thrown =
                assertThrows(
                        UnencodableException.class, () -> session.makeFolder(RemotePath.of("/日本")));
        assertThrows(UnencodableException.class, () -> session.store(RemotePath.of("/日本"), 0));
        assertThrows(UnencodableException.class, () -> session.reserveStore(RemotePath.of("/日本")));
        var ridden = session.rideSize(RemotePath.of("/日本"));
        assertThrows(UnencodableException.class, () -> session.await(ridden));

        assertFalse(session.isBroken());
        assertEquals(before, server.commands().size());
        Failure failure = FailureMapper.map(thrown, client.server());
        assertEquals(Failure.Kind.NAME, failure.kind());
        assertEquals(
                "“/日本” cannot be written in windows-1252, the charset of scripted.",
                failure.message());
        session.noop();
    }

    @Test
    void aPasswordThatCannotBeWrittenIsNotSentAndNotTold() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Charset.forName("windows-1252")));
        TestClient client =
                TestClient.of(server, new TestTrust().know(server), new TestLogins("日本"))
                        .with(ServerOptions.USUAL.withCharset("windows-1252"));

        IOException thrown = assertThrows(LoginException.class, client::connect);

        assertEquals(List.of(), server.received());
        assertFalse(FailureMapper.map(thrown, client.server()).words().contains("日"));
    }

    @Test
    void aPasswordIsSentInTheCharsetOfTheSite() throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.with(Charset.forName("windows-1252")).withPassword("größer €"));

        client(server, "windows-1252").connect().close();
    }

    @Test
    void timesOfListAreShiftedAndThoseOfMlsdAreNot() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("LIST", Behaviour.content("-rw-r--r-- 1 u g 5 Jan 02 2024 f\r\n"));
        server.files().file("/g", new byte[1]);
        server.files().setModified("/g", Instant.parse("2024-01-02T00:00:00Z"));
        TestClient client =
                TestClient.of(server)
                        .with(ServerOptions.USUAL.withTimeOffset(Duration.ofMinutes(-90)));
        Session session = keep(client.connect());

        assertEquals(
                Optional.of(Instant.parse("2024-01-02T00:00:00Z")),
                session.list(RemotePath.ROOT).entries().getFirst().modified());
        server.onCommand("MLSD", Behaviour.answer("500 What?"));
        assertEquals(
                Optional.of(Instant.parse("2024-01-01T22:30:00Z")),
                session.list(RemotePath.ROOT).entries().getFirst().modified());
        assertEquals(
                Optional.of(Instant.parse("2024-01-02T00:00:00Z")),
                session.modified(RemotePath.of("/g")));
    }

    @Test
    void theCommandsOfTheSiteAreSentRightAfterTheLogin() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        TestClient client =
                TestClient.of(server)
                        .with(
                                ServerOptions.USUAL.withCommands(
                                        List.of("CLNT Crossdock", "PROT C", "MKD /new")));
        Session session = keep(client.connect());

        List<String> commands = server.commands();
        int login = commands.indexOf("PASS secret");
        assertEquals(
                List.of("CLNT Crossdock", "PROT C", "MKD /new", "FEAT"),
                commands.subList(login + 1, login + 5));
        assertEquals(1, session.list(RemotePath.ROOT).entries().size());
        assertTrue(server.dataConnections().getFirst().secure());
    }

    @Test
    void aCommandOfTheSiteThatIsRefusedIsNamedAndItsSecretIsNot() throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        TestClient client =
                TestClient.of(server)
                        .with(ServerOptions.USUAL.withCommands(List.of("SITE PSWD old new")));

        IOException thrown = assertThrows(AfterLoginException.class, client::connect);

        Failure failure = FailureMapper.map(thrown, client.server());
        assertEquals(
                "scripted refused “SITE PSWD ********”, which this site sends after each login:"
                        + " 500 Only SITE CHMOD here.",
                failure.message());
        assertFalse(failure.details().contains("old"));
        assertFalse(String.join("\n", client.transcript()).contains("old"));
        assertFalse(server.commands().contains("PWD"));
    }

    @Test
    void bytesThatAreNotOfTheCharsetComeBackAsTheyWere() throws Exception {
        ScriptedServer server =
                start(Setup.USUAL.with(Charset.forName("ISO-8859-1")).without(Skill.MLSD));
        // Half a character of Shift_JIS at the end, and one that it reads but does not write so.
        String name = "\u0082\u00a0x\u0082";
        server.files().file("/" + name, new byte[1]);
        Session session = keep(client(server, "Shift_JIS").connect());

        String listed = session.list(RemotePath.ROOT).entries().getFirst().name();

        session.deleteFile(RemotePath.ROOT.child(listed));
        assertFalse(server.files().isFile("/" + name));
        assertArrayEquals(
                new String[] {"DELE /" + name}, new String[] {server.commands().getLast()});
    }

    private static TestClient client(ScriptedServer server, String charset) {
        return TestClient.of(server).with(ServerOptions.USUAL.withCharset(charset));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    private ScriptedServer start(Setup setup) throws IOException {
        return keep(ScriptedServer.start(setup));
    }
}
