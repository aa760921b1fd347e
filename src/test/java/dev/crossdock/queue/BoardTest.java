package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class BoardTest {

    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverAsksNowAndThenKnowsInTheEndWhatIsThere(long seed) {
        var random = new Random(seed);
        var board = new Board();
        var jobs = new ArrayList<JobRecord>();
        var onlookers = List.of(new Onlooker(), new Onlooker(), new Onlooker());

        for (int step = 1; step < 9_000; step++) {
            change(board, jobs, step, random);
            // The last one looks so seldom that it misses some.
            int who = random.nextInt(2_000) == 0 ? 2 : random.nextInt(2);
            if (random.nextInt(4) == 0) {
                onlookers.get(who).take(board.since(onlookers.get(who).version()));
            }
        }

        for (Onlooker onlooker : onlookers) {
            onlooker.take(board.since(onlooker.version()));
            for (QueueList list : QueueList.values()) {
                assertEquals(ids(jobs, list), onlooker.ids(list));
            }
        }
        Totals totals = board.since(0).totals();
        assertEquals(count(jobs, JobState.WAITING), totals.waiting());
        assertEquals(count(jobs, JobState.PAUSED), totals.paused());
        assertEquals(count(jobs, JobState.RUNNING), totals.running());
        assertEquals(count(jobs, JobState.FAILED), totals.failed());
    }

    @Test
    void aRunningJobIsShownEachTimeWithItsPresentProgress() {
        var board = new Board();
        var meter = new Meter();
        board.show(null, waiting(1).start(NOW), meter);
        long version = board.since(0).version();

        meter.observe(7, NOW);

        assertEquals(
                new Progress.Observed(7, NOW),
                board.since(version).running().getFirst().progress());
        assertEquals(version, board.since(version).version());
    }

    @Test
    void aJobThatHasEndedIsToldOnce() {
        var board = new Board();
        JobRecord started = waiting(1).start(NOW);
        board.show(null, started, new Meter());
        JobRecord ended = started.end(new Outcome.Skipped(""), NOW, 1, Trip.NONE);
        board.show(started, ended, new Meter());
        long version = board.since(0).version();

        assertEquals(JobState.SKIPPED, board.since(0).changed().getFirst().state());
        assertEquals(List.of(), board.since(version).changed());
        assertEquals(List.of(), board.since(version).running());
    }

    @Test
    void whoMissedTooMuchGetsTheListsAsTheyAre() {
        var board = new Board();
        for (int id = 1; id <= 5_000; id++) {
            board.show(null, waiting(id), null);
        }

        QueueChanges all = board.since(0);
        var open = assertInstanceOf(ListChange.Whole.class, all.lists().get(QueueList.OPEN));
        assertEquals(5_000, open.now().size());
        assertEquals(List.of(), all.changed());
    }

    @Test
    void theListsOfTheFileAreShownWhole() {
        var board = new Board();
        var read = new EnumMap<QueueList, Ranks>(QueueList.class);
        for (QueueList list : QueueList.values()) {
            read.put(list, new Ranks());
        }
        var open = new Ranks();
        open.add(waiting(7).rank());
        open.add(waiting(8).rank());
        read.put(QueueList.OPEN, open);

        board.begin(read, 1);

        var onlooker = new Onlooker();
        onlooker.take(board.since(0));
        assertEquals(List.of(new JobId(7), new JobId(8)), onlooker.ids(QueueList.OPEN));
        assertEquals(1, board.since(0).totals().waiting());
        assertEquals(1, board.since(0).totals().paused());
    }

    @Test
    void theWordsOfAWaitingJobAreItsOwn() {
        var board = new Board();
        board.show(null, waiting(1), null);
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
            board.show(null, jobs.getLast(), null);
            return;
        }
        JobRecord job = jobs.get(index);
        if (job.state() == JobState.CANCELLED && random.nextBoolean()) {
            jobs.remove(index);
            board.show(job, null, null);
            return;
        }
        JobRecord next =
                switch (job.state()) {
                    case WAITING -> random.nextBoolean() ? job.pause() : job.start(NOW);
                    case PAUSED -> job.letGo();
                    case RUNNING -> job.end(new Outcome.Cancelled(""), NOW, step, Trip.NONE);
                    case CANCELLED -> job.lineUpAgain(NOW);
                    case DONE, SKIPPED, FAILED -> throw new IllegalStateException("not here");
                };
        jobs.set(index, next);
        board.show(job, next, next.state() == JobState.RUNNING ? new Meter() : null);
    }

    private static List<JobId> ids(List<JobRecord> jobs, QueueList list) {
        return jobs.stream()
                .filter(job -> job.state().list() == list)
                .sorted(
                        Comparator.comparing((JobRecord job) -> job.state() != JobState.RUNNING)
                                .thenComparing(JobRecord::rank))
                .map(JobRecord::id)
                .toList();
    }

    private static long count(List<JobRecord> jobs, JobState state) {
        return jobs.stream().filter(job -> job.state() == state).count();
    }

    private static JobRecord waiting(long id) {
        return JobRecord.added(
                new JobId(id),
                Specs.file("/" + id),
                Optional.empty(),
                1,
                Rank.order(Priority.NORMAL, Rank.MIDDLE),
                NOW,
                Wish.USUAL);
    }
}
