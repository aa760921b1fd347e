package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.Reply;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A question that goes to a server with the next job's first write. Where there is no next job it
/// goes out by itself a moment later.
record Ridden(Session session, CompletableFuture<Reply> reply) {

    private static final long MOMENT_MS = 25;

    /// Waits for the answer; the session has been given back before.
    ///
    /// @param atOnce does not wait for a next job
    Reply answer(Sessions sessions, boolean atOnce) throws IOException, InterruptedException {
        if (!atOnce) {
            try {
                return reply.get(MOMENT_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException nobodyCame) {
                // It goes out by itself.
            } catch (ExecutionException lost) {
                throw new IOException("the session ended before the answer", lost);
            }
        }
        if (sessions.takeBack(session)) {
            try {
                session.flushRiders();
            } finally {
                // The next job need not wait for the answer, let alone log in anew meanwhile.
                sessions.giveBack(session);
            }
        }
        return session.await(reply);
    }
}
