package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class UploadTest {

    private static final byte[] CONTENT = random(3_000_000);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");

    @TempDir private Path folder = Path.of("");

    @Test
    void aFileArrivesWholeWithItsTime() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Path file = Files.write(folder.resolve("a"), CONTENT);
            Files.setLastModifiedTime(file, FileTime.from(TIME));
            var done = done(upload(one, TransferPolicy.secure(ExistsRule.FAIL).keepingTimes(true)));
            assertArrayEquals(CONTENT, one.server().files().content("/b"));
            assertEquals("", done.note());
            assertEquals(TIME, one.server().files().modified("/b"));
            assertEquals(CONTENT.length, done.bytes());
            assertEquals("", done.controls().source());
            assertFalse(done.controls().target().isEmpty());
        }
    }

    @Test
    void withoutTheWishItKeepsItsTimeAllTheSameAndSaysNothing() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            assertEquals("", done(one.upload("a", "/b", ExistsRule.FAIL)).note());
            assertTrue(one.server().commands().stream().anyMatch(it -> it.startsWith("MFMT")));
        }
    }

    @Test
    void aTimeThatIsRefusedIsSaidAndTheFileIsDone() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            one.server().onCommand("MFMT", Behaviour.answer("550 No times today."));
            var done = done(upload(one, TransferPolicy.secure(ExistsRule.FAIL).keepingTimes(true)));
            assertEquals(
                    "The copy has a time of its own: server did not set it (550 No times today.).",
                    done.note());
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 1000, true", "1000, 5000, false", "1000, 1000, false"})
    void aFileThatChangedLaterReplacesTheOlderOne(long here, long there, boolean replaced)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Path file = Files.write(folder.resolve("a"), CONTENT);
            Files.setLastModifiedTime(file, FileTime.fromMillis(here));
            one.server().files().file("/b", new byte[3]);
            one.server().files().setModified("/b", Instant.ofEpochMilli(there));
            Outcome outcome = one.upload("a", "/b", ExistsRule.OVERWRITE_NEWER);
            assertEquals(replaced ? "done" : "skipped", outcome.word());
            assertEquals(replaced ? CONTENT.length : 3, one.server().files().size("/b"));
        }
    }

    private static Outcome upload(ScriptedLocal one, TransferPolicy policy)
            throws InterruptedException {
        return one.outcome(one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", policy)));
    }

    @Test
    void withoutMfmtAndSizeItArrivesAsWell() throws Exception {
        Setup plain = Setup.USUAL.without(Skill.MFMT).without(Skill.SIZE);
        try (var one = new ScriptedLocal(folder, plain, TestClient.PATIENT)) {
            Files.write(folder.resolve("a"), CONTENT);
            assertEquals(CONTENT.length, done(one.upload("a", "/b", ExistsRule.FAIL)).bytes());
        }
    }

    @Test
    void whatIsBrokenIsSaidToHaveTakenTheOldFileWithIt() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            one.server().files().file("/a", new byte[1_000]);
            var broken = new DataFault.Cut(1_000, "426 The network is gone.");
            one.server().onCommand("STOR", Behaviour.onData(broken));

            Failure failure = failure(one.upload("a", "/a", ExistsRule.OVERWRITE));

            assertTrue(
                    failure.advice().startsWith("The file that was there before is gone."),
                    failure.toString());
        }
    }

    @Test
    void theRuleForExistingFilesHolds() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            byte[] half = Arrays.copyOf(CONTENT, 1_000);
            one.server().files().file("/a", half);
            assertEquals(
                    Failure.Kind.EXISTS, failure(one.upload("a", "/a", ExistsRule.FAIL)).kind());
            assertInstanceOf(Outcome.Skipped.class, one.upload("a", "/a", ExistsRule.SKIP));
            assertEquals(
                    RemotePath.of("/a (2)"),
                    done(one.upload("a", "/a", ExistsRule.RENAME)).target());
            assertArrayEquals(half, one.server().files().content("/a"));
            done(one.upload("a", "/a", ExistsRule.RESUME));
            assertTrue(one.server().commands().contains("REST 1000"));
            assertArrayEquals(CONTENT, one.server().files().content("/a"));
            one.server().files().file("/a", new byte[9_000_000]);
            done(one.upload("a", "/a", ExistsRule.OVERWRITE));
            assertArrayEquals(CONTENT, one.server().files().content("/a"));
        }
    }

    @Test
    void aServerThatLiesAboutTheEndIsFoundOut() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            one.server().onCommand("SIZE", Behaviour.answer("213 17"));
            assertEquals(
                    Failure.Kind.TRUNCATED,
                    failure(one.upload("a", "/a", ExistsRule.OVERWRITE)).kind());
        }
    }

    @Test
    void cancellingEndsAStalledUpload() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            byte[] big = random(60_000_000);
            Files.write(folder.resolve("a"), big);
            one.server()
                    .onCommand("STOR", 1, Behaviour.onData(new DataFault.StallAfter(2_000_000)));
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/a", ExistsRule.FAIL));
            await().until(() ->
                    one.server().files().isFile("/a")
                            && one.server().files().size("/a") >= 2_000_000);

            Duration took = one.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, one.outcome(job));
            assertTrue(cancelled.note().startsWith("What had arrived of /a"), cancelled.note());
            done(one.retry(job));
            assertArrayEquals(big, one.server().files().content("/a"));
        }
    }

    @Test
    void aDataConnectionThatIsRefusedUnderTls13IsTriedAnew() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            one.server().onCommand("STOR", 1, Behaviour.onData(new DataFault.NoTls("425 No.")));
            done(one.upload("a", "/a", ExistsRule.FAIL));
        }
    }

    @ParameterizedTest
    @CsvSource({"FAIL, 0", "RENAME, 0", "OVERWRITE, 2500000", "RESUME, 1000"})
    void inTheMiddleOfTheFileAsWell(ExistsRule rule, int there) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            if (there > 0) {
                one.server().files().file("/a", Arrays.copyOf(CONTENT, there));
            }
            one.server()
                    .onCommand(
                            "STOR",
                            1,
                            Behaviour.onData(
                                    new DataFault.Cut(1_500_000, "522 Session reuse required.")));

            var done = done(one.upload("a", "/a", rule));

            assertEquals(RemotePath.of("/a"), done.target());
            assertEquals("TLSv1.2", done.controls().target().split(",")[0]);
            assertArrayEquals(CONTENT, one.server().files().content("/a"));
        }
    }

    @Test
    void whatIsNoFileIsNotSent() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.createDirectory(folder.resolve("d"));
            assertEquals(
                    Failure.Kind.LOCAL_DISK,
                    failure(one.upload("none", "/a", ExistsRule.FAIL)).kind());
            assertEquals(
                    Failure.Kind.LOCAL_DISK,
                    failure(one.upload("d", "/a", ExistsRule.FAIL)).kind());
            assertFalse(one.server().files().isFile("/a"));
        }
    }

    @Test
    void aFolderIsSentAndLinksToFoldersAreNotFollowed() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Path inner = Files.createDirectories(folder.resolve("d/e"));
            Files.write(inner.resolve("f"), CONTENT);
            Files.createDirectory(inner.resolve("empty"));
            Files.createSymbolicLink(inner.resolve("round"), folder);
            Files.createSymbolicLink(inner.resolve("file"), inner.resolve("f"));
            JobId job = one.start(one.upload(JobSpec.Kind.FOLDER, "d", "/x", ExistsRule.FAIL));
            Outcome _ = one.outcome(job);
            assertArrayEquals(CONTENT, one.server().files().content("/x/e/f"));
            assertArrayEquals(CONTENT, one.server().files().content("/x/e/file"));
            assertTrue(one.server().files().isFolder("/x/e/empty"));
            assertFalse(one.server().files().isFolder("/x/e/round"));
            assertTrue(
                    one.outcomes().stream()
                            .anyMatch(outcome ->
                                    outcome instanceof Outcome.Expanded(_, _, int leftOut, _)
                                            && leftOut == 1));
        }
    }

    private static Outcome.Done done(Outcome outcome) {
        return assertInstanceOf(Outcome.Done.class, outcome, outcome.toString());
    }

    private static Failure failure(Outcome outcome) {
        return ScriptedLocal.failure(outcome);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(6).nextBytes(bytes);
        return bytes;
    }
}
