package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;
import dev.crossdock.net.SilentException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The first reply to a transfer command, awaited while we shake hands on the data connection.
///
/// Any other than a preliminary one ends the handshake, which nobody will answer any more; not
/// every server closes the connection then.
final class FirstWord {

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    private FirstWord() {}

    /// @param left of the deadline; past it the control connection is closed
    static FirstWord await(
            ControlConnection control, DataLine line, Duration deadline, Duration left) {
        var word = new FirstWord();
        Thread.ofVirtual().name("first-word").start(() -> word.hear(control, line, deadline, left));
        return word;
    }

    private void hear(ControlConnection control, DataLine line, Duration deadline, Duration left) {
        try {
            Reply first = Commands.stillThere(control, control.receive(deadline, left));
            reply.complete(first);
            if (!first.isPreliminary()) {
                line.close();
            }
        } catch (IOException | RuntimeException lost) {
            reply.completeExceptionally(lost);
            line.close();
        }
    }

    boolean hasCome() {
        return reply.isDone();
    }

    /// Waits for it; silence and an interrupt cost the connection.
    Reply get(ControlConnection control, Duration within) throws IOException {
        try {
            return reply.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException lost) {
            throw lost.getCause() instanceof IOException kind
                    ? kind
                    : new LostException("The control connection broke.", lost);
        } catch (TimeoutException silent) {
            control.close();
            throw new SilentException("No answer within " + within.toSeconds() + " s.", silent);
        } catch (InterruptedException interrupt) {
            control.close();
            Thread.currentThread().interrupt();
            throw new LostException("interrupted", interrupt);
        }
    }
}
