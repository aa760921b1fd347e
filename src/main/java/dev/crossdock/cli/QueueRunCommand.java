package dev.crossdock.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.crossdock.model.FailureException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `crossdock queue run`: carries the queue out without a window.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Carries the queue out until nothing waits any more; a running Crossdock is told to.",
            "An interrupt stops it; it goes on from there with the next run. Ends with 1 if a job",
            "failed, or the queue's file was damaged and had to be set aside."
        })
final class QueueRunCommand implements Callable<Integer> {

    private static final int MOST_PAIRS = 16;

    private final RootCommand root;
    private final Surroundings surroundings;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description =
                    "How many files travel at once between the same two servers, 1 to 16."
                            + " Default: 2.")
    private int pairs = 2;

    @Option(
            names = "--limit",
            paramLabel = "RATE",
            description = "Bytes a second for all that passes this computer: 500K, 2M, 1.5M.")
    private String limit = "";

    @Mixin private final LoginOptions options = new LoginOptions();

    QueueRunCommand(RootCommand root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        if (pairs < 1 || pairs > MOST_PAIRS) {
            throw new UsageException("--pairs takes 1 to " + MOST_PAIRS + ".");
        }
        long rate = limit.isEmpty() ? 0 : Choices.rate(limit);
        Streams streams = surroundings.streams();
        try {
            return carryOut(rate, streams);
        } catch (FailureException failed) {
            streams.say(failed.failure().words());
            return ExitCode.NOT_STARTED;
        } catch (InterruptedException interrupt) {
            return ExitCode.INTERRUPTED;
        }
    }

    private int carryOut(long rate, Streams streams)
            throws UsageException, FailureException, InterruptedException {
        var workplace = new Workplace(surroundings, root.home(), options);
        var turn = new QueueTurn(surroundings.queuePauses());
        while (true) {
            if (isHandedOver()) {
                streams.say("The running Crossdock carries the queue out.");
                return ExitCode.DONE;
            }
            try {
                var run = new QueueRun(workplace.reporter(), streams);
                return workplace.workOnQueue(pairs, rate, run);
            } catch (FailureException inUse) {
                turn.await(inUse);
            }
        }
    }

    private boolean isHandedOver() throws UsageException, FailureException, InterruptedException {
        Optional<QueueGate> running = new QueueGates(surroundings, root.home()).running();
        if (running.isEmpty()) {
            return false;
        }
        try (QueueGate gate = running.get()) {
            gate.ask("queue.run", JsonNodeFactory.instance.objectNode());
            return true;
        }
    }
}
