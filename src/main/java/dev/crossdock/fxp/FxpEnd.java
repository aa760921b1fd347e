package dev.crossdock.fxp;

import dev.crossdock.model.Reply;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.util.Set;

/// How the talk about one file ended.
///
/// @param owing sides that still owe a reply, or wait for the transfer that a REST was for: what
///   they believe is not known any more
/// @param store what became of the STOR
public record FxpEnd(Verdict verdict, Set<Side> owing, Store store) {

    public FxpEnd {
        owing = Set.copyOf(owing);
    }

    /// What became of the command that makes or empties a file at the target.
    public enum Store {
        /// It never went out: whatever the target has under that name is not of this transfer.
        UNSENT,
        /// The target refused it before it began, so nothing was written.
        REFUSED,
        /// What the target has under that name is of this transfer, or may be.
        BEGUN
    }

    public sealed interface Verdict {

        /// Both gave their final replies, good or bad.
        record BothAnswered(Reply source, Reply target) implements Verdict {}

        /// One server said no before any transfer, or to its transfer command.
        record Refused(Side side, String command, Reply reply) implements Verdict {}

        /// The passive server named no address, or would have sent the other to a stranger.
        ///
        /// @param command what it was asked
        record Astray(Side side, String command, IOException cause) implements Verdict {}

        /// What one server said did not fit what it was asked.
        record Misled(Side side, IOException cause) implements Verdict {}

        /// One control connection was lost.
        record Lost(Side side, IOException cause) implements Verdict {}

        /// @param late the sides that owe a reply
        record Stalled(Stall stall, Set<Side> late) implements Verdict {}
    }

    /// What is known of a transfer that did not come to its end in time.
    public enum Stall {
        /// Bytes were seen at the target, and then no more.
        MOVED,
        /// One server says that it has done its part, the other says nothing; whether bytes moved
        /// nobody knows.
        HALF_ENDED,
        /// The target does not answer on any session.
        UNANSWERED,
        /// No server has reported an end, and no byte was seen.
        STILL
    }
}
