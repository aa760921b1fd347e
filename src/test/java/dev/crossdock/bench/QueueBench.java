package dev.crossdock.bench;

import static dev.crossdock.bench.Figures.say;
import static dev.crossdock.bench.Figures.seconds;

import dev.crossdock.model.Outcome;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.QueueChanges;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// What the queue costs: `mvn -q test-compile exec:exec@queue`, with the number of jobs as argument
/// (a million if there is none).
///
/// Each figure of the disk stands beside what the disk itself needs for as many bytes, written and
/// forced in as many goes.
public final class QueueBench {

    private static final int RUNS = 20_000;

    private final Scratch scratch;
    private final Path folder;
    private final int jobs;

    private QueueBench(Scratch scratch, int jobs) {
        this.scratch = scratch;
        this.folder = scratch.folder();
        this.jobs = jobs;
    }

    /// @param arguments how many jobs
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int jobs =
                Stream.of(arguments)
                        .filter(word -> !word.isBlank())
                        .findFirst()
                        .map(Integer::parseInt)
                        .orElse(1_000_000);
        try (var scratch = Scratch.make()) {
            var bench = new QueueBench(scratch, jobs);
            bench.add();
            bench.open();
            bench.run();
        }
        SmallFiles.run();
    }

    private void add() throws IOException, InterruptedException {
        try (var queue = queue((_, _) -> new Outcome.Skipped(""), 4)) {
            queue.hold(Hold.AFTER_CURRENT);
            long heapBefore = heap();
            long start = System.nanoTime();
            for (int from = 0; from < jobs; from += JobSpecs.FOLDER) {
                queue.add(JobSpecs.of(from, Math.min(jobs, from + JobSpecs.FOLDER)));
                // As a folder that is being listed would, no faster than the disk takes them.
                queue.awaitStored();
            }
            double seconds = seconds(start);
            long bytes = size();
            say(
                    "add %,d jobs: %.1f s, %,.0f jobs/s, %.1f µs and %,d bytes a job on disk",
                    jobs, seconds, jobs / seconds, seconds * 1e6 / jobs, bytes / jobs);
            double plain = plainWrite(bytes, jobs / JobSpecs.FOLDER);
            say(
                    "  the disk alone for as many bytes, forced as often: %.1f s; ratio %.1f",
                    plain, seconds / plain);
            say("  heap after: %d MB (goal below 200)", (heap() - heapBefore) >> 20);
        }
    }

    private void open() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var queue = queue((_, _) -> new Outcome.Skipped(""), 4)) {
            double ready = seconds(start);
            queue.awaitStored();
            say(
                    "open it again: queue usable after %.2f s, all in order after %.2f s",
                    ready, seconds(start));
            say("  heap: %d MB", heap() >> 20);
            QueueChanges changes = queue.changesSince(0);
            Ranks line = line(changes);
            start = System.nanoTime();
            int pages = 100;
            for (int page = 0; page < pages; page++) {
                int at = (int) ((long) page * (line.size() - 40) / pages);
                queue.views(line.part(at, at + 40).stream().map(Rank::id).toList());
            }
            say("  a page of 40 rows anywhere: %.2f ms", seconds(start) * 1e3 / pages);
            start = System.nanoTime();
            queue.changesSince(0);
            say("  the whole order for the screen: %.1f ms", seconds(start) * 1e3);
            start = System.nanoTime();
            queue.moveBefore(List.of(line.get(line.size() / 2).id()), line.get(10).id());
            queue.awaitStored();
            say("  move one from the middle to the top: %.2f s", seconds(start));
        }
    }

    /// What each job costs in the queue itself: the jobs do nothing.
    private void run() throws IOException, InterruptedException {
        scratch.empty();
        try (var queue = queue((_, _) -> new Outcome.Skipped(""), 4)) {
            long start = System.nanoTime();
            queue.begin();
            queue.add(JobSpecs.of(0, RUNS));
            queue.awaitIdle();
            double seconds = seconds(start);
            say(
                    "run %,d jobs that do nothing, 4 at once: %.0f µs a job, start and end on disk",
                    RUNS, seconds * 1e6 / RUNS);
            double forced = plainWrite(RUNS * 200L, RUNS / 4);
            say(
                    "  the disk alone, forced once for 4 jobs: %.0f µs a job; ratio %.1f",
                    forced * 1e6 / RUNS, seconds / forced);
        }
    }

    private static Ranks line(QueueChanges changes) {
        if (changes.lists().get(QueueList.OPEN) instanceof ListChange.Whole(Ranks now)) {
            return now;
        }
        throw new IllegalStateException("the queue was not opened with its jobs");
    }

    private QueueService queue(JobRunner runner, int files) throws IOException {
        return new QueueService(
                JobFile.open(folder, Clock.systemUTC()),
                runner,
                () -> QueueRules.plain(files),
                Clock.systemUTC());
    }

    private long size() throws IOException {
        try (var files = Files.list(folder)) {
            long size = 0;
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
            return size;
        }
    }

    /// How long the disk needs without a database.
    private double plainWrite(long bytes, int goes) throws IOException {
        Path file = folder.resolve("plain");
        var block = ByteBuffer.allocate((int) Math.max(1, bytes / goes));
        long start = System.nanoTime();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int go = 0; go < goes; go++) {
                channel.write(block.rewind());
                channel.force(false);
            }
        }
        double seconds = seconds(start);
        Files.delete(file);
        return seconds;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
