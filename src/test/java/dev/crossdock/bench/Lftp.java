package dev.crossdock.bench;

import dev.crossdock.model.Method;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The same by lftp, told to be as quick as it can.
final class Lftp {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String START = "crossdock-bench-start";
    private static final String END = "crossdock-bench-end";

    private final Contest contest;
    private final Load load;

    private Lftp(Contest contest, Load load) {
        this.contest = contest;
        this.load = load;
    }

    /// What it calls itself; empty if it is not installed.
    static Optional<String> version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("lftp", "--version").start();
            try (BufferedReader lines = process.inputReader()) {
                return lines.lines().findFirst();
            } finally {
                process.waitFor();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    static Result run(Contest contest, Load load) throws IOException, InterruptedException {
        return new Lftp(contest, load).measure();
    }

    private Result measure() throws IOException, InterruptedException {
        var builder = new ProcessBuilder("lftp", "--norc", "-c", script());
        Process process = builder.redirectErrorStream(true).start();
        Thread killer = Thread.ofVirtual().start(() -> killLate(process));
        Result result = listen(process);
        process.destroyForcibly();
        killer.join();
        long arrived = contest.target().files().count(load.target(), load.size());
        return result instanceof Result.Measured && arrived < load.files()
                ? new Result.Cannot("%d of %d files arrived".formatted(arrived, load.files()))
                : result;
    }

    private Result listen(Process process) throws IOException {
        long start = 0;
        long flights = 0;
        String last = "no word of it within " + PATIENCE.toSeconds() + " s";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(START)) {
                    start = System.nanoTime();
                    flights = contest.flights();
                } else if (line.equals(END)) {
                    var time = Duration.ofNanos(System.nanoTime() - start);
                    return new Result.Measured(time, contest.flights() - flights, load);
                } else {
                    last = line.strip();
                }
            }
        }
        return new Result.Cannot(last);
    }

    private String script() {
        boolean direct = contest.method() != Method.RELAY;
        boolean guarded = contest.method() != Method.CLEAR;
        return String.join(
                "; ",
                "set cmd:fail-exit yes",
                "set ssl:verify-certificate no",
                // Under TLS 1.3 GnuTLS takes the JDK's user_canceled, which is a mere warning, for
                // an error.
                "set ssl:priority NORMAL:-VERS-TLS1.3",
                "set ftp:ssl-force yes",
                "set ftp:ssl-protect-data " + guarded,
                "set ftp:ssl-protect-fxp " + guarded,
                "set ftp:use-fxp " + direct,
                "set ftp:fxp-force " + direct,
                "set ftp:sync-mode no",
                "set net:max-retries 1",
                "set net:timeout 20",
                "set net:connection-limit 0",
                "set mirror:set-permissions no",
                mirror(Load.WARM_UP, load.warmUpTarget()),
                "echo " + START,
                mirror(Load.FILES, load.target()),
                "echo " + END);
    }

    private String mirror(String from, String to) {
        return "mirror --no-perms --no-umask --parallel=%d %s %s"
                .formatted(load.pairs(), url(contest.source(), from), url(contest.target(), to));
    }

    private static String url(BenchServer server, String path) {
        return "ftp://%s:%s@%s:%d%s"
                .formatted(
                        BenchServer.USER,
                        BenchServer.PASSWORD,
                        server.address().getHostAddress(),
                        server.delayed().port(),
                        path);
    }

    private static void killLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            process.destroyForcibly();
        }
    }
}
