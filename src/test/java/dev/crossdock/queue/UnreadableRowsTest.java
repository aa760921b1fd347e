package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One row that holds nonsense does not hold up the others.
@Timeout(60)
class UnreadableRowsTest {

    private static final Outcome OK = new Outcome.Skipped("as told");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 7",
                "source = 99",
                "policy = 99",
                "source_path = ''",
                "source_path = 'not absolute'",
                "outcome = '{'",
                "route = 'nowhere'",
                "state = 42",
            })
    void theOtherJobsOfTheLineRun(String nonsense) throws Exception {
        Set<String> ran = ConcurrentHashMap.newKeySet();
        List<JobId> ids;
        try (var queue = open((_, _) -> OK)) {
            ids =
                    queue.add(
                            List.of(
                                    Specs.file("/a"),
                                    Specs.file("/b"),
                                    Specs.file("beta", "gamma", "/c")));
            assertEquals(Optional.empty(), queue.awaitStored());
        }
        sql("UPDATE jobs SET %s WHERE id = %d".formatted(nonsense, ids.getFirst().value()));

        try (var queue = open(running(ran))) {
            queue.begin();
            queue.awaitIdle();
            assertEquals(Set.of("/b", "/c"), ran);
            assertEquals(Optional.empty(), queue.changesSince(0).totals().trouble());
        }
        try (var queue = open((_, _) -> OK)) {
            assertEquals(
                    !nonsense.startsWith("state"),
                    queue.findings().contains("One job could not be read and is left out."));
        }
        try (var queue = open((_, _) -> OK)) {
            assertEquals(List.of(), queue.findings());
        }
    }

    @Test
    void allThatFailedIsTriedAgainAndTheQueueGoesOn() throws Exception {
        Set<String> ran = ConcurrentHashMap.newKeySet();
        var failed =
                new Outcome.Failed(
                        Failure.of(Failure.Kind.REFUSED, "beta", "no", Failure.Remedy.GIVE_UP, ""));
        List<JobId> ids;
        try (var queue = open((_, _) -> failed)) {
            queue.begin();
            ids = queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
            queue.awaitIdle();
        }
        sql("UPDATE jobs SET outcome = '{' WHERE id = " + ids.getFirst().value());

        try (var queue = open(running(ran))) {
            queue.begin();
            queue.retryAllFailed();
            List<JobId> _ = queue.add(List.of(Specs.file("/c")));
            queue.awaitIdle();
            assertEquals(Set.of("/b", "/c"), ran);
        }
    }

    @Test
    void aRowThatIsOnlyLookedAtLeavesItsList() throws Exception {
        List<JobId> ids;
        try (var queue = open((_, _) -> OK)) {
            queue.begin();
            ids = queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
            queue.awaitIdle();
        }
        sql("UPDATE jobs SET outcome = '{' WHERE id = " + ids.getFirst().value());

        try (var queue = open((_, _) -> OK)) {
            assertEquals(Optional.empty(), queue.awaitStored());
            assertEquals(2, queue.changesSince(0).totals().ended());
            assertEquals(1, queue.views(ids).size());
            assertEquals(Optional.empty(), queue.awaitStored());
            assertEquals(1, queue.changesSince(0).totals().ended());
            assertTrue(queue.find(ids.getLast()).isPresent());
        }
    }

    private static JobRunner running(Set<String> ran) {
        return (spec, _) -> {
            ran.add(spec.sourcePath().value());
            return OK;
        };
    }

    private QueueService open(JobRunner runner) throws IOException {
        return new QueueService(
                JobFile.open(folder, Clock.systemUTC()),
                runner,
                () -> QueueRules.plain(1),
                Clock.systemUTC());
    }

    private void sql(String line) throws SQLException {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
                var statement = connection.createStatement()) {
            statement.execute(line);
        }
    }
}
