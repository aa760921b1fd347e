package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class BoardTest {

    private static final Instant NOW = Instant.EPOCH;

    /// How far a job is.
    private record Step(JobState state, int attempts) {}

    /// What one onlooker believes, who asks now and then for what is new.
    private static final class Onlooker {

        private final Map<JobId, Step> believed = new HashMap<>();
        private long version;

        private void look(Board board) {
            QueueChanges changes = board.since(version);
            for (JobView job : changes.changed()) {
                var step = new Step(job.state(), job.attempts());
                Step before = believed.put(job.id(), step);
                boolean running = job.state() == JobState.RUNNING;
                assertTrue(running || !step.equals(before), "told twice: " + job.id());
            }
            for (JobId id : changes.removed()) {
                believed.remove(id);
            }
            version = changes.version();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverAsksNowAndThenKnowsInTheEndWhatIsThere(long seed) {
        var random = new Random(seed);
        var board = new Board();
        var jobs = new ArrayList<JobRecord>();
        var onlookers = List.of(new Onlooker(), new Onlooker(), new Onlooker());

        for (int step = 0; step < 3_000; step++) {
            change(board, jobs, step, random);
            if (random.nextInt(4) == 0) {
                onlookers.get(random.nextInt(onlookers.size())).look(board);
            }
        }

        var there = new HashMap<JobId, Step>();
        jobs.forEach(job -> there.put(job.id(), new Step(job.state(), job.attempts())));
        for (Onlooker onlooker : onlookers) {
            onlooker.look(board);
            assertEquals(there, onlooker.believed);
        }
        var late = new Onlooker();
        late.look(board);
        assertEquals(there, late.believed);
        QueueChanges all = board.since(0);
        assertEquals(count(jobs, JobState.WAITING), all.waiting());
        assertEquals(count(jobs, JobState.RUNNING), all.running());
    }

    @Test
    void aRunningJobIsShownEachTimeWithItsPresentProgress() {
        var board = new Board();
        var meter = new Meter();
        board.show(waiting(1).start(NOW), meter);
        long version = board.since(0).version();

        meter.observe(7, NOW);
        JobView job = board.since(version).changed().getFirst();

        assertEquals(new Progress.Observed(7, NOW), job.progress());
        assertEquals(version, board.since(version).version());
    }

    @Test
    void aJobThatHasEndedIsNotShownAgain() {
        var board = new Board();
        board.show(waiting(1).start(NOW).end(new Outcome.Skipped(""), NOW), new Meter());

        assertEquals(List.of(), board.since(board.since(0).version()).changed());
    }

    @Test
    void aVersionFromTheFutureShowsOnlyWhatRuns() {
        var board = new Board();
        board.show(waiting(1), null);
        board.show(waiting(2).start(NOW), new Meter());

        assertEquals(
                List.of(new JobId(2)),
                board.since(1_000_000).changed().stream().map(JobView::id).toList());
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        var board = new Board();
        board.remove(List.of(new JobId(5)));

        assertEquals(new QueueChanges(0, List.of(), List.of(), 0, 0), board.since(0));
    }

    @Test
    void theWordsOfAWaitingJobAreItsOwn() {
        var board = new Board();
        board.show(waiting(1), null);
        JobView job = board.since(0).changed().getFirst();

        assertEquals("", job.note());
        assertEquals(new Progress.Unknown(), job.progress());
        assertEquals(Optional.empty(), job.route());
        assertFalse(job.started().isPresent());
    }

    private static void change(Board board, List<JobRecord> jobs, int step, Random random) {
        int index = jobs.isEmpty() ? -1 : random.nextInt(jobs.size());
        if (index < 0 || random.nextInt(3) == 0) {
            jobs.add(waiting(step));
            board.show(jobs.getLast(), null);
            return;
        }
        JobRecord job = jobs.get(index);
        JobRecord next =
                switch (job.state()) {
                    case WAITING -> job.start(NOW);
                    case RUNNING -> job.end(new Outcome.Cancelled(""), NOW);
                    case CANCELLED -> job.lineUpAgain(Instant.EPOCH);
                    case DONE, SKIPPED, FAILED -> throw new IllegalStateException("not here");
                };
        if (job.state() == JobState.CANCELLED && random.nextBoolean()) {
            jobs.remove(index);
            board.remove(List.of(job.id()));
        } else {
            jobs.set(index, next);
            board.show(next, next.state() == JobState.WAITING ? null : new Meter());
        }
    }

    private static int count(List<JobRecord> jobs, JobState state) {
        return (int) jobs.stream().filter(job -> job.state() == state).count();
    }

    private static JobRecord waiting(long id) {
        return JobRecord.waiting(
                new JobId(id), Specs.file("/" + id), Optional.empty(), 1, Instant.EPOCH);
    }
}
