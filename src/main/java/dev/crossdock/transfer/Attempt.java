package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.model.Controls;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobContext;

import java.time.Duration;
import java.time.Instant;

/// One job's file on one route, with the sessions for it.
///
/// @param proven files have gone this way before
/// @param extended the passive server is asked by EPSV
record Attempt(
        JobSpec spec,
        SessionPair pair,
        JobContext context,
        Tries tries,
        Route route,
        boolean proven,
        boolean extended,
        Instant start) {

    Session on(Side side) {
        return pair.on(side);
    }

    Session passive() {
        return on(route.passive().orElseThrow());
    }

    Session active() {
        return on(route.passive().orElseThrow().other());
    }

    Server source() {
        return pair.source().server();
    }

    Server target() {
        return pair.target().server();
    }

    /// Both servers say that the file is sent. That proves nothing yet: the target has to hold what
    /// the source has.
    Step sent(ExistingFiles.Decision.Send send, long size, Instant now) {
        var done =
                new Outcome.Done(
                        size,
                        Duration.between(start, now),
                        route,
                        route.protection(),
                        Verification.SIZE,
                        send.target(),
                        Controls.of(pair.source().facts().tls(), pair.target().facts().tls()),
                        tries.note());
        Arrival.Naming naming =
                isAside(send)
                        ? Arrival.Naming.RENAME
                        : tries.isInPlace() ? Arrival.Naming.TIDY : Arrival.Naming.NOTHING;
        return new Step.Proving(Arrival.ride(spec, pair, done, proven, naming));
    }

    /// Whether the file gets its name only when it is whole.
    boolean isAside(ExistingFiles.Decision.Send send) {
        return send.target().equals(Aside.of(spec.targetPath()));
    }
}
