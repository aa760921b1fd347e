package dev.crossdock.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.cli.QueueDesk;
import dev.crossdock.cli.QueueGate;
import dev.crossdock.cli.UsageException;
import dev.crossdock.instance.InstanceClient;
import dev.crossdock.instance.InstanceException;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The way to the queue of the Crossdock that runs already.
final class Gateway implements QueueGate {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InstanceClient client;

    private Gateway(InstanceClient client) {
        this.client = client;
    }

    /// @param data the folder that both share
    /// @throws FailureException if there is one that does not answer
    static Optional<QueueGate> find(Path data) throws FailureException {
        try {
            return InstanceClient.connect(data, PATIENCE).map(Gateway::new);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /// What the other side of [#ask] says.
    static JsonNode answer(QueueDesk desk, String command, ObjectNode arguments)
            throws InstanceException, InterruptedException {
        try {
            return desk.handle(command, arguments);
        } catch (UsageException wrong) {
            throw new InstanceException(InstanceException.Kind.USAGE, wrong.words());
        } catch (FailureException failed) {
            throw new InstanceException(
                    InstanceException.Kind.FAILED, failed.failure().words());
        }
    }

    @Override
    public JsonNode ask(String command, ObjectNode arguments) throws FailureException {
        try {
            return client.ask(command, arguments);
        } catch (InstanceException refused) {
            throw failure(refused, refused.words());
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failed) {
            LOG.debug("not closed cleanly", failed);
        }
    }

    private static FailureException failure(IOException failed) {
        return failure(failed, String.valueOf(failed.getMessage()));
    }

    private static FailureException failure(IOException failed, String words) {
        return new FailureException(
                Failure.of(
                        Failure.Kind.SILENT,
                        "",
                        words,
                        Failure.Remedy.RETRY_LATER,
                        ""),
                failed);
    }
}
