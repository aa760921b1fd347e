package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// Commands that wait for the next write of their control connection, to go out with it, all of
/// them or none.
///
/// @param reply the answer to the last of them
/// @param out counted down when they wait no more
record Rider(List<String> commands, CompletableFuture<Reply> reply, CountDownLatch out) {

    Rider {
        commands = List.copyOf(commands);
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("nothing to send");
        }
        commands.forEach(CommandLines::requireOneLine);
    }

    static Rider of(List<String> commands) {
        return new Rider(commands, new CompletableFuture<>(), new CountDownLatch(1));
    }
}
