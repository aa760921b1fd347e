package dev.crossdock.bench;

import static dev.crossdock.bench.Figures.say;
import static dev.crossdock.bench.Figures.seconds;

import dev.crossdock.model.Method;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// What share of the time the queue takes for itself while it sends many small files between two
/// embedded servers, beside the same files sent without a queue.
final class SmallFiles {

    private static final int PAIRS = 4;
    private static final int FILES = 10_000;
    private static final int SIZE = 4_096;
    private static final Load LOAD = new Load("small", PAIRS, FILES, SIZE, Duration.ZERO);
    private static final String ALONE = "/alone";
    private static final int WARM_UP = 1_000;

    private SmallFiles() {}

    static void run() throws IOException, InterruptedException {
        try (var scratch = Scratch.make();
                var contest =
                        Contest.of(Method.PROXY, scratch.folder().resolve("ftp"), Duration.ZERO)) {
            contest.source().files().fill(Load.WARM_UP, WARM_UP, SIZE);
            contest.source().files().fill(Load.FILES, FILES, SIZE);
            contest.target().files().makeFolder(LOAD.warmUpTarget());
            contest.target().files().makeFolder(ALONE);
            contest.target().files().makeFolder(LOAD.target());
            run(contest, scratch.folder().resolve("queue"));
        }
    }

    private static void run(Contest contest, Path queue) throws IOException, InterruptedException {
        var watch = new Stopwatch();
        try (var crossdock =
                new Crossdock(
                        contest, LOAD, _ -> {}, runner -> onDisk(queue, watch.around(runner)))) {
            require(crossdock.copy(Load.WARM_UP, LOAD.warmUpTarget(), WARM_UP));
            long start = System.nanoTime();
            require(crossdock.copyAlone(Load.FILES, ALONE, FILES));
            double alone = seconds(start);
            watch.reset();
            start = System.nanoTime();
            require(crossdock.copy(Load.FILES, LOAD.target(), FILES));
            double queued = seconds(start);
            double slots = queued * PAIRS;
            double noting = watch.noting();
            double between = slots - watch.carryingOut() - noting;
            say(
                    "%,d files of %,d bytes over %d pairs by +proxy: %.1f s, %.2f ms a file",
                    FILES, SIZE, PAIRS, queued, queued * 1e3 / FILES);
            say(
                    "  of the pairs' time the queue takes %.1f %%: %.1f %% from a job to the next,"
                            + " %.1f %% until what a job begins is on disk",
                    100 * (between + noting) / slots, 100 * between / slots, 100 * noting / slots);
            say(
                    "  the same files without a queue and its disk: %.1f s; ratio %.2f",
                    alone, queued / alone);
        }
        requireAll(contest, ALONE);
        requireAll(contest, LOAD.target());
    }

    private static void requireAll(Contest contest, String folder) throws IOException {
        long count = contest.target().files().count(folder, SIZE);
        if (count != FILES) {
            throw new IllegalStateException("only %d files in %s".formatted(count, folder));
        }
    }

    private static void require(Optional<String> failure) {
        failure.ifPresent(words -> {
            throw new IllegalStateException(words);
        });
    }

    private static QueueService onDisk(Path folder, JobRunner runner) {
        try {
            var queue =
                    new QueueService(
                            JobFile.open(folder, Clock.systemUTC()),
                            runner,
                            () -> QueueRules.plain(PAIRS),
                            Clock.systemUTC());
            queue.begin();
            return queue;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
