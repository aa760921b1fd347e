package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `packaging/release-list` with the real openssl, and what Crossdock makes of it.
class ReleaseListToolTest {

    private static final Path TOOL = Path.of("packaging/release-list").toAbsolutePath();
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @TempDir private Path folder;

    private record Run(int exit, String said) {}

    @BeforeEach
    void isThere() {
        assumeTrue(
                Stream.of("bash", "openssl").allMatch(ReleaseListToolTest::has),
                "bash and openssl are not both installed");
    }

    @Test
    void crossdockTakesWhatItSigns() throws Exception {
        String key = makeKey();
        Path list = write(LATER);
        Run signed = run("sign", list.toString(), privateKey());
        assertEquals(0, signed.exit(), signed.said());
        byte[] bytes = Files.readAllBytes(list);
        byte[] signature = Files.readAllBytes(folder.resolve("releases.json.sig"));
        var publicKey = ReleaseSignature.key(key);
        assertTrue(ReleaseSignature.covers(bytes, signature, publicKey));
        bytes[3] ^= 1;
        assertFalse(ReleaseSignature.covers(bytes, signature, publicKey));
        assertEquals(0, run("verify", list.toString(), key).exit());
        Files.write(list, bytes);
        assertNotEquals(0, run("verify", list.toString(), key).exit());
    }

    @Test
    void takesWhatOurOwnKindOfSignatureIs() throws Exception {
        var signer = new Signer();
        Path list = write(LATER);
        Files.write(folder.resolve("releases.json.sig"), signer.sign(Files.readAllBytes(list)));
        assertEquals(0, run("verify", list.toString(), signer.base64()).exit());
        assertNotEquals(0, run("verify", list.toString(), new Signer().base64()).exit());
    }

    @Test
    void thePrivateKeyIsForItsOwnerAndNotOverwritten() throws Exception {
        makeKey();
        Path key = Path.of(privateKey());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        String before = Files.readString(key);
        assertNotEquals(0, run("keys", folder.resolve("keys").toString()).exit());
        assertEquals(before, Files.readString(key));
    }

    @Test
    void makesNoKeyWithinTheProject() throws Exception {
        Path within = Path.of("target/release-key").toAbsolutePath();
        Files.createDirectories(within.getParent());
        Run refused = run("keys", within.toString());
        assertNotEquals(0, refused.exit());
        assertTrue(refused.said().contains("within the project"), refused.said());
        assertFalse(Files.exists(within));
    }

    @Test
    void signsNothingThatIsOverOrBroken() throws Exception {
        makeKey();
        String over = Lists.text(1, Lists.MADE.plusSeconds(1), List.of());
        for (String text : List.of(over, "{\"version\": 1}")) {
            Run refused = run("sign", write(text).toString(), privateKey());
            assertNotEquals(0, refused.exit());
            assertFalse(Files.exists(folder.resolve("releases.json.sig")), refused.said());
        }
    }

    private String makeKey() throws Exception {
        Run made = run("keys", folder.resolve("keys").toString());
        assertEquals(0, made.exit(), made.said());
        String before = "-Dcrossdock.releases.key=";
        return made.said().substring(made.said().indexOf(before) + before.length()).strip();
    }

    private String privateKey() {
        return folder.resolve("keys/release-key.pem").toString();
    }

    private Path write(Instant until) throws IOException {
        return write(Lists.text(1, until, List.of(Lists.release("0.2.0"))));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("releases.json"), text);
    }

    private static Run run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", TOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
