package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class LsCommandTest {

    private final Shell shell;
    private final FakeServer alpha;

    LsCommandTest(@TempDir Path folder) {
        shell = new Shell(folder);
        alpha = shell.cores.server("alpha");
    }

    @BeforeEach
    void serve() {
        alpha.home = RemotePath.of("/d");
        alpha.put(
                        "/part10",
                        new Entry(
                                "part10",
                                Entry.Kind.FILE,
                                OptionalLong.of(12345),
                                Optional.of(Instant.parse("2026-03-04T05:06:07.891Z")),
                                Optional.of("rw-r--r--"),
                                Optional.empty()))
                .file("/part9", 7)
                .folder("/d")
                .file("/d/in", 1)
                .put(
                        "/link",
                        new Entry(
                                "link",
                                Entry.Kind.LINK,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.of("rwxrwxrwx"),
                                Optional.of("d/in")))
                .put(
                        "/odd",
                        new Entry(
                                "odd",
                                Entry.Kind.OTHER,
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void jsonIsOneObjectAnEntry() {
        var result = shell.run("ls", "--json", "ftps://alpha/");
        assertEquals(
                """
                {"name":"d","type":"folder","size":null,"modified":null,"permissions":null}
                {"name":"link","type":"link","size":null,"modified":null,"permissions":"rwxrwxrwx"}
                {"name":"odd","type":"other","size":null,"modified":null,"permissions":null}
                {"name":"part9","type":"file","size":7,"modified":null,"permissions":null}
                {"name":"part10","type":"file","size":12345,"modified":"2026-03-04T05:06:07Z","permissions":"rw-r--r--"}
                """,
                result.out());
        assertEquals("", result.err());
        assertEquals(0, result.code());
    }

    @Test
    void textStandsInColumns() {
        var result = shell.run("ls", "ftps://alpha/");
        assertEquals(
                """
                d               -  -                 d
                lrwxrwxrwx      -  -                 link -> d/in
                ?               -  -                 odd
                -               7  -                 part9
                -rw-r--r--  12345  2026-03-04 05:06  part10
                """,
                result.out());
    }

    @Test
    void emptyFolderPrintsNothing() {
        alpha.folder("/empty");
        var result = shell.run("ls", "ftps://alpha/empty");
        assertEquals("", result.out());
        assertEquals(0, result.code());
    }

    @Test
    void fileIsShownAlone() {
        var result = shell.run("ls", "--json", "ftps://alpha/part9");
        assertEquals("part9", result.onlyJson().get("name").textValue());
        assertEquals(0, result.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/part9/", "/nothing/deeper", "/closed"})
    void whatCannotBeListedEndsWithOne(String path) {
        alpha.folder("/closed").closed.add(RemotePath.of("/closed"));
        var json = shell.run("ls", "--json", "ftps://alpha" + path);
        assertEquals("failed", json.onlyJson().get("outcome").textValue());
        assertEquals("ftps://alpha" + path, json.onlyJson().get("source").textValue());
        assertEquals(1, json.code());
        var text = shell.run("ls", "ftps://alpha" + path);
        assertEquals("", text.out());
        assertTrue(text.err().contains("550 No such folder"), text.err());
        assertEquals(1, text.code());
    }

    @Test
    void failedLoginEndsWithThree() {
        alpha.password = "another";
        var result = shell.run("ls", "--json", "ftps://alpha/");
        assertEquals("login", result.onlyJson().get("failure").get("kind").textValue());
        assertEquals(3, result.code());
    }

    @Test
    void linesLeftOutAreSaidOnStandardError() {
        alpha.leftOut.add("“../x” cannot be the name of an entry.");
        var result = shell.run("ls", "--json", "ftps://alpha/d");
        assertEquals("in", result.onlyJson().get("name").textValue());
        assertTrue(result.err().contains("left out: “../x” cannot be"), result.err());
        assertEquals(0, result.code());
    }

    @Test
    void aListingWithoutOneReadableLineIsNoSuccess() {
        alpha.folder("/odd-lines").leftOut.add("A line that is no entry: +i8388621.48594");
        for (String[] line :
                List.of(
                        new String[] {"ls", "ftps://alpha/odd-lines"},
                        new String[] {"ls", "--json", "ftps://alpha/odd-lines"})) {
            var result = shell.run(line);
            assertEquals("", result.out());
            assertTrue(
                    result.err()
                            .contains(
                                    "No line of alpha's listing of ftps://alpha/odd-lines could be"
                                            + " read."),
                    result.err());
            assertTrue(result.err().contains("left out: A line that is no entry"), result.err());
            assertEquals(1, result.code());
        }
    }

    @Test
    void aFileThatNoListingShowsIsShownBySizeAlone() {
        alpha.unlisted.add(RemotePath.of("/part9"));
        var result = shell.run("ls", "--json", "ftps://alpha/part9");
        assertEquals(7, result.onlyJson().get("size").intValue());
        assertEquals(0, result.code());
    }

    @Test
    void aListingThatBrokeIsToldAsItIs() {
        alpha.brokenListings.put(
                RemotePath.of("/d"),
                alpha.failure(
                        Failure.Remedy.RETRY_LATER, "alpha refused MLSD /d: 426 Connection lost."));
        var result = shell.run("ls", "--json", "ftps://alpha/d");
        assertEquals("426 Connection lost.", result.onlyJson().at("/failure/details").textValue());
        assertEquals(1, result.code());
    }

    @Test
    void aFullServerIsWaitedFor() {
        alpha.fullFor = 2;
        var result = shell.run("ls", "ftps://alpha/d");
        assertEquals(0, result.code());
        assertEquals("crossdock: waiting: alpha takes no more logins now\n", result.err());
        assertEquals(3, alpha.logins);
    }

    @Test
    void aServerThatStaysFullEndsWithThree() {
        alpha.fullFor = 100;
        var result = shell.run("ls", "--json", "ftps://alpha/d");
        assertEquals(3, result.code());
        assertEquals("refused", result.onlyJson().at("/failure/kind").textValue());
        assertEquals("421 Too many users.", result.onlyJson().at("/failure/details").textValue());
        assertEquals(3, alpha.logins);
    }

    @Test
    void aWrongPasswordIsNotWaitedFor() {
        alpha.password = "another";
        var result = shell.run("ls", "ftps://alpha/d");
        assertEquals(3, result.code());
        assertEquals(1, alpha.logins);
    }

    @Test
    void nameCannotMoveTheTerminal() {
        alpha.folder("/evil").file("/evil/a\u001b[2J\u202eb\u0085c\uDCFF", 1);
        assertEquals(
                "-   1  -                 a\\x1b[2J\\u202eb\\x85c\\xff\n",
                shell.run("ls", "ftps://alpha/evil").out());
        assertEquals(
                """
                {"name":"a\\u001B[2J\\u202Eb\\u0085c\\uDCFF","type":"file","size":1,"modified":null,"permissions":null}
                """,
                shell.run("ls", "--json", "ftps://alpha/evil").out());
    }

    @Test
    void siteStartsInItsFolderElseInTheLoginFolder() throws FailureException {
        var server = new Server(new SiteId("1"), "Dock One", "alpha", 21, TlsMode.EXPLICIT, "me");
        shell.cores.sites.save(new Site(server, Optional.empty()));
        assertEquals(List.of("in"), names("site:Dock One"));
        shell.cores.sites.save(new Site(server, Optional.of(RemotePath.ROOT)));
        assertEquals(5, names("site:Dock%20One").size());
        assertEquals(List.of("in"), names("site:Dock One/d"));
        assertEquals(List.of("in"), names("site:Dock One/~/"));
    }

    @Test
    void clearServerIsAskedOnlyWhenThatIsAllowed() {
        assertEquals(2, shell.run("ls", "ftp://alpha/").code());
        assertEquals(0, shell.run("ls", "--allow-clear", "ftp://alpha/").code());
    }

    private List<String> names(String place) {
        return shell.run("ls", "--json", place).json().stream()
                .map(each -> each.get("name").textValue())
                .toList();
    }
}
