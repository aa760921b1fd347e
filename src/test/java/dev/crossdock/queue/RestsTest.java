package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

class RestsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final JobSpec JOB = Specs.file("/a");
    private static final Lane LANE = Lane.of(JOB);

    private final Rests rests = new Rests((failures, now) -> now.plusSeconds(10L * failures));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind,        remedy,      routed, rests
                    UNREACHABLE, RETRY_LATER, false,  true
                    UNREACHABLE, RETRY_LATER, true,   true
                    SILENT,      RETRY_LATER, false,  true
                    LOGIN,       RETRY_LATER, false,  true
                    LOGIN,       ASK_USER,    false,  false
                    LOST,        RETRY_LATER, true,   false
                    LOST,        RETRY_LATER, false,  true
                    REFUSED,     RETRY_LATER, true,   false
                    REFUSED,     RETRY_LATER, false,  true
                    REFUSED,     GIVE_UP,     false,  false
                    NO_ROUTE,    GIVE_UP,     false,  false
                    """)
    void aPairRestsAfterWhatMeansThatAServerIsDownOrFull(
            Failure.Kind kind, Failure.Remedy remedy, boolean routed, boolean resting) {
        rests.note(JOB, failed(kind, remedy), routed, NOW, NOW);

        assertEquals(resting, rests.resting(NOW).contains(LANE));
    }

    @Test
    void noOtherPairRestsWithIt() {
        rests.note(JOB, down(), false, NOW, NOW);

        assertEquals(Set.of(LANE, Lane.of(Specs.folder("/f"))), rests.resting(NOW.plusSeconds(9)));
        assertFalse(rests.isTrial(Lane.of(Specs.file("alpha", "gamma", "/a"))));
    }

    @Test
    void afterTheRestOneTriesAndItGrowsWithEachFailure() {
        rests.note(JOB, down(), false, NOW, NOW);
        assertEquals(Optional.of(NOW.plusSeconds(10)), rests.next(NOW));

        Instant later = NOW.plusSeconds(10);
        assertEquals(Set.of(), rests.resting(later));
        assertTrue(rests.isTrial(LANE));
        rests.note(JOB, down(), false, later, later);
        assertEquals(Optional.of(later.plusSeconds(20)), rests.next(later));
    }

    @Test
    void jobsThatWereUnderWayWhenItBeganTellNothingNew() {
        rests.note(JOB, down(), false, NOW, NOW.plusSeconds(1));
        rests.note(JOB, down(), false, NOW, NOW.plusSeconds(2));

        assertEquals(Optional.of(NOW.plusSeconds(11)), rests.next(NOW));
    }

    @Test
    void whoGetsThroughOrWhoeverWantsItEndsIt() {
        rests.note(JOB, down(), false, NOW, NOW);
        rests.note(JOB, new Outcome.Skipped(""), false, NOW, NOW);
        assertFalse(rests.isTrial(LANE));

        rests.note(JOB, down(), false, NOW, NOW);
        rests.clear();
        assertFalse(rests.isTrial(LANE));
    }

    private static Outcome down() {
        return failed(Failure.Kind.UNREACHABLE, Failure.Remedy.RETRY_LATER);
    }

    private static Outcome failed(Failure.Kind kind, Failure.Remedy remedy) {
        return new Outcome.Failed(Failure.of(kind, "beta", "beta is not there.", remedy, ""));
    }
}
