package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Starts a program on a screen that is otherwise empty, and watches its windows.
final class StartWatch {

    private static final Duration TICK = Duration.ofMillis(5);
    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String SITES = "site manager";

    private final String display;
    private final XScreen screen;

    StartWatch(String display, XScreen screen) {
        this.display = display;
        this.screen = screen;
    }

    /// As [#measure], with the questions of a first start dismissed.
    Start rehearse(Program program) throws IOException, InterruptedException {
        return run(program, true);
    }

    Start measure(Program program) throws IOException, InterruptedException {
        return run(program, false);
    }

    private Start run(Program program, boolean first) throws IOException, InterruptedException {
        Path log = program.home().resolve("output.log");
        var builder =
                new ProcessBuilder(program.command())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Surroundings.put(builder.environment(), program.home(), display);
        long begin = System.nanoTime();
        var tree = new ProcessTree(builder.start());
        try {
            if (!seen(tree, PATIENCE, titles -> contains(titles, program.title()))) {
                throw new IOException("no window with the title " + program.title());
            }
            Duration mapped = since(begin);
            if (first) {
                rest();
                dismiss(tree);
            }
            Duration ready = askForSites(tree, begin);
            Duration busy = tree.busy();
            dismiss(tree);
            rest();
            var start = new Start(mapped, ready, busy, tree.memory(), tree.files());
            screen.press(XScreen.ALT, XScreen.F4);
            if (!tree.ends(PATIENCE)) {
                throw new IOException("it did not end when its window was closed");
            }
            return start;
        } catch (IOException e) {
            throw new IOException(
                    program.name() + ": " + e.getMessage() + "\n" + Files.readString(log), e);
        } finally {
            tree.end();
        }
    }

    private Duration askForSites(ProcessTree tree, long begin)
            throws IOException, InterruptedException {
        while (since(begin).compareTo(PATIENCE) < 0) {
            screen.press(XScreen.CONTROL, 's');
            if (seen(tree, AGAIN, titles -> titles.size() > 1)) {
                Duration ready = since(begin);
                if (contains(screen.titles(), SITES)) {
                    return ready;
                }
                throw new IOException("Ctrl+S opened " + screen.titles());
            }
        }
        throw new IOException("Ctrl+S opened no site manager");
    }

    /// Closes all windows but the main one.
    private void dismiss(ProcessTree tree) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (screen.titles().size() > 1) {
            if (since(begin).compareTo(PATIENCE) > 0) {
                throw new IOException("Escape does not close " + screen.titles());
            }
            screen.press(XScreen.ESCAPE);
            seen(tree, Duration.ofSeconds(1), titles -> titles.size() == 1);
        }
    }

    private boolean seen(ProcessTree tree, Duration patience, Predicate<List<String>> condition)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!condition.test(screen.titles())) {
            if (!tree.root().isAlive()) {
                throw new IOException("it ended with " + tree.root().exitValue());
            }
            if (since(begin).compareTo(patience) > 0) {
                return false;
            }
            pause(TICK);
        }
        return true;
    }

    private static void rest() throws InterruptedException {
        long begin = System.nanoTime();
        while (since(begin).compareTo(REST) < 0) {
            pause(REST.minus(since(begin)));
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        LockSupport.parkNanos(time.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static boolean contains(List<String> titles, String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return titles.stream().anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(lower));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
