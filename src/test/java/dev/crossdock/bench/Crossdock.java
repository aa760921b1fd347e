package dev.crossdock.bench;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Deadlines;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.ftp.Transcript;
import dev.crossdock.ftp.Trust;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.CancelSignal;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.JobView;
import dev.crossdock.queue.Meter;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Slot;
import dev.crossdock.testing.NoTraces;
import dev.crossdock.transfer.RunMemory;
import dev.crossdock.transfer.SpeedLimit;
import dev.crossdock.transfer.Transfers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/// The program without its faces, put together as it is for users.
final class Crossdock implements AutoCloseable {

    private final Contest contest;
    private final Load load;
    private final Sessions sessions;
    private final Transfers transfers;
    private final QueueService queue;
    private long lastEnding;

    /// @param queues makes the queue, which is closed with this
    Crossdock(
            Contest contest,
            Load load,
            Transcript transcript,
            Function<JobRunner, QueueService> queues) {
        this.contest = contest;
        this.load = load;
        Clock clock = Clock.systemUTC();
        var connector =
                new Connector(
                        new Pinned(contest),
                        (_, _, _) -> Optional.of(BenchServer.PASSWORD.toCharArray()),
                        TlsMemory.NONE,
                        transcript,
                        Deadlines.USUAL);
        sessions = new Sessions(connector, clock);
        transfers =
                new Transfers(
                        this::find,
                        sessions,
                        new Planner(true),
                        new RunMemory(clock),
                        question -> {
                            throw new IllegalStateException("the target is not empty: " + question);
                        },
                        new SpeedLimit(0),
                        (_, _) -> FolderRules.NONE,
                        clock);
        queue = queues.apply(transfers);
    }

    static Result run(Contest contest, Load load, Transcript transcript)
            throws InterruptedException {
        Function<JobRunner, QueueService> queues =
                runner -> QueueService.temporary(runner, load.pairs(), Clock.systemUTC());
        try (var crossdock = new Crossdock(contest, load, transcript, queues)) {
            Optional<String> failure =
                    crossdock.copy(Load.WARM_UP, load.warmUpTarget(), load.warmUpFiles());
            long flights = contest.flights();
            long start = System.nanoTime();
            if (failure.isEmpty()) {
                failure = crossdock.copy(Load.FILES, load.target(), load.files());
            }
            var time = Duration.ofNanos(System.nanoTime() - start);
            return failure.<Result>map(Result.Cannot::new)
                    .orElseGet(() -> new Result.Measured(time, contest.flights() - flights, load));
        }
    }

    @Override
    public void close() {
        queue.close();
        transfers.close();
        sessions.close();
    }

    /// Has the queue copy files.
    ///
    /// @return the first failure, if there was one
    Optional<String> copy(String from, String to, int count) throws InterruptedException {
        queue.add(jobs(from, to, count));
        queue.awaitIdle();
        List<JobView> ended = queue.endedSince(lastEnding, count);
        lastEnding = ended.getLast().rank().order();
        return ended.stream()
                .map(JobView::outcome)
                .flatMap(Optional::stream)
                .flatMap(this::complaint)
                .findFirst();
    }

    /// Copies files without a queue, as many at once as there are pairs.
    ///
    /// @return the first failure, if there was one
    Optional<String> copyAlone(String from, String to, int count) throws InterruptedException {
        var complaints = new ConcurrentLinkedQueue<String>();
        var slots = new Semaphore(load.pairs());
        try (var jobs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (JobSpec job : jobs(from, to, count)) {
                slots.acquire();
                jobs.execute(() -> carryOut(job, slots).ifPresent(complaints::add));
            }
        }
        return complaints.stream().findFirst();
    }

    private Optional<String> carryOut(JobSpec job, Semaphore slots) {
        var held = new AtomicBoolean(true);
        Slot slot =
                new Slot() {
                    @Override
                    public void giveUp() {
                        if (held.compareAndSet(true, false)) {
                            slots.release();
                        }
                    }

                    @Override
                    public void takeBack() {
                        throw new IllegalStateException("nobody is asked");
                    }
                };
        var context =
                new JobContext(
                        new Meter(),
                        new CancelSignal(),
                        0,
                        Instant.now(),
                        _ -> {
                            throw new IllegalStateException("files have no children");
                        },
                        new NoTraces(),
                        slot);
        try {
            return complaint(transfers.run(job, context)).findFirst();
        } catch (InterruptedException interrupt) {
            return Optional.of("interrupted");
        } finally {
            slot.giveUp();
        }
    }

    private List<JobSpec> jobs(String from, String to, int count) {
        return BenchFiles.names(count).stream()
                .map(name -> job(from + "/" + name, to + "/" + name))
                .toList();
    }

    private Stream<String> complaint(Outcome outcome) {
        return outcome instanceof Outcome.Done done && done.route().method() == contest.method()
                ? Stream.empty()
                : Stream.of(outcome.toString());
    }

    private JobSpec job(String from, String to) {
        var policy =
                new TransferPolicy(
                        Optional.of(contest.method()),
                        Optional.empty(),
                        contest.method() == Method.RELAY,
                        contest.method() == Method.CLEAR,
                        ExistsRule.FAIL,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);
        return JobSpec.file(
                contest.source().site(),
                RemotePath.of(from),
                contest.target().site(),
                RemotePath.of(to),
                OptionalLong.of(load.size()),
                policy);
    }

    private Optional<Server> find(SiteId id) {
        return Stream.of(contest.source(), contest.target())
                .map(BenchServer::asSite)
                .filter(server -> server.id().equals(id))
                .findFirst();
    }

    private record Pinned(Contest contest) implements Trust {

        @Override
        public boolean accepts(Server server, Certificate presented) {
            return List.of(contest.source().certificate(), contest.target().certificate())
                    .contains(presented.sha256());
        }

        @Override
        public Optional<Failure> refusal(Server server, Certificate presented) {
            throw new IllegalStateException("a certificate that nobody made: " + presented);
        }
    }
}
