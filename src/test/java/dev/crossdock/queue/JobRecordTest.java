package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class JobRecordTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final Outcome LOST =
            new Outcome.Failed(
                    Failure.of(Failure.Kind.LOST, "b", "lost", Failure.Remedy.RETRY_LATER, ""));
    private static final JobRecord WAITING =
            JobRecord.added(
                    new JobId(1),
                    Specs.file("/a"),
                    Optional.of(new JobId(7)),
                    3,
                    Rank.order(Priority.LOW, 5),
                    NOW,
                    Wish.USUAL);

    @Test
    void keepsParentBatchAndPlaceThroughARetryAndCountsAnew() {
        JobRecord again =
                WAITING.start(NOW)
                        .end(new Outcome.Cancelled(""), NOW, 9, Trip.NONE)
                        .lineUpAgain(NOW)
                        .start(NOW);

        assertEquals(1, again.attempts());
        assertEquals(Optional.of(new JobId(7)), again.parent());
        assertEquals(3, again.batch());
        assertEquals(Optional.empty(), again.outcome());
        assertEquals(OptionalLong.empty(), again.end());
        assertEquals(WAITING.rank(), again.rank());
    }

    @Test
    void aRunThatWasStoppedOrCutIsNoTry() {
        JobRecord running = WAITING.start(NOW);

        assertEquals(0, running.stop(true).attempts());
        assertEquals(JobState.PAUSED, running.stop(true).state());
        assertEquals(JobState.WAITING, running.stop(false).state());
        assertEquals(1, running.tryLater(LOST, NOW.plusSeconds(5), Trip.NONE).attempts());
    }

    @Test
    void aCutIsKnownUntilARunCameToAnEnd() {
        JobRecord cut = WAITING.start(NOW).found();

        assertTrue(cut.cut());
        assertTrue(cut.start(NOW).tryLater(LOST, NOW, Trip.NONE).cut());
        assertTrue(cut.start(NOW).stop(false).cut());
        assertFalse(cut.start(NOW).end(LOST, NOW, 1, Trip.NONE).cut());
    }

    @Test
    void isNotDueBeforeItsTime() {
        JobRecord later = WAITING.start(NOW).tryLater(LOST, NOW.plusSeconds(5), Trip.NONE);

        assertEquals(Optional.of(NOW.plusSeconds(5)), later.due());
        assertEquals(Optional.of(LOST), later.outcome());
        assertEquals(Optional.empty(), later.letGo().due());
    }

    @Test
    void knowsTheSizeBetterAfterARun() {
        var trip = new Trip(Optional.empty(), OptionalLong.of(3), OptionalLong.of(70));

        assertEquals(OptionalLong.of(70), WAITING.start(NOW).end(LOST, NOW, 1, trip).spec().size());
    }

    @Test
    void refusesWrongSteps() {
        JobRecord running = WAITING.start(NOW);
        JobRecord skipped = running.end(new Outcome.Skipped(""), NOW, 1, Trip.NONE);
        JobRecord done = running.end(new Outcome.Expanded(0, 0, 0, ""), NOW, 2, Trip.NONE);
        List<Executable> wrong =
                List.of(
                        () -> running.start(NOW),
                        () -> skipped.start(NOW),
                        () -> skipped.end(LOST, NOW, 3, Trip.NONE),
                        () -> skipped.at(1),
                        () -> WAITING.lineUpAgain(NOW),
                        () -> running.lineUpAgain(NOW),
                        () -> done.lineUpAgain(NOW),
                        running::pause,
                        () -> WAITING.stop(false),
                        () -> WAITING.pause().start(NOW));

        wrong.forEach(step -> assertThrows(IllegalStateException.class, step));
    }
}
