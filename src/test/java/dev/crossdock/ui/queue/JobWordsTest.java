package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

class JobWordsTest {

    private static final Progress MEASURED = new Progress.Observed(250, Instant.EPOCH);

    private static final Failure BUSY =
            Failure.of(
                    Failure.Kind.REFUSED,
                    "beta",
                    "beta is busy (421).",
                    Failure.Remedy.RETRY_LATER,
                    "");

    private final JobWords words = new JobWords(SiteId::value, Jobs.CLOCK);

    @Test
    void aMeasuredJobSaysHowFarItIsAndWhoSaidSo() {
        JobView job = Jobs.running(1, MEASURED);
        assertEquals(OptionalDouble.of(0.25), JobWords.fraction(job));
        assertEquals("250 B of 1000 B", words.size(job));
        assertEquals("Measured: beta has 250 bytes", words.howKnown(moment(job)));
        assertEquals(Optional.of(Protection.TLS), JobWords.protection(job));
    }

    @Test
    void whereNobodyCanTellThereIsNoFraction() {
        JobView job = Jobs.running(1, new Progress.Unknown());
        assertEquals(OptionalDouble.empty(), JobWords.fraction(job));
        assertTrue(words.howKnown(moment(job)).startsWith("Running. Nobody can tell"));
    }

    @Test
    void theTimeLeftIsWhatIsMissingAtThePresentSpeed() {
        var moment = new JobRow.Moment(Jobs.running(1, MEASURED), OptionalDouble.of(50));
        assertEquals("0:15", words.remaining(moment));
        assertEquals("50 B/s", words.speed(moment));
    }

    @Test
    void withoutASpeedThereIsNoTimeLeft() {
        var moment = new JobRow.Moment(Jobs.running(1, MEASURED), OptionalDouble.empty());
        assertEquals("", words.remaining(moment));
    }

    @Test
    void aDoneJobShowsItsOwnSpeedRouteAndProof() {
        JobView job = Jobs.ended(1, JobState.DONE, Jobs.DONE);
        assertEquals(OptionalDouble.of(1), JobWords.fraction(job));
        assertEquals("500 B/s", words.speed(new JobRow.Moment(job, OptionalDouble.empty())));
        assertEquals("+proxy by beta", words.route(job));
        assertEquals("Done, size verified", words.state(job));
    }

    @Test
    void aFailedJobSaysWhyAndPromisesNoProtection() {
        var failure =
                Failure.of(
                        Failure.Kind.REFUSED,
                        "beta",
                        "beta refused STOR (553).",
                        Failure.Remedy.ASK_USER,
                        "Check the rights.");
        JobView job = Jobs.ended(1, JobState.FAILED, new Outcome.Failed(failure));
        assertEquals("beta refused STOR (553).", words.state(job));
        assertEquals(Optional.empty(), JobWords.protection(job));
    }

    @Test
    void anExpandedFolderSaysWhatItHolds() {
        JobView job = Jobs.ended(1, JobState.DONE, new Outcome.Expanded(1, 2, 3, ""));
        assertEquals("1 file, 2 folders inside, 3 entries left out", words.state(job));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    state   | due                  | cut   | failed | words
                    WAITING |                      | false | false  | Waiting
                    WAITING |                      | true  | false  | Waiting; what a crash left is looked at first
                    WAITING | 2026-01-01T14:03:22Z | false | false  | Waits until 14:03:22
                    WAITING | 2026-01-02T06:00:00Z | false | false  | Waits until 2026-01-02 06:00:00
                    WAITING | 2026-01-01T14:03:22Z | false | true   | Tried again at 14:03:22: beta is busy (421).
                    PAUSED  |                      | false | true   | Paused
                    """)
    void whatHoldsAJobBackIsSaid(
            JobState state, Instant due, boolean cut, boolean failed, String said) {
        Optional<Outcome> outcome =
                failed ? Optional.of(new Outcome.Failed(BUSY)) : Optional.empty();
        JobView job =
                Jobs.view(1, state, new Progress.Unknown(), outcome, Optional.ofNullable(due), cut);
        assertEquals(said, words.state(job));
    }

    @Test
    void anEstimateIsSaidToBeOne() {
        JobView job = Jobs.running(1, MEASURED);
        var guessed = new JobRow.Moment(job, OptionalDouble.of(50), OptionalDouble.of(500));
        assertEquals(OptionalDouble.of(0.25), JobWords.fraction(job));
        assertEquals(OptionalDouble.of(0.5), JobWords.estimated(guessed));
        assertTrue(words.howKnown(guessed).contains("The paler part is estimated"));
    }

    private static JobRow.Moment moment(JobView job) {
        return new JobRow.Moment(job, OptionalDouble.empty());
    }
}
