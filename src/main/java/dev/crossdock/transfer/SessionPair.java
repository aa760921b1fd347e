package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;

import java.io.IOException;

/// A session on each of the two servers, borrowed for one job.
///
/// @param left is told when both have been given back
record SessionPair(Sessions sessions, Session source, Session target, Runnable left)
        implements AutoCloseable {

    static SessionPair take(Sessions sessions, Server source, Server target, Runnable left)
            throws FailureException, InterruptedException {
        Session first = takeOne(sessions, source);
        try {
            return new SessionPair(sessions, first, takeOne(sessions, target), left);
        } catch (FailureException | InterruptedException | RuntimeException failed) {
            sessions.giveBack(first);
            throw failed;
        }
    }

    Session on(Side side) {
        return side == Side.SOURCE ? source : target;
    }

    @Override
    public void close() {
        sessions.giveBack(source);
        sessions.giveBack(target);
        left.run();
    }

    static Session takeOne(Sessions sessions, Server server)
            throws FailureException, InterruptedException {
        try {
            return sessions.take(server);
        } catch (IOException failed) {
            Interrupts.check();
            throw new FailureException(FailureMapper.map(failed, server), failed);
        }
    }
}
