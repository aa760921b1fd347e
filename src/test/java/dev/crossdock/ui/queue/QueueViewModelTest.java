package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueService;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

class QueueViewModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<JobId> ended = new ArrayList<>();
    private final QueueService idle =
            new QueueService(
                    (_, _) -> {
                        throw new AssertionError("nothing was added");
                    },
                    1,
                    Clock.systemUTC());
    private final QueueViewModel model =
            new QueueViewModel(
                    idle,
                    Clock.fixed(START, ZoneOffset.UTC),
                    job -> ended.add(job.id()),
                    job -> job);

    @AfterEach
    void close() {
        idle.close();
    }

    @Test
    void rowsStandInTheOrderTheyWereAdded() {
        apply(Jobs.waiting(3), Jobs.waiting(1), Jobs.waiting(2));
        assertEquals(
                List.of(new JobId(1), new JobId(2), new JobId(3)),
                model.rows().stream().map(JobRow::id).toList());
    }

    @Test
    void aChangedJobKeepsItsRow() {
        apply(Jobs.waiting(1), Jobs.waiting(2));
        JobRow before = model.rows().getFirst();
        var changes = new ArrayList<String>();
        model.rows()
                .addListener((ListChangeListener<JobRow>) change -> changes.add(change.toString()));
        apply(Jobs.running(1, new Progress.Counted(10)));
        assertSame(before, model.rows().getFirst());
        assertEquals(JobState.RUNNING, before.job().state());
        assertEquals(List.of(), changes, "the list itself did not change");
    }

    @Test
    void aRemovedJobTakesItsRowAlong() {
        apply(Jobs.waiting(1), Jobs.waiting(2));
        model.apply(new QueueChanges(2, List.of(), List.of(new JobId(1)), 1, 0));
        assertEquals(List.of(new JobId(2)), model.rows().stream().map(JobRow::id).toList());
    }

    @Test
    void theSpeedComesFromTheTimesTheTargetWasAsked() {
        apply(Jobs.running(1, new Progress.Observed(0, START)));
        apply(Jobs.running(1, new Progress.Observed(500, START.plusMillis(500))));
        assertEquals(1000, model.totalsProperty().get().speed(), 1);
        apply(Jobs.ended(1, JobState.DONE, Jobs.DONE));
        assertEquals(0, model.totalsProperty().get().speed());
    }

    @Test
    void theEndOfAJobIsToldOnce() {
        apply(Jobs.running(1, new Progress.Unknown()));
        apply(Jobs.ended(1, JobState.DONE, Jobs.DONE));
        apply(Jobs.ended(1, JobState.DONE, Jobs.DONE));
        assertEquals(List.of(new JobId(1)), ended);
    }

    @Test
    void failuresAreCountedUntilTheyAreTriedAgain() {
        var failed =
                Jobs.ended(1, JobState.FAILED, new Outcome.Cancelled("stands for a failure here"));
        apply(failed);
        assertEquals(1, model.totalsProperty().get().failed());
        assertTrue(model.totalsProperty().get().words().contains("1 failed"));
        apply(Jobs.waiting(1));
        assertEquals(0, model.totalsProperty().get().failed());
    }

    @Test
    void aHundredThousandJobsArriveInOneStep() {
        var steps = new ArrayList<Integer>();
        model.rows()
                .addListener(
                        (ListChangeListener<JobRow>)
                                change -> {
                                    while (change.next()) {
                                        steps.add(change.getAddedSize());
                                    }
                                });
        var many = LongStream.rangeClosed(1, 100_000).mapToObj(Jobs::waiting).toList();
        model.apply(new QueueChanges(1, many, List.of(), many.size(), 0));
        assertEquals(List.of(100_000), steps);
    }

    private void apply(JobView... jobs) {
        model.apply(new QueueChanges(1, List.of(jobs), List.of(), 0, 0));
    }
}
