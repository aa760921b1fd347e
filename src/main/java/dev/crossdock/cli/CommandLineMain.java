package dev.crossdock.cli;

import dev.crossdock.about.Parts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The command line as a whole: arguments in, exit code out.
///
/// Call it on a thread of its own: an interrupt by the user ends the process from a shutdown hook,
/// while [#run] comes back.
public final class CommandLineMain {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineMain.class);
    private static final int WIDTH = 90;

    /// Half a minute in all; others may have logged out by then.
    private static final List<Duration> LOGIN_PAUSES =
            IntStream.of(500, 1000, 2000, 4000, 8000, 15_000).mapToObj(Duration::ofMillis).toList();

    /// Twenty seconds in all; most commands have it for less than one.
    private static final List<Duration> QUEUE_PAUSES =
            Collections.nCopies(100, Duration.ofMillis(200));

    private final Surroundings surroundings;

    public CommandLineMain(
            Cores cores,
            QueueGate.Finder running,
            Windows windows,
            Streams streams,
            Map<String, String> environment) {
        this(
                new Surroundings(
                        cores,
                        running,
                        windows,
                        streams,
                        environment,
                        new ProcessSignals(),
                        Clock.systemDefaultZone(),
                        LOGIN_PAUSES,
                        QUEUE_PAUSES));
    }

    CommandLineMain(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @return the exit code of the process
    public int run(String[] arguments) {
        return commands().execute(arguments);
    }

    /// All commands with all options, as [#run] reads them.
    CommandLine commands() {
        Streams streams = surroundings.streams();
        var root = new RootCommand(surroundings);
        var line =
                new CommandLine(root)
                        .addSubcommand(new DemoCommand(root, surroundings))
                        .addSubcommand(new ProbeCommand(root, surroundings))
                        .addSubcommand(new CopyCommand(root, surroundings))
                        .addSubcommand(new LsCommand(root, surroundings))
                        .addSubcommand(queue(root))
                        .addSubcommand(new SitesCommand(root, surroundings))
                        .addSubcommand(new VaultCommand(root, surroundings))
                        .addSubcommand(new CertificatesCommand(root, surroundings))
                        .addSubcommand(new LicencesCommand(streams, Parts::shipped));
        line.setOut(streams.outWriter())
                .setErr(streams.errWriter())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(WIDTH)
                // A file may be called @x.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((error, _) -> wrong(error))
                .setExecutionExceptionHandler((error, command, _) -> broken(error, command));
        line.getCommandSpec().version(Version.line());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version(Version.line()));
        return line;
    }

    private CommandLine queue(RootCommand root) {
        var add = new CommandLine(new CopyCommand(root, surroundings, true));
        add.getCommandSpec()
                .name("add")
                .usageMessage()
                .customSynopsis("crossdock queue add [options] SOURCE... TARGET")
                .description(
                        "Adds to the queue what the running Crossdock or “crossdock queue run”"
                                + " copies,",
                        "as “crossdock copy --queue” does.");
        return new CommandLine(new QueueCommand(root, surroundings))
                .addSubcommand(add)
                .addSubcommand(new QueueRunCommand(root, surroundings));
    }

    private int wrong(ParameterException error) {
        return usage(String.valueOf(error.getMessage()), error.getCommandLine());
    }

    private int broken(Exception error, CommandLine command) {
        if (error instanceof UsageException wrong) {
            return usage(wrong.words(), command);
        }
        LOG.error("A command failed", error);
        surroundings
                .streams()
                .say("Crossdock itself failed: " + error + ". Please report this with the log.");
        return ExitCode.SOME_FAILED;
    }

    private int usage(String message, CommandLine command) {
        Streams streams = surroundings.streams();
        // It may repeat an argument, and that may hold a password.
        streams.say(Masking.message(message));
        String name = command.getCommandSpec().qualifiedName();
        streams.err().println("“" + name + " --help” tells more.");
        return ExitCode.USAGE;
    }
}
