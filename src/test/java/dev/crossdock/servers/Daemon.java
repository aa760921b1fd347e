package dev.crossdock.servers;

import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionTimeoutException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An unpacked server's processes, from its greeting to their end.
final class Daemon implements Running {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration END = Duration.ofSeconds(5);

    /// Ends a server whose test was killed.
    private static final List<String> LEASH = List.of("timeout", "--kill-after=5s", "30m");

    private final Process process;
    private final Path folder;

    private Daemon(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /// Starts a server that stays in the foreground, and waits until it greets on that port.
    static Daemon start(Workplace place, Launch launch, int port, List<String> command)
            throws IOException {
        var all = new ArrayList<>(LEASH);
        all.addAll(command);
        var builder =
                Unpacked.builder(all)
                        .directory(place.own().toFile())
                        .redirectOutput(place.own().resolve("output.log").toFile());
        builder.environment().put("OPENSSL_CONF", place.limitTls(launch.tls()).toString());
        var daemon = new Daemon(builder.start(), place.own());
        daemon.awaitGreeting(place.address(), port);
        return daemon;
    }

    @Override
    public String log() throws IOException {
        var text = new StringBuilder();
        try (var logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                // Names of files in it may be anything.
                text.append(Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroy);
        if (!areGone(all)) {
            all.forEach(ProcessHandle::destroyForcibly);
            areGone(all);
        }
    }

    private void awaitGreeting(InetAddress address, int port) throws IOException {
        try {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .until(() -> !process.isAlive() || greets(address, port));
        } catch (ConditionTimeoutException silent) {
            String log = log();
            close();
            throw new IOException("No greeting from " + process + ": " + log, silent);
        }
        if (!process.isAlive()) {
            throw new IOException("Ended with " + process.exitValue() + ": " + log());
        }
    }

    private static boolean greets(InetAddress address, int port) {
        try (var socket = new Socket()) {
            int millis = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(address, port), millis);
            socket.setSoTimeout(millis);
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            return line != null && line.startsWith("220");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean areGone(List<ProcessHandle> all) {
        try {
            await().atMost(END)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .until(() -> all.stream().noneMatch(Daemon::runs));
            return true;
        } catch (ConditionTimeoutException tooLong) {
            return false;
        }
    }

    /// One that ended but whose parent, often a slow init, has not taken note counts as alive.
    private static boolean runs(ProcessHandle one) {
        try {
            var stat = Path.of("/proc/" + one.pid() + "/stat");
            return one.isAlive() && !Files.readString(stat).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
