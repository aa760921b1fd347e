package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.queue.Begun;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// Files to and from this computer whose program was killed while they travelled.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class LocalAfterKillTest {

    private static final byte[] CONTENT = content();
    private static final int PART = 1_500_000;
    private static final Instant WHEN = Instant.parse("2026-02-03T04:05:06.123456Z");

    @TempDir private Path top = Path.of("");
    private Path folder = Path.of("");
    private Path queues = Path.of("");

    @BeforeEach
    void choose() throws IOException {
        folder = Files.createDirectory(top.resolve("chosen"));
        queues = Files.createDirectory(top.resolve("queues"));
    }

    @Test
    void anUploadIsContinuedThoughTimesAreKeptLessExactly() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            source("a");
            one.server().files().file("/b", Arrays.copyOf(CONTENT, PART));

            var _ = upload(one, ExistsRule.FAIL);

            assertTrue(one.server().commands().contains("REST " + PART));
            assertArrayEquals(CONTENT, one.server().files().content("/b"));
        }
    }

    @Test
    void anUploadThatIsWholeIsNotSentAgain() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            source("a");
            one.server().files().file("/b", CONTENT);

            var _ = upload(one, ExistsRule.FAIL);

            assertEquals(0, stores(one));
        }
    }

    @Test
    void anUploadThatIsWholeWithOtherBytesIsSentAnew() throws Exception {
        try (var one = hashing()) {
            source("a");
            one.server().files().file("/b", new byte[CONTENT.length]);

            var _ = upload(one, ExistsRule.FAIL);

            assertEquals(1, stores(one));
            assertArrayEquals(CONTENT, one.server().files().content("/b"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "ASK", "RENAME", "SKIP", "RESUME", "OVERWRITE"})
    void aDownloadThatHasItsNameIsDone(ExistsRule rule) throws Exception {
        try (var one = hashing()) {
            one.server().files().file("/a", CONTENT).setModified("/a", WHEN);
            Files.write(folder.resolve("b"), CONTENT);

            var _ = download(one, rule);

            assertTrue(one.server().commands().stream().noneMatch(line -> line.startsWith("RETR")));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @Test
    void aDownloadThatHasNotItsNameIsContinued() throws Exception {
        try (var one = hashing()) {
            one.server().files().file("/a", CONTENT).setModified("/a", WHEN);
            Files.write(folder.resolve("b.crossdock-part"), Arrays.copyOf(CONTENT, PART));

            var _ = download(one, ExistsRule.FAIL);

            assertTrue(one.server().commands().contains("REST " + PART));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    private ScriptedLocal hashing() throws IOException {
        return new ScriptedLocal(folder, Setup.USUAL.with(Skill.XSHA256), TestClient.PATIENT);
    }

    private Outcome.Done upload(ScriptedLocal one, ExistsRule rule) throws Exception {
        return goOn(one, one.upload(JobSpec.Kind.FILE, "a", "/b", rule), WHEN);
    }

    /// Servers tell whole seconds.
    private Outcome.Done download(ScriptedLocal one, ExistsRule rule) throws Exception {
        return goOn(
                one,
                one.download(JobSpec.Kind.FILE, "/a", "b", rule),
                Instant.ofEpochSecond(WHEN.getEpochSecond()));
    }

    private Outcome.Done goOn(ScriptedLocal one, JobSpec spec, Instant modified) throws Exception {
        var begun =
                new Begun(
                        spec.targetPath(),
                        false,
                        false,
                        CONTENT.length,
                        Optional.of(modified),
                        Route.local());
        Outcome outcome = one.afterKill(queues, spec, Optional.of(begun));
        return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
    }

    private void source(String name) throws IOException {
        Path file = Files.write(folder.resolve(name), CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(WHEN));
    }

    private static long stores(ScriptedLocal one) {
        return one.server().commands().stream().filter(line -> line.startsWith("STOR ")).count();
    }

    private static byte[] content() {
        byte[] bytes = new byte[3_000_000];
        new Random(4).nextBytes(bytes);
        return bytes;
    }
}
