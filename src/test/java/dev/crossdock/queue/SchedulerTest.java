package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.queue.Scheduler.Limits;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class SchedulerTest {

    @Test
    void jobsStartInOrderUpToThePairsLimit() {
        var line = waiting(Specs.file("/a"), Specs.file("/b"), Specs.file("/c"));

        assertEquals(
                List.of("/a", "/b"),
                paths(Scheduler.next(line, List.of(), Set.of(), limits(2, 9))));
    }

    @Test
    void aBusyPairHoldsNoOtherPairBack() {
        var line =
                waiting(
                        Specs.file("alpha", "beta", "/a"),
                        Specs.file("alpha", "gamma", "/b"),
                        Specs.file("beta", "alpha", "/c"));
        var running = running(Specs.file("alpha", "beta", "/x"));

        assertEquals(
                List.of("/b", "/c"), paths(Scheduler.next(line, running, Set.of(), limits(1, 9))));
    }

    @Test
    void theTotalIsALimitToo() {
        var line =
                waiting(
                        Specs.file("alpha", "beta", "/a"),
                        Specs.file("alpha", "gamma", "/b"),
                        Specs.file("alpha", "delta", "/c"));
        var running = running(Specs.file("beta", "alpha", "/x"));

        assertEquals(
                List.of("/a", "/b"), paths(Scheduler.next(line, running, Set.of(), limits(1, 3))));
    }

    @Test
    void nothingIsWrittenToOnePlaceTwiceAtOnceWhateverTheCase() {
        var line = waiting(Specs.file("/Read.me"), Specs.file("/READ.ME"), Specs.file("/b"));
        assertEquals(
                List.of("/Read.me", "/b"),
                paths(Scheduler.next(line, List.of(), Set.of(), limits(9, 9))));

        assertEquals(
                List.of("/b"),
                paths(
                        Scheduler.next(
                                line, running(Specs.file("/read.ME")), Set.of(), limits(9, 9))));
    }

    private static Limits limits(int perPair, int total) {
        return new Limits(perPair, total);
    }

    private static List<JobRecord> waiting(JobSpec... specs) {
        var jobs = new ArrayList<JobRecord>();
        for (JobSpec spec : specs) {
            jobs.add(
                    JobRecord.waiting(
                            new JobId(jobs.size() + 1), spec, Optional.empty(), 1, Instant.EPOCH));
        }
        return jobs;
    }

    private static List<JobRecord> running(JobSpec spec) {
        return List.of(
                JobRecord.waiting(new JobId(100), spec, Optional.empty(), 1, Instant.EPOCH)
                        .start(Instant.EPOCH));
    }

    private static List<String> paths(List<JobRecord> jobs) {
        return jobs.stream().map(job -> job.spec().sourcePath().value()).toList();
    }
}
