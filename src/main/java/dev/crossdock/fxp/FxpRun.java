package dev.crossdock.fxp;

import dev.crossdock.ftp.Heard;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Carries one file over one route: writes what [Handshake] says, tells it what was heard.
public final class FxpRun {

    private final Session source;
    private final Session target;
    private final FxpPlan plan;
    private final Patience patience;
    private final BlockingQueue<FxpEvent> mailbox = new LinkedBlockingQueue<>();

    public FxpRun(Session source, Session target, FxpPlan plan, Patience patience) {
        this.source = source;
        this.target = target;
        this.plan = plan;
        this.patience = patience;
    }

    /// Returns when both servers have ended or one has failed; closes the sessions that owe a
    /// reply. An interrupt aborts the transfer and closes both.
    ///
    /// @throws IOException if a session was of no use before anything was sent
    public FxpEnd carryOut() throws IOException, InterruptedException {
        source.requireQuiet();
        target.requireQuiet();
        source.listen(heard -> mailbox.add(event(Side.SOURCE, heard)));
        target.listen(heard -> mailbox.add(event(Side.TARGET, heard)));
        try {
            FxpEnd end = talk();
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

    private FxpEnd talk() throws InterruptedException {
        Handshake.Step step = Handshake.begin(plan, patience);
        long deadline = System.nanoTime() + patience.reply().toNanos();
        while (step.end().isEmpty()) {
            step.sends().forEach(this::write);
            if (step.within().isPresent()) {
                deadline = System.nanoTime() + step.within().get().toNanos();
            }
            FxpEvent event =
                    mailbox.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            step = step.next().step(event == null ? new FxpEvent.Late() : event);
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

    private Session session(Side side) {
        return side == Side.SOURCE ? source : target;
    }
}
