package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.model.FailureException;

import java.nio.file.Path;
import java.util.Optional;

/// Opens the way to the queue: the running Crossdock's, else the file itself.
final class QueueGates {

    private final Surroundings surroundings;
    private final Optional<Path> home;

    QueueGates(Surroundings surroundings, Optional<Path> home) {
        this.surroundings = surroundings;
        this.home = home;
    }

    Optional<QueueGate> running() throws FailureException {
        return surroundings.running().find(home);
    }

    /// Waits while another command has the queue.
    QueueGate open() throws FailureException, InterruptedException {
        var turn = new QueueTurn(surroundings.queuePauses());
        while (true) {
            Optional<QueueGate> running = running();
            if (running.isPresent()) {
                return running.get();
            }
            try {
                return own();
            } catch (FailureException failed) {
                turn.await(failed);
            }
        }
    }

    /// Nothing is started there.
    private QueueGate own() throws FailureException {
        Streams streams = surroundings.streams();
        var prompts = new TerminalPrompts(streams, surroundings.clock());
        Core core =
                surroundings
                        .cores()
                        .open(
                                new CoreOptions(
                                        home, Trust.KNOWN, prompts, prompts, 1, 0, QueueUse.KEPT));
        core.queue().findings().forEach(streams::say);
        var desk = new QueueDesk(core.queue(), core.servers());
        return new QueueGate() {
            @Override
            public JsonNode ask(String command, ObjectNode arguments)
                    throws UsageException, FailureException, InterruptedException {
                return desk.handle(command, arguments);
            }

            @Override
            public void close() {
                core.close();
            }
        };
    }
}
