package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Jobs with this computer that are cancelled while the server says nothing.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class LocalCancelTest {

    private static final byte[] CONTENT = content();
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    command, time, stays
                    CONNECT, 1,    false
                    PASS,    1,    false
                    SIZE,    1,    false
                    MDTM,    1,    false
                    PASV,    1,    false
                    RETR,    1,    false
                    SIZE,    2,    true
                    MDTM,    2,    true
                    """)
    void aDownloadEndsAtOnceAndLeavesOnlyWhatIsOfUse(String command, int time, boolean stays)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            one.server().files().file("/a", CONTENT);
            JobId job =
                    cancelled(
                            one,
                            one.download(JobSpec.Kind.FILE, "/a", "b", ExistsRule.FAIL),
                            command,
                            time);

            assertEquals(stays ? List.of("b.crossdock-part") : List.of(), names());
            assertEquals(!stays, note(one, job).isEmpty(), note(one, job));
            assertInstanceOf(Outcome.Done.class, one.retry(job));
            assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("b")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    command, time, stays
                    CONNECT, 1,    false
                    PASS,    1,    false
                    SIZE,    1,    false
                    PASV,    1,    false
                    STOR,    1,    true
                    MFMT,    1,    true
                    SIZE,    2,    true
                    """)
    void anUploadEndsAtOnceAndTellsWhatMayStay(String command, int time, boolean stays)
            throws Exception {
        try (var one = new ScriptedLocal(folder)) {
            Files.write(folder.resolve("a"), CONTENT);
            JobId job =
                    cancelled(
                            one,
                            one.upload(JobSpec.Kind.FILE, "a", "/b", ExistsRule.FAIL),
                            command,
                            time);

            assertEquals(!stays, note(one, job).isEmpty(), note(one, job));
            assertInstanceOf(Outcome.Done.class, one.retry(job));
            assertArrayEquals(CONTENT, one.server().files().content("/b"));
        }
    }

    /// Cancels while the command waits for its answer.
    private static JobId cancelled(ScriptedLocal one, JobSpec spec, String command, int time)
            throws InterruptedException {
        var answered = new CountDownLatch(1);
        one.server().onCommand(command, time - 1, 1, new Behaviour.Hold(answered));
        JobId job = one.start(spec);
        await().until(() ->
                command.equals("CONNECT")
                        ? one.server().openConnections() == 1
                        : one.server().commands().stream()
                                        .filter(line -> line.startsWith(command))
                                        .count()
                                == time);

        Duration took = one.cancel(job);
        answered.countDown();

        assertTrue(took.compareTo(SOON) < 0, took.toString());
        return job;
    }

    private static String note(ScriptedLocal one, JobId job) {
        return assertInstanceOf(Outcome.Cancelled.class, one.job(job).outcome().orElseThrow())
                .note();
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] content() {
        byte[] bytes = new byte[2_000_000];
        new Random(9).nextBytes(bytes);
        return bytes;
    }
}
