package dev.crossdock.cli;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Carries jobs out in no time, or as a test says for a path; expands folders of [FakeServer]s.
final class FakeRunner implements JobRunner {

    static final Route PROXY = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);

    final List<JobSpec> run = new CopyOnWriteArrayList<>();
    final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    final Map<String, CountDownLatch> started = new ConcurrentHashMap<>();
    volatile Outcome.@Nullable Failed always;
    private volatile @Nullable CountDownLatch waitsAlways;
    volatile Runnable onRun = () -> {};
    volatile boolean namesRoute = true;
    volatile long observed = 7;
    volatile String noteAtCancel = "";
    private final Function<SiteId, FakeServer> servers;

    FakeRunner(Function<SiteId, FakeServer> servers) {
        this.servers = servers;
    }

    /// The job for this source waits until it is cancelled.
    CountDownLatch hang(String sourcePath) {
        return started.computeIfAbsent(sourcePath, _ -> new CountDownLatch(1));
    }

    /// Every job waits until it is cancelled.
    CountDownLatch hangAlways() {
        var latch = new CountDownLatch(1);
        waitsAlways = latch;
        return latch;
    }

    @Override
    public Outcome run(JobSpec spec, JobContext context) throws InterruptedException {
        run.add(spec);
        onRun.run();
        String path = spec.sourcePath().value();
        CountDownLatch waits = waitsAlways != null ? waitsAlways : started.get(path);
        if (waits != null) {
            var cancelled = new CountDownLatch(1);
            Runnable _ = context.cancel().onCancel(cancelled::countDown);
            if (namesRoute) {
                context.meter().route(PROXY);
            }
            if (observed >= 0) {
                context.meter().observe(observed, Instant.EPOCH);
            }
            waits.countDown();
            cancelled.await();
            return new Outcome.Cancelled(noteAtCancel);
        }
        Outcome told = always != null ? always : outcomes.get(path);
        if (told instanceof Outcome.Failed) {
            context.meter().route(PROXY);
        }
        if (told != null) {
            return told;
        }
        return switch (spec.kind()) {
            case FILE -> {
                servers.apply(spec.target()).file(spec.targetPath().value(), spec.size().orElse(0));
                yield done(spec.size().orElse(0), spec.targetPath());
            }
            case FOLDER -> expand(spec, context);
        };
    }

    static Outcome.Done done(long bytes, RemotePath target) {
        return new Outcome.Done(
                bytes,
                Duration.ofMillis(1250),
                PROXY,
                Protection.TLS,
                Verification.SIZE,
                target,
                new Controls("TLSv1.3", "TLSv1.3"),
                "");
    }

    static Outcome.Failed failed(Failure.Kind kind, String server, String message, String advice) {
        return new Outcome.Failed(
                Failure.of(kind, server, message, Failure.Remedy.GIVE_UP, advice));
    }

    private Outcome expand(JobSpec spec, JobContext context) {
        List<JobSpec> children;
        try {
            children =
                    servers.apply(spec.source()).list(spec.sourcePath()).entries().stream()
                            .map(entry ->
                                    new JobSpec(
                                            entry.isFolder()
                                                    ? JobSpec.Kind.FOLDER
                                                    : JobSpec.Kind.FILE,
                                            spec.source(),
                                            spec.sourcePath().child(entry.name()),
                                            spec.target(),
                                            spec.targetPath().child(entry.name()),
                                            entry.size(),
                                            false,
                                            spec.policy()))
                            .toList();
        } catch (FailureException e) {
            return new Outcome.Failed(e.failure());
        }
        context.children().add(children);
        return new Outcome.Expanded(children.size(), 0, 0, "");
    }
}
