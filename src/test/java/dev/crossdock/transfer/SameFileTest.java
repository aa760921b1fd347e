package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A part is continued only with the file that it is of, and a file that changes is no whole one.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class SameFileTest {

    private static final byte[] CONTENT = random(3_000_000, 1);
    private static final int PART = 2_000_000;
    private static final Instant TIME = Instant.parse("2020-02-03T04:05:06Z");
    private static final Instant LATER = TIME.plusSeconds(60);

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    size,    time,                 same
                    3000000, 2020-02-03T04:05:06Z, true
                    3000000, 2020-02-03T04:06:06Z, false
                    3000001, 2020-02-03T04:05:06Z, false
                    2999999, 2020-02-03T04:06:06Z, false
                    1000,    2020-02-03T04:06:06Z, false
                    """)
    void aDownloadThatBrokeGoesOnOnlyWithTheSameFile(int size, Instant time, boolean same)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, CONTENT, TIME);
            JobId job = brokenDownload(one);
            byte[] now = same ? CONTENT : random(size, 2);
            on(one, now, time);

            assertInstanceOf(Outcome.Done.class, one.retry(job));

            assertArrayEquals(now, Files.readAllBytes(folder.resolve("b")));
            assertEquals(same ? List.of("REST 2000000") : List.of(), rests(one));
            assertEquals(List.of("b"), names());
        }
    }

    @Test
    void whereTheServerTellsNoTimeADownloadBeginsAnew() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().onCommand("MDTM", Behaviour.answer("500 MDTM not understood."));
            on(one, CONTENT, TIME);
            JobId job = brokenDownload(one);

            assertInstanceOf(Outcome.Done.class, one.retry(job));

            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
            assertEquals(List.of(), rests(one));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    size,    time,                 same
                    3000000, 2020-02-03T04:05:06Z, true
                    3000000, 2020-02-03T04:06:06Z, false
                    3000001, 2020-02-03T04:05:06Z, false
                    2999999, 2020-02-03T04:06:06Z, false
                    """)
    void anUploadThatBrokeGoesOnOnlyWithTheSameFile(int size, Instant time, boolean same)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            here(CONTENT, TIME);
            one.server().onCommand("STOR", 1, cut());
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL));
            assertInstanceOf(Outcome.Failed.class, one.outcome(job));
            byte[] now = same ? CONTENT : random(size, 2);
            here(now, time);

            assertInstanceOf(Outcome.Done.class, one.retry(job));

            assertArrayEquals(now, one.server().files().content("/b"));
            assertEquals(same ? List.of("REST 2000000") : List.of(), rests(one));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASV", "STOR"})
    void whatTurnsUpAfterARefusalIsNotOurs(String refused) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            here(CONTENT, TIME);
            one.server().onCommand(refused, 2, Behaviour.answer("553 Not now."));
            one.server().onCommand("EPSV", 2, Behaviour.answer("553 Not now."));
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL));

            assertForeignFileStays(one, job);
        }
    }

    @Test
    void whatTurnsUpAfterTheConnectionWasLostBeforeStorIsNotOurs() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            here(CONTENT, TIME);
            one.server().onCommand("PASV", 2, Behaviour.drop());
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL));

            assertForeignFileStays(one, job);
        }
    }

    @Test
    void whatTurnsUpAfterACancelBeforeStorIsNotOurs() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            here(CONTENT, TIME);
            one.server().onCommand("PASV", 1, new Behaviour.Ignore());
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL));
            await().until(() -> one.server().commands().contains("PASV"));

            one.cancel(job);

            assertEquals(new Outcome.Cancelled(""), one.outcome(job));
            assertForeignFileStays(one, job);
        }
    }

    @Test
    void whatAnotherJobHasLeftUnderTheSameNameIsNotContinued() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, CONTENT, TIME);
            byte[] other = random(3_000_000, 2);
            one.server().files().file("/other", other);
            JobId job = brokenDownload(one);
            one.server()
                    .onCommand(
                            "RETR", 1, Behaviour.onData(new DataFault.Cut(2_500_000, "426 No.")));
            JobId second =
                    one.start(one.download(JobSpec.Kind.FILE, "/other", "b", ExistsRule.FAIL));
            assertInstanceOf(Outcome.Failed.class, one.outcome(second));

            assertInstanceOf(Outcome.Done.class, one.retry(job));

            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLocalFileThatChangesWhileItIsSentIsAFailure(boolean grows) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            here(CONTENT, TIME);
            var changed = new CountDownLatch(1);
            one.server().onCommand("STOR", 1, Behaviour.onData(new DataFault.Pause(PART, changed)));
            JobId job = one.start(one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL));
            await().until(() ->
                    one.server().files().isFile("/b") && one.server().files().size("/b") == PART);
            Path file = folder.resolve("a");
            if (grows) {
                Files.write(file, new byte[10], StandardOpenOption.APPEND);
                Files.setLastModifiedTime(file, FileTime.from(TIME));
            } else {
                here(random(CONTENT.length, 2), LATER);
            }
            changed.countDown();

            Failure failure = ScriptedLocal.failure(one.outcome(job));

            assertEquals(Failure.Kind.LOCAL_DISK, failure.kind());
            assertEquals(file + " changed while it was sent.", failure.message());
            assertInstanceOf(Outcome.Done.class, one.retry(job));
            assertArrayEquals(Files.readAllBytes(file), one.server().files().content("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({"3000000", "3000010", "2999990", "1000"})
    void aServersFileThatChangesWhileItComesIsFetchedOnceMore(int size) throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, CONTENT, TIME);
            var changed = new CountDownLatch(1);
            one.server().onCommand("RETR", 1, Behaviour.onData(new DataFault.Pause(PART, changed)));
            JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "b", ExistsRule.FAIL));
            Path part = folder.resolve("b.crossdock-part");
            await().until(() -> Files.exists(part) && Files.size(part) == PART);
            byte[] now = random(size, 2);
            on(one, now, LATER);
            changed.countDown();

            assertInstanceOf(Outcome.Done.class, one.outcome(job));

            assertArrayEquals(now, Files.readAllBytes(folder.resolve("b")));
            assertEquals(List.of(), rests(one));
            assertEquals(LATER, Files.getLastModifiedTime(folder.resolve("b")).toInstant());
        }
    }

    @Test
    void aServersFileThatGoesOnChangingIsAFailureAndNothingIsKept() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, CONTENT, TIME);
            var looks = new AtomicInteger(10);
            one.server()
                    .onCommand(
                            "MDTM",
                            new Behaviour.Reword(
                                    _ -> "213 202002030405" + looks.incrementAndGet()));

            Failure failure = ScriptedLocal.failure(one.download("/a", "b", ExistsRule.FAIL));

            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertEquals("/a changed on server while it came.", failure.message());
            assertEquals(2, count(one, "RETR"));
            assertEquals(List.of(), names());
        }
    }

    @Test
    void whatTheUserWantsContinuedIsAsItWasIfTheServersFileChanges() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, CONTENT, TIME);
            byte[] half = Arrays.copyOf(CONTENT, 1_500_000);
            Files.write(folder.resolve("b"), half);
            var looks = new AtomicInteger(10);
            one.server()
                    .onCommand(
                            "MDTM",
                            new Behaviour.Reword(
                                    _ -> "213 202002030405" + looks.incrementAndGet()));

            Failure failure = ScriptedLocal.failure(one.download("/a", "b", ExistsRule.RESUME));

            assertEquals("/a changed on server while it came.", failure.message());
            assertArrayEquals(half, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @Test
    void aServerThatSendsMoreThanItToldIsStopped() throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            on(one, random(40_000_000, 1), TIME);
            one.server().onCommand("SIZE", Behaviour.answer("213 2000000"));

            Failure failure = ScriptedLocal.failure(one.download("/a", "b", ExistsRule.FAIL));

            assertEquals(
                    "server sent more of /a than the 2,000,000 bytes that it had told.",
                    failure.message());
            assertEquals(List.of(), names());
        }
    }

    /// The file on the server.
    private static void on(ScriptedLocal one, byte[] content, Instant time) {
        one.server().files().file("/a", content).setModified("/a", time);
    }

    /// The file on this computer.
    private void here(byte[] content, Instant time) throws IOException {
        Path file = Files.write(folder.resolve("a"), content);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private static JobId brokenDownload(ScriptedLocal one) throws InterruptedException {
        one.server().onCommand("RETR", 1, cut());
        JobId job = one.start(one.download(JobSpec.Kind.FILE, "/a", "b", ExistsRule.FAIL));
        assertInstanceOf(Outcome.Failed.class, one.outcome(job));
        return job;
    }

    private static void assertForeignFileStays(ScriptedLocal one, JobId job)
            throws InterruptedException {
        assertTrue(!(one.outcome(job) instanceof Outcome.Done));
        one.server().forgetRules();
        byte[] foreign = random(1_500_000, 3);
        one.server().files().file("/b", foreign);

        Failure failure = ScriptedLocal.failure(one.retry(job));

        assertEquals(Failure.Kind.EXISTS, failure.kind());
        assertArrayEquals(foreign, one.server().files().content("/b"));
    }

    private static Behaviour cut() {
        return Behaviour.onData(new DataFault.Cut(PART, "426 The network is gone."));
    }

    private static List<String> rests(ScriptedLocal one) {
        return one.server().commands().stream().filter(line -> line.startsWith("REST")).toList();
    }

    private static int count(ScriptedLocal one, String start) {
        return (int)
                one.server().commands().stream().filter(line -> line.startsWith(start)).count();
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
