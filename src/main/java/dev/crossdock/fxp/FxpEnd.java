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

        /// The answer of one server made no sense, or would have sent the other to a stranger.
        record Misled(Side side, IOException cause) implements Verdict {}

        /// One control connection was lost.
        record Lost(Side side, IOException cause) implements Verdict {}

        /// @param moved bytes were seen at the target
        /// @param late the sides that owe a reply
        record Stalled(boolean moved, Set<Side> late) implements Verdict {}
    }
}
