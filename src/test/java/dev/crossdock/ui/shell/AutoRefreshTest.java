package dev.crossdock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Priority;
import dev.crossdock.queue.Rank;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class AutoRefreshTest {

    private static final SiteId BETA = new SiteId("beta");
    private static final RemotePath IN = RemotePath.of("/in");

    private final AtomicLong millis = new AtomicLong();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final AutoRefresh refresh = new AutoRefresh(clock(millis), refreshed::incrementAndGet);

    @Test
    void itWaitsUntilItIsQuiet() {
        ended(new Outcome.Expanded(0, 0, 0, ""));
        at(500);
        assertEquals(0, refreshed.get());
        ended(new Outcome.Expanded(0, 0, 0, ""));
        at(1000);
        assertEquals(0, refreshed.get());
        at(1100);
        assertEquals(1, refreshed.get());
        at(9000);
        assertEquals(1, refreshed.get(), "once is enough");
    }

    @Test
    void itDoesNotWaitForEver() {
        for (int time = 0; time <= 3000; time += 300) {
            at(time);
            ended(new Outcome.Expanded(0, 0, 0, ""));
        }
        at(3100);
        assertEquals(1, refreshed.get());
    }

    @Test
    void otherFoldersOtherSitesAndSkippedFilesDoNotCount() {
        refresh.ended(job(new Outcome.Cancelled("")), BETA, RemotePath.ROOT);
        refresh.ended(job(new Outcome.Cancelled("")), new SiteId("gamma"), IN);
        refresh.ended(job(new Outcome.Skipped("there")), BETA, IN);
        at(9000);
        assertEquals(0, refreshed.get());
    }

    @Test
    void aCancelledJobMayHaveLeftAPartOfAFile() {
        ended(new Outcome.Cancelled(""));
        at(9000);
        assertEquals(1, refreshed.get());
    }

    private void ended(Outcome outcome) {
        refresh.ended(job(outcome), BETA, IN);
    }

    private void at(long time) {
        millis.set(time);
        refresh.tick();
    }

    private static JobView job(Outcome outcome) {
        return new JobView(
                new JobId(1),
                JobSpec.file(
                        new SiteId("alpha"),
                        RemotePath.of("/a"),
                        BETA,
                        RemotePath.of("/in/a"),
                        OptionalLong.of(1),
                        TransferPolicy.secure(ExistsRule.ASK)),
                JobState.DONE,
                new Rank(1, new JobId(1)),
                Priority.NORMAL,
                Optional.empty(),
                1,
                OptionalLong.of(1),
                new Progress.Unknown(),
                Optional.empty(),
                "",
                Optional.empty(),
                false,
                Optional.of(outcome),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static Clock clock(AtomicLong millis) {
        InstantSource source = () -> Instant.ofEpochMilli(millis.get());
        return source.withZone(ZoneOffset.UTC);
    }
}
