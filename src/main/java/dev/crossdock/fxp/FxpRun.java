package dev.crossdock.fxp;

import dev.crossdock.ftp.GarbledException;
import dev.crossdock.ftp.Heard;
import dev.crossdock.ftp.HostPort;
import dev.crossdock.ftp.Posture;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries files over one route between two sessions: makes the servers ready, then writes what
/// [Handshake] says and tells it what was heard.
public final class FxpRun {

    private final Session source;
    private final Session target;
    private final Route route;
    private final Patience patience;
    private final Mailbox mailbox = new Mailbox(System::nanoTime);
    private long dataConnections = -1;
    private Optional<RemotePath> announced = Optional.empty();
    private FxpEnd.Store store = FxpEnd.Store.UNSENT;

    public FxpRun(Session source, Session target, Route route, Patience patience) {
        this.source = source;
        this.target = target;
        this.route = route;
        this.patience = patience;
    }

    /// What the passive server said to PASV, EPSV or CPSV.
    public sealed interface Opened {

        record At(HostPort address) implements Opened {}

        record Failed(FxpEnd end) implements Opened {}
    }

    /// Brings what both servers believe of data connections in line with the route. Costs nothing
    /// when it is so already; what has failed is told.
    public Optional<FxpEnd> prepare() throws InterruptedException {
        for (Side side : Side.values()) {
            try {
                session(side).assume(posture(side));
            } catch (RefusedException refused) {
                return Optional.of(
                        ended(new Verdict.Refused(side, refused.command(), refused.reply())));
            } catch (IOException broken) {
                return Optional.of(lost(side, broken));
            }
        }
        return Optional.empty();
    }

    /// Has the passive server listen. What rides on the two sessions goes out with it.
    ///
    /// @param extended asks by EPSV (RFC 2428), whose answer has no address that could be wrong
    public Opened open(RemotePath sourcePath, RemotePath targetPath, boolean extended)
            throws InterruptedException {
        Side passive = route.passive().orElseThrow();
        Session listener = session(passive);
        String command = route.method() == Method.CPSV ? "CPSV" : extended ? "EPSV" : "PASV";
        try {
            session(passive.other()).flushRiders();
        } catch (IOException broken) {
            return new Opened.Failed(lost(passive.other(), broken));
        }
        Reply reply;
        try {
            announce(listener, passive, sourcePath, targetPath);
            reply = listener.ask(command);
        } catch (IOException broken) {
            return new Opened.Failed(lost(passive, broken));
        }
        if (!reply.isPositive()) {
            return new Opened.Failed(ended(new Verdict.Refused(passive, command, reply)));
        }
        dataConnections = dataConnectionsNow();
        try {
            return new Opened.At(listener.placeIn(reply));
        } catch (GarbledException misleading) {
            return new Opened.Failed(ended(new Verdict.Astray(passive, command, misleading)));
        }
    }

    /// What the server says to it matters only to servers that refuse PASV without it.
    private void announce(
            Session listener, Side passive, RemotePath sourcePath, RemotePath targetPath) {
        if (!listener.facts().capabilities().has(Capability.PRET)) {
            return;
        }
        if (passive == Side.SOURCE) {
            var _ = listener.ride("PRET RETR " + sourcePath);
        } else {
            var _ = listener.ride("PRET STOR " + targetPath);
            announced = Optional.of(targetPath);
        }
    }

    /// Whether the passive server still listens for the other one: a data connection of our own, on
    /// either session, changes what they believe. One that was told the target's file listens for
    /// that file.
    public boolean isOpen(RemotePath targetPath) {
        return dataConnections == dataConnectionsNow()
                && announced.map(targetPath::equals).orElse(true);
    }

    private long dataConnectionsNow() {
        return source.dataConnections() + target.dataConnections();
    }

    /// Returns when both servers have ended or one has failed; closes the sessions that owe a
    /// reply. An interrupt aborts the transfer and closes both.
    ///
    /// @throws IOException if a session was of no use before anything was sent
    public FxpEnd carryOut(FxpPlan plan) throws IOException, InterruptedException {
        source.requireQuiet();
        target.requireQuiet();
        source.listen(heard -> mailbox.add(event(Side.SOURCE, heard)));
        target.listen(heard -> mailbox.add(event(Side.TARGET, heard)));
        try {
            FxpEnd end = talk(plan);
            end.owing().forEach(side -> session(side).close());
            return end;
        } catch (InterruptedException | RuntimeException fault) {
            stop(source);
            stop(target);
            throw fault;
        } finally {
            source.listenNoMore();
            target.listenNoMore();
        }
    }

    /// Tells how much the target was seen to hold; for any thread.
    public void observed(long bytes) {
        mailbox.add(new FxpEvent.Observed(bytes));
    }

    /// Tells that the target cannot be looked at any more; for any thread.
    public void unobserved() {
        mailbox.add(new FxpEvent.Unobserved());
    }

    /// What has become of the STOR so far; after an interrupt nobody else can tell.
    public FxpEnd.Store store() {
        return store;
    }

    /// Tells that the target does not answer when it is looked at; for any thread.
    public void unanswered() {
        mailbox.add(new FxpEvent.Unanswered());
    }

    private FxpEnd talk(FxpPlan plan) throws InterruptedException {
        Handshake.Step step = Handshake.begin(plan, patience);
        long deadline = mailbox.now() + patience.reply().toNanos();
        while (step.end().isEmpty()) {
            store = step.next().store();
            step.sends().forEach(this::write);
            if (step.within().isPresent()) {
                deadline = mailbox.now() + step.within().get().toNanos();
            }
            step = step.next().step(mailbox.take(deadline));
        }
        return step.end().get();
    }

    private void write(Handshake.Send send) {
        try {
            session(send.side()).send(send.lines());
        } catch (IOException failed) {
            mailbox.add(new FxpEvent.Gone(send.side(), failed));
        }
    }

    /// The answers to ABOR differ and may never come, so nobody waits for them.
    private static void stop(Session session) {
        if (!session.isBroken()) {
            try {
                session.send(List.of("ABOR"));
            } catch (IOException alreadyGone) {
                // Closing tells it as much.
            }
        }
        session.close();
    }

    private static FxpEvent event(Side side, Heard heard) {
        return switch (heard) {
            case Heard.Answer(var reply) -> new FxpEvent.Answered(side, reply);
            case Heard.Gone(var cause) -> new FxpEvent.Gone(side, cause);
        };
    }

    private Posture posture(Side side) {
        if (route.method() == Method.CLEAR) {
            return Posture.CLEAR;
        }
        boolean client = route.tlsClient().equals(Optional.of(side));
        return switch (route.method()) {
            case SSCN -> client ? Posture.clientBy(Posture.Client.SSCN) : Posture.PROTECTED;
            case CCSN -> client ? Posture.clientBy(Posture.Client.CCSN) : Posture.PROTECTED;
            case PROXY, CPSV, RELAY, CLEAR, LOCAL -> Posture.PROTECTED;
        };
    }

    private static FxpEnd lost(Side side, IOException broken) throws InterruptedException {
        Interrupts.check();
        return ended(new Verdict.Lost(side, broken));
    }

    private static FxpEnd ended(Verdict verdict) {
        return new FxpEnd(verdict, Set.of(), FxpEnd.Store.UNSENT);
    }

    private Session session(Side side) {
        return side == Side.SOURCE ? source : target;
    }
}
