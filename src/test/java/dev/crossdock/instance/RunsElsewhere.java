package dev.crossdock.instance;

import com.fasterxml.jackson.databind.node.TextNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A second program of a data folder, which serves it if it can.
final class RunsElsewhere implements AutoCloseable {

    private final Process process;
    private final BufferedReader words;

    private RunsElsewhere(Process process) {
        this.process = process;
        this.words =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static RunsElsewhere start(Path folder) throws IOException {
        return new RunsElsewhere(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RunsElsewhere.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /// `serving` or `held`; waits until it has been said.
    String word() throws IOException {
        String word = words.readLine();
        return word == null ? "ended" : word;
    }

    long pid() {
        return process.pid();
    }

    /// As the system kills: nothing of it runs any more, not even its shutdown hooks.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /// Takes the data folder; serves until standard input ends.
    public static void main(String[] arguments) throws IOException {
        var lock = InstanceLock.tryTake(Path.of(arguments[0]));
        if (lock.isEmpty()) {
            System.out.println("held");
            return;
        }
        try (var held = lock.get();
                var _ = InstanceServer.open(held, (command, _) -> TextNode.valueOf(command))) {
            System.out.println("serving");
            while (System.in.read() >= 0) {
                // Whoever started us holds the other end.
            }
        }
    }
}
