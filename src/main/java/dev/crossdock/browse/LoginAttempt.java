package dev.crossdock.browse;

import dev.crossdock.ftp.Connector;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One login under way, which any thread can give up at any moment.
///
/// It has a virtual thread of its own, because an interrupt ends that one even in the middle of a
/// connect or a handshake, and because nobody has to wait for one that looks up a host name.
final class LoginAttempt {

    private final Connector connector;
    private final Server server;
    private final CompletableFuture<Session> result = new CompletableFuture<>();
    private final Thread thread;

    LoginAttempt(Connector connector, Server server) {
        this.connector = connector;
        this.server = server;
        this.thread = Thread.ofVirtual().name("login-" + server.name()).unstarted(this::connect);
    }

    /// Connects and waits for it.
    ///
    /// @return empty if it was given up
    Optional<Session> session() throws IOException, InterruptedException {
        thread.start();
        try {
            return Optional.of(result.get());
        } catch (CancellationException givenUp) {
            return Optional.empty();
        } catch (InterruptedException interrupt) {
            giveUp();
            throw interrupt;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case InterruptedException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    void giveUp() {
        if (result.cancel(false)) {
            thread.interrupt();
        } else {
            var _ = result.thenAccept(Session::quit);
        }
    }

    private void connect() {
        try {
            Session made = connector.connect(server);
            if (!result.complete(made)) {
                made.quit();
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }
}
