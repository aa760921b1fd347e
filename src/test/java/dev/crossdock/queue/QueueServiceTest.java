package dev.crossdock.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Verification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Timeout(60)
class QueueServiceTest {

    private static final Outcome OK = new Outcome.Skipped("as told");

    private final List<QueueService> opened = new ArrayList<>();

    /// Runs jobs one step at a time: each waits for a permit, or for its cancellation.
    private static final class Gate implements JobRunner {

        final Semaphore permits = new Semaphore(0);
        final Set<String> started = ConcurrentHashMap.newKeySet();

        @Override
        public Outcome run(JobSpec spec, JobContext context) throws InterruptedException {
            started.add(spec.sourcePath().value());
            Thread self = Thread.currentThread();
            Runnable undo = context.cancel().onCancel(self::interrupt);
            try {
                permits.acquire();
                return OK;
            } catch (InterruptedException interrupt) {
                return new Outcome.Cancelled("stopped");
            } finally {
                undo.run();
            }
        }
    }

    @AfterEach
    void closeAll() {
        opened.forEach(QueueService::close);
    }

    @Test
    void onlyAsManyAsThePairsAllowRunAtOnceAndAllGetTheirTurn() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 2);

        queue.add(IntStream.range(0, 5).mapToObj(i -> Specs.file("/" + i)).toList());
        await().until(() -> gate.started.size() == 2);
        assertEquals(2, queue.changesSince(0).totals().running());
        assertEquals(3, queue.changesSince(0).totals().waiting());

        gate.permits.release(5);
        queue.awaitIdle();
        assertEquals(5, gate.started.size());
        assertEquals(Set.of(JobState.SKIPPED), states(queue));
    }

    @Test
    void theScreenSeesEachStepOnceAndMissesNone() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 3);
        Map<JobId, List<JobState>> seen = new HashMap<>();

        List<JobId> ids = queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
        await().until(() -> queue.changesSince(0).totals().running() == 2);
        QueueChanges first = queue.changesSince(0);
        note(first, seen);
        gate.permits.release(2);
        queue.awaitIdle();
        QueueChanges second = queue.changesSince(first.version());
        note(second, seen);

        assertEquals(Set.copyOf(ids), seen.keySet());
        assertEquals(List.of(JobState.RUNNING, JobState.SKIPPED), seen.get(ids.getFirst()));
        assertEquals(List.of(), queue.changesSince(second.version()).changed());
    }

    @Test
    void removedJobsLeaveTheirList() throws Exception {
        QueueService queue = open((_, _) -> OK, 1);
        List<JobId> ids = queue.add(List.of(Specs.file("/a")));
        queue.awaitIdle();
        var onlooker = new Onlooker();
        onlooker.look(queue);
        assertEquals(ids, onlooker.ids(QueueList.ENDED));

        queue.remove(ids);
        queue.awaitIdle();

        onlooker.look(queue);
        assertEquals(List.of(), onlooker.ids(QueueList.ENDED));
        assertEquals(Optional.empty(), queue.find(ids.getFirst()));
    }

    @Test
    void cancelStopsARunningJobAndTakesAWaitingOneOutOfTheLine() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 1);
        List<JobId> ids = queue.add(List.of(Specs.file("/runs"), Specs.file("/waits")));
        await().until(() -> gate.started.contains("/runs"));

        queue.cancel(ids);
        queue.awaitIdle();

        assertEquals(Set.of(JobState.CANCELLED), states(queue));
        assertEquals(Set.of("/runs"), gate.started);
    }

    @Test
    void retryRunsWhatDidNotSucceedAgainAndNothingElse() throws Exception {
        var runs = new AtomicInteger();
        QueueService queue =
                open(
                        (spec, _) -> {
                            boolean bad = spec.sourcePath().name().equals("bad");
                            return runs.incrementAndGet() <= 2 && bad ? failed() : done(spec);
                        },
                        1);
        List<JobId> ids = queue.add(List.of(Specs.file("/bad"), Specs.file("/good")));
        queue.awaitIdle();

        queue.retry(ids);
        queue.awaitIdle();

        assertEquals(3, runs.get());
        assertEquals(Set.of(JobState.DONE), states(queue));
        assertEquals(1, view(queue, ids.getFirst()).attempts());
    }

    @Test
    void aFaultOfTheRunnerIsAFailureAndTheQueueLivesOn() throws Exception {
        QueueService queue =
                open(
                        (spec, _) -> {
                            if (spec.sourcePath().name().equals("bomb")) {
                                throw new IllegalStateException("boom");
                            }
                            return OK;
                        },
                        1);
        List<JobId> ids = queue.add(List.of(Specs.file("/bomb"), Specs.file("/b")));
        queue.awaitIdle();

        Outcome outcome = view(queue, ids.getFirst()).outcome().orElseThrow();
        Failure failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
        assertEquals(Failure.Kind.BUG, failure.kind());
        assertTrue(failure.details().contains("boom"));
        assertEquals(JobState.SKIPPED, view(queue, ids.getLast()).state());
    }

    @Test
    void childrenBelongToTheirFolderAndItsBatchAndTheQueueIsBusyUntilTheyEnd() throws Exception {
        Map<String, Long> batches = new ConcurrentHashMap<>();
        QueueService queue =
                open(
                        (spec, context) -> {
                            batches.put(spec.sourcePath().value(), context.batch());
                            if (spec.kind() == JobSpec.Kind.FOLDER) {
                                context.children()
                                        .add(List.of(Specs.file("/f/1"), Specs.file("/f/2")));
                                return new Outcome.Expanded(2, 0, 0, "");
                            }
                            return OK;
                        },
                        2);

        JobId folder = queue.add(List.of(Specs.folder("/f"))).getFirst();
        queue.add(List.of(Specs.file("/other")));
        queue.awaitIdle();

        List<JobView> children =
                Onlooker.all(queue).stream()
                        .filter(job -> job.parent().equals(Optional.of(folder)))
                        .toList();
        assertEquals(2, children.size());
        assertEquals(batches.get("/f"), batches.get("/f/1"));
        assertNotEquals(batches.get("/f"), batches.get("/other"));
    }

    @Test
    void aPausedQueueStartsNothingNew() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 1);
        queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
        await().until(() -> gate.started.size() == 1);

        queue.hold(Hold.AFTER_CURRENT);
        gate.permits.release(2);
        await().until(() -> queue.changesSince(0).totals().running() == 0);
        assertEquals(Set.of("/a"), gate.started);

        queue.hold(Hold.NONE);
        queue.awaitIdle();
        assertEquals(Set.of("/a", "/b"), gate.started);
    }

    @Test
    void aFaultInTheRulesDoesNotEndTheQueue() throws Exception {
        var faults = new AtomicInteger();
        var queue =
                new QueueService(
                        JobFile.temporary(),
                        (_, _) -> OK,
                        () -> {
                            if (faults.incrementAndGet() < 3) {
                                throw new ExceptionInInitializerError("boom");
                            }
                            return QueueRules.plain(1);
                        },
                        Clock.systemUTC());
        opened.add(queue);
        queue.begin();
        queue.add(List.of(Specs.file("/a")));
        await().until(() -> {
            queue.hold(Hold.NONE);
            return queue.isIdle();
        });

        assertEquals(1, queue.changesSince(0).totals().ended());
    }

    @Test
    void clearingLeavesWhatFailed() throws Exception {
        QueueService queue =
                open((spec, _) -> spec.sourcePath().name().equals("bad") ? failed() : OK, 1);
        queue.add(List.of(Specs.file("/bad"), Specs.file("/good")));
        queue.awaitIdle();

        queue.clear(QueueList.ENDED);
        queue.awaitIdle();

        assertEquals(Set.of(JobState.FAILED), states(queue));
    }

    @Test
    void closingEndsEvenWithARunnerThatIgnoresItsCancellation() throws Exception {
        var never = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var queue =
                new QueueService(
                        JobFile.temporary(),
                        (_, _) -> {
                            started.countDown();
                            never.await();
                            return OK;
                        },
                        () -> QueueRules.plain(1),
                        Clock.systemUTC(),
                        Duration.ofSeconds(1));
        queue.begin();
        queue.add(List.of(Specs.file("/a")));
        started.await();

        assertTimeout(Duration.ofSeconds(5), queue::close);
    }

    @Test
    void nobodyWaitsForEverForAClosedQueue() throws Exception {
        var stubborn = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var queue =
                new QueueService(
                        JobFile.temporary(),
                        (_, _) -> {
                            started.countDown();
                            awaitStubbornly(stubborn);
                            return OK;
                        },
                        () -> QueueRules.plain(1),
                        Clock.systemUTC(),
                        Duration.ofSeconds(1));
        queue.begin();
        queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
        started.await();

        queue.close();
        queue.add(List.of(Specs.file("/too late")));

        assertTimeout(Duration.ofSeconds(5), queue::awaitIdle);
        stubborn.countDown();
    }

    @Test
    void aLongLineBetweenTwoSitesHoldsNoOtherSitesBack() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 2);
        queue.add(IntStream.range(0, 5_000).mapToObj(i -> Specs.file("/" + i)).toList());

        queue.add(List.of(Specs.file("gamma", "delta", "/other")));

        await().until(() -> gate.started.contains("/other"));
        assertEquals(3, gate.started.size());
    }

    @Test
    void jobsRunInTheOrderInWhichTheyCame() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        QueueService queue =
                open(
                        (spec, _) -> {
                            order.add(spec.sourcePath().value());
                            return OK;
                        },
                        1);
        List<String> all = IntStream.range(0, 300).mapToObj(i -> "/" + i).toList();

        queue.add(all.subList(0, 200).stream().map(Specs::file).toList());
        queue.add(all.subList(200, 300).stream().map(Specs::file).toList());
        queue.awaitIdle();

        assertEquals(all, order);
    }

    @Test
    void twoJobsForOnePlaceRunOneAfterTheOther() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        QueueService queue =
                open(
                        (_, _) -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.onSpinWait();
                            now.decrementAndGet();
                            return OK;
                        },
                        8);

        queue.add(
                IntStream.range(0, 200)
                        .mapToObj(i -> Specs.file(i % 2 == 0 ? "/Read.me" : "/READ.ME"))
                        .toList());
        queue.awaitIdle();

        assertEquals(1, most.get());
    }

    @Test
    void tenThousandShortJobsAreCarriedOutInNoTime() throws Exception {
        QueueService queue = open((_, _) -> OK, 4);
        List<JobSpec> specs =
                IntStream.range(0, 10_000).mapToObj(i -> Specs.file("/" + i)).toList();

        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    queue.add(specs);
                    queue.awaitIdle();
                });
        assertEquals(10_000, queue.changesSince(0).totals().ended());
        assertEquals(10_000, queue.changesSince(0).totals().now().filesEnded());
    }

    @Test
    void aJobThatIsCancelledAndLinedUpAgainRunsAgain() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 1);
        List<JobId> ids = queue.add(List.of(Specs.file("/a")));
        await().until(() -> gate.started.size() == 1);

        queue.cancel(ids);
        queue.awaitIdle();
        queue.retry(ids);
        gate.permits.release();
        queue.awaitIdle();

        assertEquals(Set.of(JobState.SKIPPED), states(queue));
        assertEquals(1, view(queue, ids.getFirst()).attempts());
    }

    @Test
    void whatRunsCannotBeRemovedOrTriedAgain() throws Exception {
        var gate = new Gate();
        QueueService queue = open(gate, 1);
        List<JobId> ids = queue.add(List.of(Specs.file("/a"), Specs.file("/b")));
        await().until(() -> gate.started.size() == 1);

        queue.remove(ids);
        queue.retry(ids);
        queue.clear(QueueList.ENDED);
        gate.permits.release(2);
        queue.awaitIdle();

        assertEquals(2, queue.changesSince(0).totals().ended());
        assertEquals(1, view(queue, ids.getFirst()).attempts());
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // That is what this one is about.
            }
        }
    }

    @Test
    void aHundredThousandJobsAreQueuedInNoTime() throws Exception {
        QueueService queue = open((_, _) -> OK, 4);
        queue.hold(Hold.AFTER_CURRENT);
        List<JobSpec> specs =
                IntStream.range(0, 100_000).mapToObj(i -> Specs.file("/" + i)).toList();

        assertTimeout(
                Duration.ofSeconds(40),
                () -> {
                    queue.add(specs);
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> queue.changesSince(0).totals().waiting() == 100_000);
                    queue.cancelAll();
                    queue.awaitIdle();
                });
        assertEquals(100_000, queue.changesSince(0).totals().ended());
        assertEquals(0, queue.changesSince(0).totals().open());
    }

    private QueueService open(JobRunner runner, int pairs) {
        var queue = QueueService.temporary(runner, pairs, Clock.systemUTC());
        opened.add(queue);
        return queue;
    }

    private static void note(QueueChanges changes, Map<JobId, List<JobState>> seen) {
        for (JobView job : changes.changed()) {
            seen.computeIfAbsent(job.id(), _ -> new ArrayList<>()).add(job.state());
        }
    }

    private static Set<JobState> states(QueueService queue) {
        Set<JobState> states = new HashSet<>();
        Onlooker.all(queue).forEach(job -> states.add(job.state()));
        return states;
    }

    private static JobView view(QueueService queue, JobId id) {
        return queue.find(id).orElseThrow();
    }

    private static Outcome failed() {
        return new Outcome.Failed(
                Failure.of(Failure.Kind.LOST, "beta", "lost", Failure.Remedy.RETRY_LATER, "again"));
    }

    private static Outcome done(JobSpec spec) {
        return new Outcome.Done(
                1,
                Duration.ZERO,
                Route.relay(),
                Protection.RELAYED_TLS,
                Verification.SIZE,
                spec.targetPath(),
                new Controls("TLSv1.3", "TLSv1.3"),
                "");
    }
}
