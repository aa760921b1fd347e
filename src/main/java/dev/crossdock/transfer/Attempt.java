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
/// @param claim the names at the target that nobody else writes to
/// @param proven files have gone this way before
/// @param extended the passive server is asked by EPSV
record Attempt(
        JobSpec spec,
        SessionPair pair,
        JobContext context,
        Tries tries,
        Claims.Claim claim,
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

    /// The same for a file that came by a route before.
    Attempt by(Route other) {
        return new Attempt(spec, pair, context, tries, claim, other, proven, extended, start);
    }

    /// The target has the whole file already, as it seems.
    Step arrived(ExistingFiles.Decision.Send send, FileVersion version, Instant now, String note) {
        return proving(send, version, now, note);
    }

    /// Both servers say that the file is sent. That proves nothing yet: the target has to hold what
    /// the source has.
    Step sent(ExistingFiles.Decision.Send send, FileVersion version, Instant now) {
        boolean goesOn = context.traces().wasCut() && send.offset() > 0;
        return proving(
                send, version, now, goesOn ? StopWords.goneOn(send.offset(), version.size()) : "");
    }

    private Step proving(
            ExistingFiles.Decision.Send send, FileVersion version, Instant now, String note) {
        var done =
                new Outcome.Done(
                        version.size(),
                        Duration.between(start, now),
                        route,
                        route.protection(),
                        Verification.SIZE,
                        send.target(),
                        Controls.of(pair.source().facts().tls(), pair.target().facts().tls()),
                        (note + "\n" + tries.note()).strip());
        Naming naming =
                send.aside()
                        ? new Naming.Rename(spec.targetPath())
                        : tries.lying().<Naming>map(Naming.Tidy::new).orElse(new Naming.Nothing());
        return new Step.Proving(Arrival.ride(spec, pair, done, version, proven, naming));
    }
}
