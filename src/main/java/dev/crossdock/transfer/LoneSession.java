package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

/// A session on the one server of a job whose other side is this computer.
///
/// @param left is told when it has been given back
record LoneSession(Sessions sessions, Session session, Runnable left) implements AutoCloseable {

    static LoneSession take(Sessions sessions, Server server, Runnable left)
            throws FailureException, InterruptedException {
        return new LoneSession(sessions, SessionPair.takeOne(sessions, server), left);
    }

    @Override
    public void close() {
        sessions.giveBack(session);
        left.run();
    }
}
