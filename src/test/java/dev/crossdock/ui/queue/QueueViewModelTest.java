package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.ListChange.Step;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Ranks;
import dev.crossdock.queue.Tally;
import dev.crossdock.queue.Totals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

class QueueViewModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final QueueThreads HERE =
            new QueueThreads(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

    private final List<JobId> ended = new ArrayList<>();
    private final QueueService idle =
            QueueService.temporary(
                    (_, _) -> {
                        throw new AssertionError("nothing was added");
                    },
                    1,
                    Clock.systemUTC());
    private final QueueViewModel model =
            new QueueViewModel(
                    idle, Clock.fixed(START, ZoneOffset.UTC), job -> ended.add(job.id()), HERE);

    @AfterEach
    void close() {
        idle.close();
    }

    @Test
    void aNewJobComesWithItsWords() {
        apply(came(QueueList.OPEN, 1, 2), Jobs.waiting(1), Jobs.waiting(2));
        assertEquals(2, open().size());
        assertEquals(JobState.WAITING, open().get(1).job().orElseThrow().state());
    }

    @Test
    void aChangedJobKeepsItsRow() {
        apply(came(QueueList.OPEN, 1), Jobs.waiting(1));
        JobRow before = open().getFirst();
        apply(Map.of(), Jobs.running(1, new Progress.Counted(10)));
        assertSame(before, open().getFirst());
        assertEquals(JobState.RUNNING, before.job().orElseThrow().state());
    }

    @Test
    void aJobThatFailsGoesToItsList() {
        apply(came(QueueList.OPEN, 1), Jobs.waiting(1));
        apply(
                Map.of(
                        QueueList.OPEN, steps(false, 1),
                        QueueList.FAILED, steps(true, 1)),
                Jobs.ended(1, JobState.FAILED, Jobs.DONE));
        assertEquals(0, open().size());
        assertEquals(new JobId(1), model.list(QueueList.FAILED).getFirst().id());
    }

    @Test
    void theSpeedComesFromTheTimesTheTargetWasAsked() {
        apply(came(QueueList.OPEN, 1), Jobs.running(1, new Progress.Observed(0, START)));
        apply(Map.of(), Jobs.running(1, new Progress.Observed(500, START.plusMillis(500))));
        assertEquals(1000, model.overviewProperty().get().speed(), 1);
        assertEquals(500, model.overviewProperty().get().under());
        apply(
                Map.of(
                        QueueList.OPEN, steps(false, 1),
                        QueueList.ENDED, steps(true, 1)),
                Jobs.ended(1, JobState.DONE, Jobs.DONE));
        assertEquals(0, model.overviewProperty().get().speed());
    }

    @Test
    void theEndOfAJobIsToldOnce() {
        apply(came(QueueList.OPEN, 1), Jobs.running(1, new Progress.Unknown()));
        apply(came(QueueList.ENDED, 1), Jobs.ended(1, JobState.DONE, Jobs.DONE));
        apply(Map.of(), Jobs.ended(1, JobState.DONE, Jobs.DONE));
        assertEquals(List.of(new JobId(1)), ended);
    }

    @Test
    void afterTooMuchToTellEverythingIsReadAgain() {
        apply(came(QueueList.OPEN, 1), Jobs.waiting(1));
        var ranks = new Ranks();
        ranks.add(Jobs.rank(1));
        apply(Map.of(QueueList.OPEN, new ListChange.Whole(ranks)));
        assertTrue(open().getFirst().isStale());
    }

    @Test
    void whatIsRemovedIsNoLongerFound() {
        var ranks = new Ranks();
        ranks.add(Jobs.rank(1));
        ranks.add(Jobs.rank(2));
        apply(Map.of(QueueList.ENDED, new ListChange.Whole(ranks)));
        model.find(ranks.copy());
        apply(Map.of(QueueList.ENDED, steps(false, 1)));
        assertEquals(1, model.found().size());
        apply(Map.of(QueueList.ENDED, new ListChange.Whole(new Ranks())));
        assertEquals(0, model.found().size());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    bytes, age, speed, estimate
                    250,   2,   100,   450
                    250,   0,   100,   250
                    250,   60,  100,   1000
                    250,   60,  10,    400
                    1000,  3,   100,   1000
                    """)
    void theEstimateGoesOnAtTheMeasuredSpeedForAWhileAndNeverBeyondTheSize(
            long bytes, long age, double speed, double estimate) {
        JobView job = Jobs.running(1, new Progress.Observed(bytes, START));
        assertEquals(
                OptionalDouble.of(estimate),
                QueueViewModel.estimate(job, OptionalDouble.of(speed), START.plusSeconds(age)));
    }

    @Test
    void whatIsCountedNeedsNoEstimate() {
        JobView job = Jobs.running(1, new Progress.Counted(5));
        assertEquals(
                OptionalDouble.empty(), QueueViewModel.estimate(job, OptionalDouble.of(5), START));
    }

    private JobList open() {
        return model.list(QueueList.OPEN);
    }

    private static Map<QueueList, ListChange> came(QueueList list, long... ids) {
        return Map.of(list, steps(true, ids));
    }

    private static ListChange steps(boolean added, long... ids) {
        var steps = new ArrayList<Step>();
        for (long id : ids) {
            steps.add(new Step(added, Jobs.rank(id)));
        }
        return new ListChange.Steps(steps);
    }

    private void apply(Map<QueueList, ListChange> lists, JobView... jobs) {
        var all = new EnumMap<QueueList, ListChange>(QueueList.class);
        for (QueueList list : QueueList.values()) {
            all.put(list, lists.getOrDefault(list, new ListChange.Steps(List.of())));
        }
        var running =
                List.of(jobs).stream().filter(job -> job.state() == JobState.RUNNING).toList();
        model.apply(
                new QueueChanges(
                        1,
                        all,
                        List.of(jobs),
                        running,
                        new Totals(
                                running.size(),
                                0,
                                0,
                                0,
                                0,
                                new Tally(0, 0, 0, 0, 0, 0),
                                Hold.NONE,
                                Optional.empty())));
    }
}
