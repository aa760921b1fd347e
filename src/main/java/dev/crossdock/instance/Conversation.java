package dev.crossdock.instance;

import com.fasterxml.jackson.databind.node.NullNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// One client's requests, answered one after the other until it leaves or is too slow.
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final SocketChannel channel;
    private final Lines lines;
    private final Wire wire;
    private final InstanceServer.Handler handler;
    private final InstanceServer.Patience patience;

    Conversation(
            SocketChannel channel,
            Wire wire,
            InstanceServer.Handler handler,
            InstanceServer.Patience patience) {
        this.channel = channel;
        this.lines = new Lines(channel);
        this.wire = wire;
        this.handler = handler;
        this.patience = patience;
    }

    /// Runs to the end of the conversation and closes the channel.
    void run() {
        try (channel) {
            for (var line = next(); line.isPresent(); line = next()) {
                lines.write(answer(line.get()), patience.line());
            }
        } catch (Lines.TooLongException tooLong) {
            LOG.warn("a request was longer than 8 MiB");
        } catch (IOException gone) {
            LOG.debug("a client is gone or too slow", gone);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<byte[]> next() throws IOException {
        try {
            return lines.read(patience.idle(), patience.line());
        } catch (Lines.TooLongException tooLong) {
            // Where the next line begins is not known, so that this is the last answer.
            lines.write(
                    wire.error(
                            NullNode.instance,
                            InstanceException.Kind.USAGE,
                            "The request is longer than 8 MiB."),
                    patience.line());
            throw tooLong;
        }
    }

    private byte[] answer(byte[] line) throws IOException, InterruptedException {
        return switch (wire.read(line)) {
            case Wire.Request request -> handled(request);
            case Wire.Bad(var id, var kind, var message) -> wire.error(id, kind, message);
        };
    }

    private byte[] handled(Wire.Request request) throws IOException, InterruptedException {
        try {
            return wire.answer(
                    request.id(), handler.handle(request.command(), request.arguments()));
        } catch (InstanceException refused) {
            return wire.error(request.id(), refused.kind(), refused.words());
        } catch (RuntimeException fault) {
            LOG.error("the command {} failed", request.command(), fault);
            return wire.error(
                    request.id(),
                    InstanceException.Kind.FAILED,
                    "The running Crossdock failed at this, which is a fault in it."
                            + " Its log says more.");
        }
    }
}
