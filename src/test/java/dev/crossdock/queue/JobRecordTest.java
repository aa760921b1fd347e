package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class JobRecordTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final JobRecord WAITING =
            JobRecord.waiting(new JobId(1), Specs.file("/a"), Optional.of(new JobId(7)), 3, NOW);

    @Test
    void keepsParentBatchAndAttemptsThroughARetry() {
        JobRecord again =
                WAITING.start(NOW).end(new Outcome.Cancelled(""), NOW).lineUpAgain(NOW).start(NOW);

        assertEquals(2, again.attempts());
        assertEquals(Optional.of(new JobId(7)), again.parent());
        assertEquals(3, again.batch());
        assertEquals(Optional.empty(), again.outcome());
    }

    @Test
    void refusesWrongSteps() {
        JobRecord running = WAITING.start(NOW);
        JobRecord skipped = running.end(new Outcome.Skipped(""), NOW);
        JobRecord done = running.end(new Outcome.Expanded(0, 0, 0, ""), NOW);

        assertThrows(IllegalStateException.class, () -> running.start(NOW));
        assertThrows(IllegalStateException.class, () -> skipped.start(NOW));
        assertThrows(IllegalStateException.class, () -> skipped.end(new Outcome.Skipped(""), NOW));
        assertThrows(IllegalStateException.class, () -> WAITING.lineUpAgain(NOW));
        assertThrows(IllegalStateException.class, () -> running.lineUpAgain(NOW));
        assertThrows(IllegalStateException.class, () -> done.lineUpAgain(NOW));
    }
}
