package dev.crossdock.bench;

import static dev.crossdock.bench.Figures.say;
import static dev.crossdock.bench.Figures.seconds;

import dev.crossdock.app.Launcher;
import dev.crossdock.model.Outcome;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How long the program takes to its window with a long queue, and how smoothly that window shows
/// it: `xvfb-run -a mvn -q test-compile exec:exec@window`, with the number of jobs as argument (a
/// million if there is none).
///
/// Measured beside the same program with an empty queue. The window is in a process of its own, as
/// users start it.
public final class WindowBench {

    private WindowBench() {}

    /// @param arguments how many jobs
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = Stream.of(arguments).filter(word -> !word.isBlank()).toList();
        if (words.size() == 2) {
            watch(Path.of(words.getFirst()), Integer.parseInt(words.getLast()));
            return;
        }
        int jobs = words.stream().findFirst().map(Integer::parseInt).orElse(1_000_000);
        try (var scratch = Scratch.make()) {
            // The first start of all finds nothing in the caches of the system.
            for (int count : List.of(0, 0, jobs)) {
                scratch.empty();
                fill(scratch.folder(), count);
                say("%,d jobs:", count);
                start(scratch.folder(), count);
            }
        }
    }

    private static void fill(Path home, int jobs) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var queue =
                new QueueService(
                        JobFile.open(home, Clock.systemUTC()),
                        (_, _) -> new Outcome.Skipped(""),
                        () -> QueueRules.plain(1),
                        Clock.systemUTC())) {
            queue.hold(Hold.AFTER_CURRENT);
            for (int from = 0; from < jobs; from += JobSpecs.FOLDER) {
                queue.add(JobSpecs.of(from, Math.min(jobs, from + JobSpecs.FOLDER)));
                queue.awaitStored();
            }
        }
        if (jobs > 0) {
            say("filled in %.1f s", seconds(start));
        }
    }

    private static void start(Path home, int jobs) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of(
                        "-classpath",
                        System.getProperty("java.class.path"),
                        WindowBench.class.getName(),
                        home.toString(),
                        Integer.toString(jobs)));
        int end = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (end != 0) {
            throw new IOException("the window ended with " + end);
        }
    }

    private static void watch(Path home, int jobs) {
        new WindowWatch(jobs).start();
        Launcher.main(new String[] {"--home", home.toString()});
    }
}
