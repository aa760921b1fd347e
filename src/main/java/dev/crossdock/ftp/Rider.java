package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.util.concurrent.CompletableFuture;

/// A command that waits for the next write of its control connection, to go out with it.
record Rider(String command, CompletableFuture<Reply> reply) {

    static Rider of(String command) {
        return new Rider(command, new CompletableFuture<>());
    }
}
