package dev.crossdock.bench;

import dev.crossdock.ftp.Transcript;
import dev.crossdock.model.Method;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Sends many small files from server to server by each method and prints what that costs.
@Command(name = "bench", mixinStandardHelpOptions = true)
final class RoundTripBench implements Callable<Integer> {

    @Option(names = "--files", defaultValue = "200", description = "files a run (${DEFAULT-VALUE})")
    private int files;

    @Option(names = "--size", defaultValue = "4096", description = "bytes a file")
    private int size;

    @Option(
            names = "--latency",
            defaultValue = "25",
            description = "ms from client to server, and back again (${DEFAULT-VALUE})")
    private int latency;

    @Option(names = "--pairs", split = ",", defaultValue = "1,2,4", description = "of sessions")
    private List<Integer> pairs = new ArrayList<>();

    @Option(names = "--method", split = ",", description = "all of them unless told otherwise")
    private List<Method> methods = new ArrayList<>();

    @Option(names = "--no-lftp", description = "Crossdock alone")
    private boolean alone;

    @Option(names = "--transcript", description = "prints what Crossdock says and hears")
    private boolean verbose;

    private RoundTripBench() {}

    public static void main(String[] arguments) {
        System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
        var line = new CommandLine(new RoundTripBench()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<String> lftp = alone ? Optional.empty() : Lftp.version();
        System.out.println(lftp.map(name -> "beside " + name).orElse("without lftp"));
        System.out.println(ResultTable.HEAD);
        for (Method method : methods.isEmpty() ? Contest.methods() : methods) {
            for (int count : pairs) {
                var load =
                        new Load(
                                "pairs-" + count,
                                count,
                                files,
                                size,
                                Duration.ofMillis(2L * latency));
                Result ours = run(method, load, contest -> Crossdock.run(contest, load, log()));
                System.out.println(ResultTable.row(method, load, "Crossdock", ours));
                if (lftp.isPresent()) {
                    Result theirs = run(method, load, contest -> Lftp.run(contest, load));
                    System.out.println(ResultTable.row(method, load, "lftp", theirs));
                    System.out.print(ResultTable.comparison(ours, theirs));
                }
            }
        }
        System.out.println(ResultTable.LEGEND);
        return 0;
    }

    /// Each run has servers of its own: nobody finds a session or a file of somebody else.
    private Result run(Method method, Load load, Client client)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("crossdock-bench");
        try (var contest = Contest.of(method, folder, Duration.ofMillis(latency))) {
            contest.source().files().fill(Load.WARM_UP, load.warmUpFiles(), size);
            contest.source().files().fill(Load.FILES, load.files(), size);
            contest.target().files().makeFolder(load.warmUpTarget());
            contest.target().files().makeFolder(load.target());
            return client.run(contest);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }

    private Transcript log() {
        return verbose
                ? line ->
                        System.out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%tT.%<tL %s-%d %s %s",
                                        line.when().toEpochMilli(),
                                        line.server().name(),
                                        line.connection(),
                                        line.direction(),
                                        line.text()))
                : _ -> {};
    }

    private interface Client {
        Result run(Contest contest) throws IOException, InterruptedException;
    }
}
