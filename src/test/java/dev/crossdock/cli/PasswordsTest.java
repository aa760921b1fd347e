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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Where passwords come from, in the order of the contract.
class PasswordsTest {

    private final Path folder;
    private final Shell shell;
    private final FakeServer alpha;
    private final FakeServer beta;

    PasswordsTest(@TempDir Path folder) {
        this.folder = folder;
        shell = new Shell(folder);
        alpha = shell.cores.server("alpha").file("/x", 1);
        beta = shell.cores.server("beta");
    }

    @BeforeEach
    void noPasswordYet() {
        shell.environment.clear();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    file,    both, source, target, toSource, toTarget
                    'f\n',   b,    s,      t,      f,        f
                    'f',     b,    s,      t,      f,        f
                    'f\r\n', -,    -,      -,      f,        f
                    'f\ng\n',b,    s,      t,      f,        g
                    'f\r\ng',-,    -,      -,      f,        g
                    ' f g\n',-,    -,      -,      ' f g',   ' f g'
                    -,       b,    s,      t,      s,        t
                    -,       b,    s,      -,      s,        b
                    -,       b,    -,      t,      b,        t
                    -,       b,    '',     '',     b,        b
                    -,       b,    -,      -,      b,        b
                    """)
    void firstThatExistsIsTaken(
            String file,
            String both,
            String source,
            String target,
            String toSource,
            String toTarget)
            throws IOException {
        set("CROSSDOCK_PASSWORD", both);
        set("CROSSDOCK_PASSWORD_SOURCE", source);
        set("CROSSDOCK_PASSWORD_TARGET", target);
        var result =
                file == null
                        ? shell.run("probe", "ftps://me@alpha", "ftps://you@beta")
                        : shell.run(
                                "probe",
                                "--password-file",
                                write(file).toString(),
                                "ftps://me@alpha",
                                "ftps://you@beta");
        assertEquals(0, result.code(), result.err());
        assertEquals(List.of("me/" + toSource), alpha.passwordsSeen);
        assertEquals(List.of("you/" + toTarget), beta.passwordsSeen);
    }

    @Test
    void withoutAnyAndWithoutATerminalNothingStarts() {
        var result = shell.run("copy", "--json", "ftps://me@alpha/x", "ftps://me@beta/");
        var failure = result.onlyJson().get("failure");
        assertEquals("login", failure.get("kind").textValue());
        assertEquals("alpha", failure.get("server").textValue());
        assertEquals(3, result.code());
        assertEquals(List.of(), alpha.passwordsSeen);
    }

    @Test
    void anonymousNeedsNone() {
        assertEquals(0, shell.run("probe", "ftps://alpha", "ftps://ftp@beta").code());
        assertEquals(List.of("anonymous/anonymous@"), alpha.passwordsSeen);
        assertEquals(List.of("ftp/anonymous@"), beta.passwordsSeen);
    }

    @Test
    void askedForOnATerminalAndAgainWhenRefused() {
        alpha.password = "right";
        shell.terminal = FakeTerminal.typing("wrong", "right");
        var result = shell.run("ls", "ftps://me@alpha/");
        assertEquals(0, result.code(), result.err());
        assertEquals(List.of("me/wrong", "me/right"), alpha.passwordsSeen);
        assertTrue(result.err().contains("Password of me on alpha:21:"), result.err());
        assertFalse(result.err().contains("wrong"), result.err());
    }

    @Test
    void askedForThreeTimesAtMost() {
        alpha.password = "right";
        shell.terminal = FakeTerminal.typing("1", "2", "3", "right");
        assertEquals(3, shell.run("ls", "ftps://me@alpha/").code());
        assertEquals(List.of("right"), shell.terminal.left());
    }

    @Test
    void endOfInputGivesUp() {
        shell.terminal = FakeTerminal.typing();
        assertEquals(3, shell.run("ls", "ftps://me@alpha/").code());
    }

    @Test
    void givenPasswordThatIsRefusedIsFinal() {
        alpha.password = "right";
        set("CROSSDOCK_PASSWORD", "wrong");
        shell.terminal = FakeTerminal.typing("right");
        assertEquals(3, shell.run("ls", "ftps://me@alpha/").code());
        assertEquals(List.of("me/wrong"), alpha.passwordsSeen);
        assertEquals(List.of("right"), shell.terminal.left());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\nb\n", "a\nb\nc\n"})
    void fileThatHoldsNoPasswordIsWrongUsage(String content) throws IOException {
        var result = shell.run("ls", "--password-file=" + write(content), "ftps://me@alpha/");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("must hold one line"), result.err());
    }

    @Test
    void folderIsNoPasswordFile() {
        var result = shell.run("ls", "--password-file=" + folder, "ftps://me@alpha/");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("it is a folder"), result.err());
    }

    @Test
    void passwordOfAnyBytesIsKept() throws IOException {
        Path file = folder.resolve("bytes");
        Files.write(
                file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFC, '\n'});
        shell.run("ls", "--password-file=" + file, "ftps://me@alpha/");
        assertEquals(List.of("me/a\uDCFC"), alpha.passwordsSeen);
    }

    @Test
    void fileThatOthersCanReadIsWarnedAbout() throws IOException {
        Path file = write("f\n");
        var open = shell.run("ls", "--password-file=" + file, "ftps://me@alpha/");
        assertTrue(open.err().contains("other users can read"), open.err());
        assertEquals(0, open.code());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals("", shell.run("ls", "--password-file=" + file, "ftps://me@alpha/").err());
    }

    private void set(String name, String value) {
        if (value != null) {
            shell.environment.put(name, value);
        }
    }

    private Path write(String content) throws IOException {
        Path file = folder.resolve("password");
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }
}
