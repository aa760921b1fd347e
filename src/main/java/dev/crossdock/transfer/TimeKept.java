package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Capability;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Gives a copy on a server the source's time of last change (MFMT): an upload wherever it can be
/// done, the other copies where that is wanted. The copy is as good without it.
final class TimeKept {

    private final String server;
    private final String note;
    private final Optional<Ridden> asked;

    private TimeKept(Session target, String note, Optional<Ridden> asked) {
        this.server = target.server().name();
        this.note = note;
        this.asked = asked;
    }

    private interface Answer {
        Reply hear() throws IOException, InterruptedException;
    }

    /// Has the wish ride with what is written next to the target.
    ///
    /// @param modified the source's time, where it is known
    static TimeKept ride(
            JobSpec spec, Session target, RemotePath path, Optional<Instant> modified) {
        boolean can = modified.isPresent() && target.facts().capabilities().has(Capability.MFMT);
        boolean quietly = !spec.policy().keepTimes();
        if (quietly && !(can && spec.source().isLocal())) {
            return new TimeKept(target, "", Optional.empty());
        }
        if (quietly) {
            // Nobody asked for it, so nobody need hear how it went.
            CompletableFuture<Reply> _ = target.rideModify(path, modified.get());
            return new TimeKept(target, "", Optional.empty());
        }
        if (modified.isEmpty()) {
            return new TimeKept(
                    target,
                    "The copy has a time of its own: the source does not tell when it was changed.",
                    Optional.empty());
        }
        if (!target.facts().capabilities().has(Capability.MFMT)) {
            return new TimeKept(
                    target,
                    "The copy has a time of its own: %s cannot set times (no MFMT)."
                            .formatted(target.server().name()),
                    Optional.empty());
        }
        return new TimeKept(
                target,
                "",
                Optional.of(new Ridden(target, target.rideModify(path, modified.get()))));
    }

    /// What there is to tell the user; empty if the copy has the time, or need not.
    String note() throws InterruptedException {
        return asked.isEmpty()
                ? note
                : note(() -> asked.get().session().await(asked.get().reply()));
    }

    /// The same after the session has been given back.
    ///
    /// @param atOnce does not wait for a next job
    String note(Sessions sessions, boolean atOnce) throws InterruptedException {
        return asked.isEmpty() ? note : note(() -> asked.get().answer(sessions, atOnce));
    }

    private String note(Answer answer) throws InterruptedException {
        try {
            Reply reply = answer.hear();
            return reply.isPositive() ? "" : refused(reply.code() + " " + reply.firstLine());
        } catch (IOException lost) {
            Interrupts.check();
            return refused("no answer");
        }
    }

    private String refused(String why) {
        return "The copy has a time of its own: %s did not set it (%s).".formatted(server, why);
    }
}
