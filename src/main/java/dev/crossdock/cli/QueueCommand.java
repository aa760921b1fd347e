package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.FailureException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `crossdock queue`: what can be done with the queue that is kept, whichever program has it.
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = {
            "Shows and changes the queue: that of the running Crossdock, or, if none runs, the one",
            "on disk. Add to it with “crossdock queue add”."
        })
final class QueueCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final RootCommand root;
    private final Surroundings surroundings;
    private final Json objects = new Json();

    QueueCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        throw new UsageException("Say what to do: list, add, pause, resume, retry, remove or run.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows jobs.")
    int list(
            @Option(
                            names = "--list",
                            paramLabel = "LIST",
                            defaultValue = "open",
                            description = "open (what has not ended), failed or ended.")
                    String list,
            @Option(names = "--json", description = "One object a line.") boolean json)
            throws UsageException {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("list", name(list)).put("most", PAGE);
        return ask(gate -> {
            JsonNode page = gate.ask("queue.list", arguments.put("from", 0));
            int from = 0;
            while (!page.path("jobs").isEmpty()) {
                for (JsonNode job : page.path("jobs")) {
                    print(json ? objects.line(job) : JobLine.of(job));
                }
                from += page.path("jobs").size();
                page = gate.ask("queue.list", arguments.put("from", from));
            }
            if (!json) {
                surroundings.streams().say(JobLine.totals(page.path("totals")));
            }
            return page;
        });
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = {
                "Holds jobs back. A job that is named and runs is stopped, and goes on from there",
                "when it is resumed. Without numbers the whole queue is held: what runs may end,",
                "unless --now is given."
            })
    int pause(
            @Parameters(paramLabel = "JOB", description = "Numbers of jobs; none for all.")
                    List<String> jobs,
            @Option(
                            names = "--now",
                            description =
                                    "Holding the whole queue, stops running files too; they go on"
                                            + " from there later.")
                    boolean now,
            @Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        return change("queue.pause", ids(jobs).put("now", now), json);
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Lets paused jobs, or the whole queue, go on.")
    int resume(
            @Parameters(paramLabel = "JOB", description = "Numbers of jobs; none for all.")
                    List<String> jobs,
            @Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        return change("queue.resume", ids(jobs), json);
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Lines up jobs again that failed, were skipped or cancelled.")
    int retry(
            @Parameters(paramLabel = "JOB", description = "Numbers of jobs; none for all failed.")
                    List<String> jobs,
            @Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        return change("queue.retry", ids(jobs), json);
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description =
                    "Cancels and forgets jobs; one that runs stays in the list of ended ones.")
    int remove(
            @Parameters(paramLabel = "JOB", description = "Numbers of jobs.") List<String> jobs,
            @Option(
                            names = "--list",
                            paramLabel = "LIST",
                            description =
                                    "All failed or ended jobs are forgotten; open cancels all.")
                    String list,
            @Option(names = "--json", description = "Prints an object.") boolean json)
            throws UsageException {
        ObjectNode arguments = ids(jobs);
        if (list != null && !arguments.path("ids").isEmpty()) {
            throw new UsageException("Say which jobs or which --list, not both.");
        }
        if (list != null) {
            arguments.put("list", name(list));
        } else if (arguments.path("ids").isEmpty()) {
            throw new UsageException("Say which jobs, or --list=open, failed or ended.");
        }
        return change("queue.remove", arguments, json);
    }

    private interface Asking {
        JsonNode of(QueueGate gate) throws UsageException, FailureException, InterruptedException;
    }

    private int change(String command, ObjectNode arguments, boolean json) throws UsageException {
        return ask(gate -> {
            JsonNode answer = gate.ask(command, arguments);
            if (json) {
                print(objects.line(answer));
            } else {
                surroundings.streams().say(JobLine.totals(answer.path("totals")));
            }
            JsonNode unknown = answer.path("unknown");
            if (!unknown.isEmpty()) {
                throw new UsageException("There is no job " + unknown.get(0).asLong() + ".");
            }
            return answer;
        });
    }

    private int ask(Asking asking) throws UsageException {
        var gates = new QueueGates(surroundings, root.home());
        try (QueueGate gate = gates.open()) {
            JsonNode answer = asking.of(gate);
            JsonNode trouble = answer.path("trouble");
            if (trouble.isTextual()) {
                surroundings.streams().say(trouble.asText());
                return ExitCode.SOME_FAILED;
            }
            return ExitCode.DONE;
        } catch (FailureException failed) {
            surroundings.streams().say(failed.failure().words());
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException interrupt) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void print(String line) {
        surroundings.streams().out().print(line + "\n");
        surroundings.streams().out().flush();
    }

    private static ObjectNode ids(List<String> jobs) throws UsageException {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = arguments.putArray("ids");
        if (jobs != null) {
            for (String job : jobs) {
                ids.add(number(job));
            }
        }
        return arguments;
    }

    private static long number(String job) throws UsageException {
        try {
            return Long.parseLong(job);
        } catch (NumberFormatException noNumber) {
            throw new UsageException(
                    "A job is a number that “crossdock queue list” shows, not " + job + ".");
        }
    }

    private static String name(String list) throws UsageException {
        return switch (list) {
            case "open", "failed", "ended" -> list.toUpperCase(Locale.ROOT);
            default ->
                    throw new UsageException(
                            "--list takes open, failed or ended, not " + list + ".");
        };
    }
}
