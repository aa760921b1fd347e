package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.queue.Scheduler.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

class SchedulerTest {

    @Test
    void jobsStartInOrderUpToThePairsLimit() {
        var line = waiting(Specs.file("/a"), Specs.file("/b"), Specs.file("/c"));

        assertEquals(
                List.of("/a", "/b"),
                paths(Scheduler.next(line, List.of(), Set.of(), limits(2, 9), _ -> false)));
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
                List.of("/b", "/c"),
                paths(Scheduler.next(line, running, Set.of(), limits(1, 9), _ -> false)));
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
                List.of("/a", "/b"),
                paths(Scheduler.next(line, running, Set.of(), limits(1, 3), _ -> false)));
    }

    @Test
    void nothingIsWrittenToOnePlaceTwiceAtOnceWhateverTheCase() {
        var line = waiting(Specs.file("/Read.me"), Specs.file("/READ.ME"), Specs.file("/b"));
        assertEquals(
                List.of("/Read.me", "/b"),
                paths(Scheduler.next(line, List.of(), Set.of(), limits(9, 9), _ -> false)));

        assertEquals(
                List.of("/b"),
                paths(
                        Scheduler.next(
                                line,
                                running(Specs.file("/read.ME")),
                                Set.of(),
                                limits(9, 9),
                                _ -> false)));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    logins, uploads, downloads, started
                    ,       ,        ,          4
                    3,      ,        ,          2
                    2,      ,        ,          1
                    1,      ,        ,          1
                    ,       2,       ,          2
                    ,       ,        3,         4
                    9,      3,       1,         3
                    """)
    void aSiteGetsNoMoreThanItGrantsAndOneLoginIsLeftForBrowsing(
            Integer logins, Integer uploads, Integer downloads, int started) {
        var line =
                waiting(
                        Specs.file("alpha", "beta", "/a"),
                        Specs.file("gamma", "beta", "/b"),
                        Specs.file("delta", "beta", "/c"),
                        Specs.file("this-computer", "beta", "/d"));
        var slots = new Slots(of(logins), of(uploads), of(downloads));
        var limits = new Limits(9, 1, 9, site -> site.value().equals("beta") ? slots : Slots.FREE);

        assertEquals(started, Scheduler.next(line, List.of(), Set.of(), limits, _ -> false).size());
    }

    @Test
    void foldersAreListedBesideFilesOneAtATime() {
        var line =
                waiting(Specs.folder("/f"), Specs.folder("/g"), Specs.file("/a"), Specs.file("/b"));

        assertEquals(
                List.of("/f", "/a"),
                paths(Scheduler.next(line, List.of(), Set.of(), limits(1, 9), _ -> false)));
    }

    @Test
    void aReleasedJobKeepsItsPlaceButNoSlot() {
        var line = waiting(Specs.file("/x"), Specs.file("/a"));
        var running = running(Specs.file("/x"));

        assertEquals(
                List.of("/a"),
                paths(
                        Scheduler.next(
                                line, running, Set.of(new JobId(100)), limits(1, 1), _ -> false)));
    }

    @Test
    void oneJobAtATimeFindsOutWhetherServersAreBack() {
        var line =
                waiting(
                        Specs.file("/a"),
                        Specs.file("/b"),
                        Specs.file("alpha", "gamma", "/c"),
                        Specs.file("alpha", "gamma", "/d"));

        assertEquals(
                List.of("/a", "/c", "/d"),
                paths(
                        Scheduler.next(
                                line,
                                List.of(),
                                Set.of(),
                                limits(2, 9),
                                lane -> lane.target().value().equals("beta"))));
    }

    private static OptionalInt of(Integer count) {
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    private static Limits limits(int files, int total) {
        return new Limits(files, 1, total, _ -> Slots.FREE);
    }

    private static List<JobRecord> waiting(JobSpec... specs) {
        var jobs = new ArrayList<JobRecord>();
        for (JobSpec spec : specs) {
            jobs.add(Jobs.waiting(jobs.size() + 1, spec));
        }
        return jobs;
    }

    private static List<JobRecord> running(JobSpec spec) {
        return List.of(Jobs.waiting(100, spec).start(Instant.EPOCH));
    }

    private static List<String> paths(List<JobRecord> jobs) {
        return jobs.stream().map(job -> job.spec().sourcePath().value()).toList();
    }
}
