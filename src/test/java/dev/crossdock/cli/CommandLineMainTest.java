package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CommandLineMainTest {

    private Shell shell;

    CommandLineMainTest(@TempDir Path folder) {
        shell = new Shell(folder);
    }

    @BeforeEach
    void serve() {
        shell.cores.server("alpha").file("/x", 1);
        shell.cores.server("beta");
    }

    @ParameterizedTest
    @CsvSource({
        "'', window -",
        "--home /h, window /h",
        "--home=/h, window /h",
        "-- ftps://alpha.test/, window -",
        "demo, demo - false",
        "demo --serve, demo - true",
        "--home /h demo, demo /h false",
        "demo --home /h --serve, demo /h true"
    })
    void windowAndDemoAreStarted(String line, String opened) {
        assertEquals(0, shell.run(split(line)).code());
        assertEquals(List.of(opened), shell.windows.opened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--home /h ls ftps://alpha/",
                "ls --home /h ftps://alpha/",
                "ls ftps://alpha/ --home=/h"
            })
    void homeStandsBeforeOrBehindTheSubcommand(String line) {
        assertEquals(0, shell.run(split(line)).code());
        assertEquals(Optional.of(Path.of("/h")), shell.cores.opened.getFirst().home());
    }

    @Test
    void homeComesFromTheEnvironmentUnlessItIsGiven() {
        shell.environment.put("CROSSDOCK_HOME", "/e");
        shell.run("ls", "ftps://alpha/");
        shell.run("ls", "--home=/h", "ftps://alpha/");
        assertEquals(Optional.of(Path.of("/e")), shell.cores.opened.get(0).home());
        assertEquals(Optional.of(Path.of("/h")), shell.cores.opened.get(1).home());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "copy --help",
                "probe --help",
                "ls --help",
                "demo --help",
                "copy -h"
            })
    void helpIsPrintedOnStandardOutput(String line) {
        var result = shell.run(split(line));
        assertEquals(0, result.code());
        assertTrue(result.out().contains("Usage: crossdock"), result.out());
        assertEquals("", result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "copy --version", "probe -V", "ls --version"})
    void versionIsPrinted(String line) {
        var result = shell.run(split(line));
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("crossdock "), result.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "--nonsense",
                "ls",
                "ls ftps://alpha/ ftps://beta/",
                "ls /tmp",
                "ls site:nowhere/x",
                "ls ftp://alpha/",
                "ls --trust=perhaps ftps://alpha/",
                "ls --trust= ftps://alpha/",
                "ls --password-file=/does/not/exist ftps://alpha/",
                "ls --home= ftps://alpha/",
                "ls --json=yes ftps://alpha/",
                "probe ftps://alpha/",
                "probe ftps://alpha/ /tmp",
                "probe ftps://alpha/ ftps://beta/ ftps://gamma/",
                "copy ftps://alpha/x",
                "copy /does/not/exist ftps://beta/",
                "copy /tmp /tmp/x",
                "copy --method=proxy /tmp ftps://beta/",
                "copy --passive=source ftps://beta/x /tmp",
                "copy --limit=fast /tmp ftps://beta/",
                "copy --limit=0 /tmp ftps://beta/",
                "copy --limit=-1K /tmp ftps://beta/",
                "copy --limit=18446744073.709552G /tmp ftps://beta/",
                "copy site:nowhere/x ftps://beta/",
                "copy ftps://alpha/x site:nowhere/",
                "copy ftps://alpha/x ftps://alpha/y",
                "copy ftps://alpha/x ftps://ALPHA:21/y",
                "copy ftps://alpha/x sftp://beta/",
                "copy ftp://alpha/x ftps://beta/",
                "copy --method=magic ftps://alpha/x ftps://beta/",
                "copy --method=relay ftps://alpha/x ftps://beta/",
                "copy --method=clear ftps://alpha/x ftps://beta/",
                "copy --method=local ftps://alpha/x ftps://beta/",
                "copy --method=relay --allow-relay --passive=source ftps://alpha/x ftps://beta/",
                "copy --hash=sometimes ftps://alpha/x ftps://beta/",
                "copy --exists=maybe ftps://alpha/x ftps://beta/",
                "copy --exists=fail ftps://alpha/x ftps://beta/",
                "copy --passive=me ftps://alpha/x ftps://beta/",
                "copy --pairs=0 ftps://alpha/x ftps://beta/",
                "copy --pairs=17 ftps://alpha/x ftps://beta/",
                "copy --pairs=two ftps://alpha/x ftps://beta/",
                "copy --pairs=1 --pairs=2 ftps://alpha/x ftps://beta/",
                "copy --nonsense ftps://alpha/x ftps://beta/"
            })
    void wrongUsageEndsWithTwoAndAMessageOnStandardError(String line) {
        var result = shell.run(split(line));
        assertEquals(2, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("crossdock: "), result.err());
        assertEquals(List.of(), shell.cores.runner.run);
        assertEquals(shell.cores.opened.size(), shell.cores.closed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls ftps://me:hunter2@alpha/",
                "ls ftps://alpha/ ftps://me:hunter2@alpha/",
                "ftps://me:hunter2@alpha:x/",
                "copy --nonsense=ftps://me:hunter2@alpha/ ftps://a ftps://b",
                "copy --pairs=ftps://me:hunter2@alpha/ ftps://a ftps://b",
                "copy --method ftps://me:hunter2@alpha/ ftps://a ftps://b",
                "copy ftps://me:hunter2@alpha/x ftps://b",
                "copy me:hunter2@alpha/x ftps://b",
                "copy ftps://a/x ftps://me:hunter2@alpha/",
                "probe ftps://a ftps://me:hunter2@alpha/",
                "ls ftps://me:hunter2"
            })
    void passwordInAnArgumentIsNeverRepeated(String line) {
        var result = shell.run(split(line));
        assertEquals(2, result.code());
        assertFalse((result.out() + result.err()).contains("hunter2"), result.err());
    }

    @Test
    void fileMayBeCalledLikeAnArgumentFile() {
        var result = shell.run("copy", "@x", "ftps://beta/");
        assertTrue(result.err().contains("there is no @x on this computer"), result.err());
    }

    @Test
    void placeBeginningWithADashStandsBehindTwoDashes() {
        var result = shell.run("copy", "--", "-x", "ftps://beta/");
        assertTrue(result.err().contains("there is no -x on this computer"), result.err());
    }

    private static String[] split(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }
}
