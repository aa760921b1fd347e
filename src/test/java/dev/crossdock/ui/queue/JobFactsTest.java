package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.ui.dialog.JobDialog.Fact;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class JobFactsTest {

    private final JobFacts facts = new JobFacts(new JobWords(SiteId::value, Jobs.CLOCK));

    @Test
    void aFileThatArrivedTellsHowItWasProtectedAndProved() {
        Map<String, String> told = told(Jobs.ended(1, JobState.DONE, Jobs.DONE));
        assertEquals("alpha: /out/a.bin", told.get("From"));
        assertEquals("beta: /in/a.bin", told.get("To"));
        assertEquals(
                "alpha listens; beta connects and is TLS client (+proxy). The file goes straight"
                        + " from server to server, encrypted.",
                told.get("Route"));
        assertEquals("TLS, one connection from end to end", told.get("Data"));
        assertEquals("TLSv1.3", told.get("Control of alpha"));
        assertEquals("TLSv1.3", told.get("Control of beta"));
        assertEquals("Source and target have the same size", told.get("Verified"));
        assertFalse(told.containsKey("Tried before"));
    }

    @Test
    void whatWasNotEncryptedIsAlarming() {
        Outcome.Done done = done(Route.clear(Side.TARGET), Verification.SHA256, "", "SSCN: no.");
        List<Fact> told = of(Jobs.ended(1, JobState.DONE, done));
        assertEquals(
                List.of("Data Not encrypted", "Control of beta Not encrypted"),
                told.stream()
                        .filter(Fact::alarming)
                        .map(fact -> fact.name() + " " + fact.value())
                        .toList());
        assertEquals(
                "Same size and same SHA-256 on source and target",
                told(Jobs.ended(1, JobState.DONE, done)).get("Verified"));
        assertEquals("SSCN: no.", told(Jobs.ended(1, JobState.DONE, done)).get("Tried before"));
    }

    @Test
    void thisComputerHasNoControlConnection() {
        Outcome.Done done = done(Route.local(), Verification.SIZE, "", "");
        assertFalse(told(Jobs.ended(1, JobState.DONE, done)).containsKey("Control of beta"));
    }

    @Test
    void theNameThatTheFileGotIsTold() {
        Map<String, String> told =
                told(
                        Jobs.ended(
                                1,
                                JobState.DONE,
                                done(Jobs.ROUTE, Verification.SIZE, "TLSv1.3", "")));
        assertEquals("beta: /in/a (2).bin", told.get("To"));
    }

    @Test
    void aFileThatWaitsHasNothingToProve() {
        Map<String, String> told = told(Jobs.waiting(1));
        assertFalse(told.containsKey("Data"));
        assertFalse(told.containsKey("Verified"));
    }

    private static Outcome.Done done(
            Route route, Verification verified, String targetControl, String note) {
        return new Outcome.Done(
                1000,
                Duration.ofSeconds(2),
                route,
                route.protection(),
                verified,
                RemotePath.of("/in/a (2).bin"),
                new Controls("TLSv1.3", targetControl),
                note);
    }

    private Map<String, String> told(JobView job) {
        var told = new LinkedHashMap<String, String>();
        of(job).forEach(fact -> told.put(fact.name(), fact.value()));
        return told;
    }

    private List<Fact> of(JobView job) {
        return facts.of(new JobRow.Moment(job, OptionalDouble.empty()));
    }
}
