package dev.crossdock.bench;

import static dev.crossdock.bench.Figures.say;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/// How long the packaged program takes from the start of its process to a window that takes input,
/// and the memory it then has, beside FileZilla.
@Command(name = "start", mixinStandardHelpOptions = true)
final class StartBench implements Callable<Integer> {

    private enum State {
        WARM,
        COLD
    }

    @Option(
            names = "--crossdock",
            paramLabel = "CMD",
            defaultValue = "target/package/image/crossdock/bin/crossdock",
            description = "the program, again for another one (${DEFAULT-VALUE})")
    private List<String> crossdocks = new ArrayList<>();

    @Option(
            names = "--filezilla",
            paramLabel = "CMD",
            defaultValue = "filezilla",
            description = "what to compare with (${DEFAULT-VALUE})")
    private String filezilla = "";

    @Option(names = "--runs", defaultValue = "7", description = "of each (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--only", split = ",", description = "warm or cold")
    private List<State> only = new ArrayList<>();

    private StartBench() {}

    public static void main(String[] arguments) {
        var line = new CommandLine(new StartBench()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = Scratch.make()) {
            Path folder = scratch.folder().toAbsolutePath();
            List<Program> programs = programs(folder);
            try (var display = BenchScreen.open(folder.resolve("screen"));
                    var screen = new XScreen(display.name())) {
                compare(programs, new StartWatch(display.name(), screen));
            }
        }
        return 0;
    }

    private List<Program> programs(Path folder) throws IOException {
        var programs = new ArrayList<Program>();
        for (String command : crossdocks) {
            String name =
                    crossdocks.size() == 1 ? "Crossdock" : "Crossdock " + (programs.size() + 1);
            var program =
                    Program.crossdock(name, command, folder.resolve("home" + programs.size()));
            if (program.executable().isEmpty()) {
                throw new IOException(
                        command + " is not there; packaging/linux/package makes the package");
            }
            programs.add(program);
            say("%s: %s", name, command);
        }
        var other = Program.filezilla(filezilla, folder.resolve("other"));
        if (other.executable().isPresent()) {
            programs.add(other);
            say("%s: %s", other.name(), filezilla);
        } else {
            say("without FileZilla: %s is not installed", filezilla);
        }
        return programs;
    }

    private void compare(List<Program> programs, StartWatch watch)
            throws IOException, InterruptedException {
        // The files of both: neither finds those that they share.
        Set<Path> files = new TreeSet<>();
        for (Program program : programs) {
            files.addAll(program.installed());
            files.addAll(watch.rehearse(program).files());
        }
        say("%n%s", StartTable.HEAD);
        for (State state : only.isEmpty() ? List.of(State.values()) : only) {
            var starts = new LinkedHashMap<Program, List<Start>>();
            programs.forEach(program -> starts.put(program, new ArrayList<>()));
            long kept = 0;
            for (int run = 0; run < runs; run++) {
                for (Program program : run % 2 == 0 ? programs : programs.reversed()) {
                    if (state == State.COLD) {
                        PageCache.drop(files);
                        kept = Math.max(kept, PageCache.kept(files));
                    }
                    starts.computeIfAbsent(program, _ -> new ArrayList<>())
                            .add(watch.measure(program));
                }
            }
            print(state, starts);
            if (state == State.COLD) {
                say(
                        "by posix_fadvise for %d files; at most %.1f MiB stayed",
                        files.size(), kept / 1048576.0);
            }
        }
        say("%s", StartTable.LEGEND);
    }

    private static void print(State state, Map<Program, List<Start>> starts) {
        List<Start> theirs = new ArrayList<>();
        starts.forEach((program, some) -> {
            if (program.name().equals("FileZilla")) {
                theirs.addAll(some);
            }
        });
        starts.forEach((program, ours) ->
                say(
                        "%s",
                        StartTable.row(
                                state.name().toLowerCase(Locale.ROOT),
                                program.name(),
                                ours,
                                theirs)));
    }
}
