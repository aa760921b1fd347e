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
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
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
import java.time.temporal.ChronoUnit;
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

    /// As servers tell it.
    private static final Instant WHOLE_SECONDS = WHEN.truncatedTo(ChronoUnit.SECONDS);

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

            Outcome.Done done = upload(one, ExistsRule.FAIL);

            assertEquals(0, stores(one));
            assertEquals(StopWords.CUT + "; all of it had arrived.", done.note());
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

            Outcome.Done done = download(one, ExistsRule.FAIL);

            assertEquals(StopWords.CUT + "; continued at %,d bytes.".formatted(PART), done.note());
            assertTrue(one.server().commands().contains("REST " + PART));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @Test
    void anEmptyDownloadThatHasItsNameIsDone() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", new byte[0]).setModified("/a", WHEN);
            Files.write(folder.resolve("b"), new byte[0]);
            JobSpec spec = one.download(JobSpec.Kind.FILE, "/a", "b", ExistsRule.FAIL);

            var _ = goOn(one, spec, 0, WHOLE_SECONDS);

            assertEquals(0, Files.size(folder.resolve("b")));
        }
    }

    @Test
    void whatWasThereIsNotTakenForADownloadWhosePartIsGone() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT).setModified("/a", WHEN);
            one.server()
                    .onCommand("RETR", 1, Behaviour.onData(new DataFault.Cut(17, "426 Broken.")));
            Files.write(folder.resolve("b"), new byte[CONTENT.length]);
            Files.write(folder.resolve("b.crossdock-part"), new byte[17]);

            var _ = download(one, ExistsRule.OVERWRITE);

            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @Test
    void aPartOfAnotherJobIsNotContinued() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT).file("/other", new byte[CONTENT.length]);
            one.server()
                    .onCommand("RETR", Behaviour.onData(new DataFault.Cut(PART, "426 Broken.")));
            assertInstanceOf(Outcome.Failed.class, one.download("/other", "b", ExistsRule.FAIL));
            assertTrue(Files.size(folder.resolve("b.crossdock-part")) > 0);
            one.server().forgetRules();

            assertInstanceOf(Outcome.Done.class, one.download("/a", "b", ExistsRule.RESUME));

            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    private ScriptedLocal hashing() throws IOException {
        return new ScriptedLocal(folder, Setup.USUAL.with(Skill.XSHA256), TestClient.PATIENT);
    }

    private Outcome.Done upload(ScriptedLocal one, ExistsRule rule) throws Exception {
        return goOn(one, one.upload(JobSpec.Kind.FILE, "a", "/b", rule), CONTENT.length, WHEN);
    }

    private Outcome.Done download(ScriptedLocal one, ExistsRule rule) throws Exception {
        return goOn(
                one,
                one.download(JobSpec.Kind.FILE, "/a", "b", rule),
                CONTENT.length,
                WHOLE_SECONDS);
    }

    private Outcome.Done goOn(ScriptedLocal one, JobSpec spec, long size, Instant modified)
            throws Exception {
        var begun =
                new Begun(
                        spec.targetPath(),
                        false,
                        false,
                        size,
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
