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
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class DownloadTest {

    private static final byte[] CONTENT = random(3_000_000);
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir private Path top = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void choose() throws IOException {
        folder = Files.createDirectory(top.resolve("chosen"));
    }

    @Test
    void aFileArrivesWholeWithItsTimeAndNothingBeside() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            var done =
                    done(download(one, TransferPolicy.secure(ExistsRule.FAIL).keepingTimes(true)));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
            assertEquals(CONTENT.length, done.bytes());
            assertEquals(Route.local(), done.route());
            assertEquals(Protection.TLS, done.protection());
            assertEquals("", done.controls().target());
            assertEquals(
                    one.server().files().modified("/a"),
                    Files.getLastModifiedTime(folder.resolve("b")).toInstant());
            assertEquals(List.of("b"), names());
        }
    }

    @Test
    void withoutTheWishItKeepsItsTimeAllTheSame() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            done(one.download("/a", "b", ExistsRule.FAIL));
            Instant time = Files.getLastModifiedTime(folder.resolve("b")).toInstant();
            assertEquals(one.server().files().modified("/a"), time);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 1000, true", "1000, 5000, false", "1000, 1000, false"})
    void aFileThatChangedLaterReplacesTheOlderOne(long there, long here, boolean replaced)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            one.server().files().setModified("/a", Instant.ofEpochMilli(there));
            Path file = Files.write(folder.resolve("b"), new byte[3]);
            Files.setLastModifiedTime(file, FileTime.fromMillis(here));
            Outcome outcome = one.download("/a", "b", ExistsRule.OVERWRITE_NEWER);
            assertEquals(replaced ? "done" : "skipped", outcome.word());
            assertEquals(replaced ? CONTENT.length : 3, Files.size(file));
        }
    }

    @Test
    void aResumeGoesBackAsFarAsTheUserWants() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            byte[] damaged = Arrays.copyOf(CONTENT, 1_000);
            damaged[900]++;
            Files.write(folder.resolve("b"), damaged);
            done(download(one, TransferPolicy.secure(ExistsRule.RESUME).rollingBack(300)));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
            assertTrue(one.server().commands().contains("REST 700"));
        }
    }

    @Test
    void whatWasNoPartOfItIsAsItWasAfterwards() throws Exception {
        Setup hashing = Setup.USUAL.with(Skill.XSHA256);
        try (var one = new ScriptedLocal(folder, hashing, TestClient.PATIENT)) {
            one.server().files().file("/a", CONTENT);
            byte[] other = new byte[1_000];
            Files.write(folder.resolve("b"), other);
            Failure failure =
                    failure(
                            download(
                                    one,
                                    TransferPolicy.secure(ExistsRule.RESUME).rollingBack(300)));
            assertEquals(Failure.Remedy.ASK_USER, failure.remedy());
            assertArrayEquals(other, Files.readAllBytes(folder.resolve("b")));
        }
    }

    private static Outcome download(ScriptedLocal one, TransferPolicy policy)
            throws InterruptedException {
        return one.outcome(one.start(one.download(JobSpec.Kind.FILE, "/a", "b", policy)));
    }

    @Test
    void anEmptyFileArrivesToo() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", new byte[0]);
            assertEquals(0, done(one.download("/a", "a", ExistsRule.FAIL)).bytes());
            assertEquals(0, Files.size(folder.resolve("a")));
        }
    }

    @Test
    void theRuleForExistingFilesHolds() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            Path there = Files.writeString(folder.resolve("a.txt"), "old");
            Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwx------"));

            assertEquals(
                    Failure.Kind.EXISTS,
                    failure(one.download("/a", "a.txt", ExistsRule.FAIL)).kind());
            assertInstanceOf(Outcome.Skipped.class, one.download("/a", "a.txt", ExistsRule.SKIP));
            var renamed = done(one.download("/a", "a.txt", ExistsRule.RENAME));
            assertEquals(one.local("a (2).txt"), renamed.target());
            assertEquals("old", Files.readString(there));

            one.prompt(_ -> new ExistsPrompt.Answer(ExistsRule.OVERWRITE, false));
            assertEquals(CONTENT.length, done(one.download("/a", "a.txt", ExistsRule.ASK)).bytes());
            assertArrayEquals(CONTENT, Files.readAllBytes(there));
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(there)));
            assertEquals(List.of("a (2).txt", "a.txt"), names());
        }
    }

    @Test
    void resumeContinuesWhatIsThere() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            byte[] half = Arrays.copyOf(CONTENT, 1_000);
            Files.write(folder.resolve("a"), half);
            assertEquals(CONTENT.length, done(one.download("/a", "a", ExistsRule.RESUME)).bytes());
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("a")));
            assertTrue(one.server().commands().contains("REST 1000"));
            assertInstanceOf(Outcome.Skipped.class, one.download("/a", "a", ExistsRule.RESUME));

            Files.write(folder.resolve("b.crossdock-part"), half);
            done(one.download("/a", "b", ExistsRule.RESUME));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
            assertEquals(List.of("a", "b"), names());
        }
    }

    @Test
    void aStrangersPartIsNotBuiltOn() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            Files.write(folder.resolve("a.crossdock-part"), new byte[2_000_000]);
            done(one.download("/a", "a", ExistsRule.FAIL));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("a")));
        }
    }

    @Test
    void aPartThatAnotherProgramWritesIsLeftAlone() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            Path part = Files.write(folder.resolve("a.crossdock-part"), new byte[17]);
            JobId job;
            try (var other = FileChannel.open(part, StandardOpenOption.WRITE);
                    var _ = other.lock()) {
                job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));

                Failure failure = failure(one.outcome(job));

                assertEquals(Failure.Kind.LOCAL_DISK, failure.kind());
                assertEquals("Another program is writing " + part + ".", failure.message());
                assertArrayEquals(new byte[17], Files.readAllBytes(part));
            }
            // What it leaves is not ours either.
            Files.write(part, new byte[2_000_000]);
            done(one.retry(job));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("a")));
            assertFalse(one.server().commands().stream().anyMatch(line -> line.startsWith("REST")));
        }
    }

    @Test
    void aTransferThatBreaksGoesOnWhereItBroke() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            one.server()
                    .onCommand(
                            "RETR",
                            1,
                            Behaviour.onData(new DataFault.Cut(2_000_000, "426 Broken.")));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));
            Outcome first = one.outcome(job);
            Outcome last = first instanceof Outcome.Done ? first : one.retry(job);
            done(last);
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("a")));
            assertTrue(one.server().commands().stream().anyMatch(line -> line.startsWith("REST ")));
        }
    }

    @Test
    void aShortFileIsNotTakenForTheWholeOne() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            one.server().onCommand("RETR", Behaviour.onData(new DataFault.Cut(1_000, "226 Done.")));
            assertEquals(
                    Failure.Kind.TRUNCATED,
                    failure(one.download("/a", "a", ExistsRule.FAIL)).kind());
            assertEquals(List.of(), names());
        }
    }

    @Test
    void cancellingEndsAStalledDownloadAndKeepsWhatIsWorthIt() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            one.server()
                    .onCommand("RETR", 1, Behaviour.onData(new DataFault.StallAfter(2_000_000)));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));
            await().until(() ->
                    one.job(job).progress() instanceof Progress.Counted(var bytes)
                            && bytes == 2_000_000);

            Duration took = one.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, one.outcome(job));
            assertTrue(cancelled.note().endsWith("a.crossdock-part."), cancelled.note());
            done(one.retry(job));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("a")));
            assertTrue(one.server().commands().contains("REST 2000000"));
        }
    }

    @Test
    void theSpeedLimitHoldsAndCancellingDoesNotWaitForIt() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            one.limit().set(50_000);
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));
            await().until(() ->
                    one.job(job).progress() instanceof Progress.Counted(var bytes) && bytes > 0);
            Duration took = one.cancel(job);
            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertEquals(List.of(), names());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OVERWRITE", "RESUME", "FAIL"})
    void aLinkInTheTargetFolderIsNeverWrittenThrough(ExistsRule rule) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/d/a", CONTENT);
            Path outside = Files.createDirectory(top.resolve("outside"));
            Path victim = Files.writeString(outside.resolve("a"), "mine");
            Files.createSymbolicLink(folder.resolve("d"), outside);
            Files.createSymbolicLink(folder.resolve("a"), victim);

            JobId job = one.start(one.download(JobSpec.Kind.FOLDER, "/d", "d", rule));
            assertEquals(Failure.Kind.LOCAL_DISK, failure(one.outcome(job)).kind());
            assertEquals(Failure.Kind.LOCAL_DISK, failure(one.download("/d/a", "a", rule)).kind());
            assertEquals("mine", Files.readString(victim));
            assertEquals(2, one.outcomes().size());
        }
    }

    @Test
    void aLinkInPlaceOfThePartIsNotFollowed() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            Path victim = Files.writeString(top.resolve("victim"), "mine");
            Path link = Files.createSymbolicLink(folder.resolve("a.crossdock-part"), victim);
            Failure failure = failure(one.download("/a", "a", ExistsRule.OVERWRITE));
            assertTrue(failure.message().startsWith(link + " is a link"), failure.message());
            assertEquals("mine", Files.readString(victim));
            assertTrue(Files.isSymbolicLink(link));
        }
    }

    @Test
    void aLocalFileThatGrowsMeanwhileIsNotCut() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            Path file = Files.write(folder.resolve("a"), Arrays.copyOf(CONTENT, 1_000));
            var grown = new CountDownLatch(1);
            one.server().onCommand("SIZE", 1, 1, new Behaviour.Hold(grown));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.RESUME));
            await().until(() ->
                    one.server().commands().stream().filter(line -> line.startsWith("SIZE")).count()
                            == 2);
            Files.write(file, Arrays.copyOf(CONTENT, 2_000));
            grown.countDown();

            assertEquals(
                    file + " changed on this computer meanwhile.",
                    failure(one.outcome(job)).message());
            assertEquals(2_000, Files.size(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "replaced"})
    void aPartThatGoesMeanwhileIsNoFile(String how) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            var gone = new CountDownLatch(1);
            one.server().onCommand("RETR", 1, Behaviour.onData(new DataFault.HoldFinal(gone)));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));
            Path part = folder.resolve("a.crossdock-part");
            await().until(() -> Files.exists(part));
            Files.move(part, top.resolve("elsewhere"));
            if (how.equals("replaced")) {
                Files.writeString(part, "foreign");
            }
            gone.countDown();

            assertEquals(
                    part + " was removed or replaced meanwhile.",
                    failure(one.outcome(job)).message());
            assertEquals(how.equals("replaced") ? List.of("a.crossdock-part") : List.of(), names());
        }
    }

    @Test
    void whatTurnsUpMeanwhileIsNotReplaced() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", new byte[1_000]);
            var there = new CountDownLatch(1);
            one.server().onCommand("RETR", 1, Behaviour.onData(new DataFault.HoldFinal(there)));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "a", ExistsRule.FAIL));
            await().until(() -> names().equals(List.of("a.crossdock-part")));
            Files.writeString(folder.resolve("a"), "foreign");
            there.countDown();

            assertEquals(Failure.Kind.EXISTS, failure(one.outcome(job)).kind());

            assertEquals("foreign", Files.readString(folder.resolve("a")));
            assertEquals(List.of("a"), names());
        }
    }

    @Test
    void hostileNamesOfAListingStayInTheFolder() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().folder("/d");
            one.server()
                    .onCommand(
                            "MLSD",
                            1,
                            Behaviour.content(
                                    """
                                    type=file;size=1; ../evil
                                    type=file;size=1; ..
                                    type=file;size=1; /etc/evil
                                    type=dir; ..
                                    type=dir; ../../evil
                                    type=file;size=1; ..\\evil
                                    type=file;size=1; x.crossdock-part
                                    type=file;size=1; x.CROSSDOCK-part
                                    """));
            one.server().files().file("/d/..\\evil", new byte[1]);
            one.server().files().file("/d/x.crossdock-part", new byte[1]);
            JobId job = one.start(one.download(JobSpec.Kind.FOLDER, "/d", "d", ExistsRule.FAIL));
            assertInstanceOf(Outcome.Expanded.class, one.outcome(job));
            try (var all = Files.walk(top)) {
                assertEquals(
                        List.of("chosen", "chosen/d", "chosen/d/..\\evil"),
                        all.map(top::relativize)
                                .map(Path::toString)
                                .filter(name -> !name.isEmpty())
                                .sorted()
                                .toList());
            }
        }
    }

    @Test
    void namesThatTheDiskCannotHoldFailWithWordsAndLongOnesArrive() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            String longest = "n".repeat(255);
            one.server().files().file("/a", new byte[5]);
            done(one.download("/a", longest, ExistsRule.FAIL));
            assertEquals(List.of(longest), names());
            assertEquals(
                    Failure.Kind.LOCAL_DISK,
                    failure(one.download("/a", longest + "n", ExistsRule.FAIL)).kind());
            assertEquals(
                    Failure.Kind.NAME,
                    failure(one.download("/a", "\udcff", ExistsRule.FAIL)).kind());
        }
    }

    @Test
    void whatIsInTheWayIsSaid() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", new byte[5]);
            Files.createDirectory(folder.resolve("a"));
            Failure there = failure(one.download("/a", "a", ExistsRule.OVERWRITE));
            assertEquals(Failure.Kind.LOCAL_DISK, there.kind());
            assertEquals(
                    folder.resolve("a") + " on this computer is a folder already.",
                    there.message());
            assertEquals(
                    folder.resolve("gone") + " is not there on this computer.",
                    failure(one.download("/a", "gone/a", ExistsRule.FAIL)).message());
            assertEquals(
                    Failure.Kind.REFUSED,
                    failure(one.download("/none", "b", ExistsRule.FAIL)).kind());
        }
    }

    @Test
    void aFolderArrivesWithAllThatIsInIt() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/d/e/f", CONTENT).file("/d/g", new byte[2]).folder("/d/h");
            JobId job = one.start(one.download(JobSpec.Kind.FOLDER, "/d", "x", ExistsRule.FAIL));
            Outcome _ = one.outcome(job);
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("x/e/f")));
            assertEquals(2, Files.size(folder.resolve("x/g")));
            assertTrue(Files.isDirectory(folder.resolve("x/h"), LinkOption.NOFOLLOW_LINKS));
            assertFalse(one.outcomes().stream().anyMatch(Outcome.Failed.class::isInstance));
        }
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
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
        new Random(5).nextBytes(bytes);
        bytes[0] = "x".getBytes(StandardCharsets.UTF_8)[0];
        return bytes;
    }
}
