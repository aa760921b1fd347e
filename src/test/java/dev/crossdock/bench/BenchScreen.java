package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A screen of its own with a window manager: Xvfb and openbox, gone when it is closed.
final class BenchScreen implements AutoCloseable {

    static final String SIZE = "1280x1000";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deque<Process> processes = new ArrayDeque<>();
    private String name = "";

    private BenchScreen() {}

    /// @param home an empty one, so that openbox has the keys it has by itself
    static BenchScreen open(Path home) throws IOException, InterruptedException {
        var screen = new BenchScreen();
        try {
            screen.name = ":" + screen.xvfb(home);
            screen.start(home, "openbox", "--sm-disable");
            return screen;
        } catch (IOException | InterruptedException | RuntimeException e) {
            screen.close();
            throw e;
        }
    }

    /// As in `DISPLAY`.
    String name() {
        return name;
    }

    @Override
    public void close() {
        while (!processes.isEmpty()) {
            end(processes.pop());
        }
    }

    private String xvfb(Path home) throws IOException, InterruptedException {
        Process process =
                start(
                        home,
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        SIZE + "x24",
                        "-nolisten",
                        "tcp");
        var said =
                CompletableFuture.supplyAsync(
                        () -> process.inputReader().lines().findFirst().orElseThrow().strip());
        try {
            return said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Xvfb did not say which screen it has", e);
        }
    }

    private Process start(Path home, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Surroundings.put(builder.environment(), home, name);
        Process process = builder.start();
        processes.push(process);
        return process;
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
