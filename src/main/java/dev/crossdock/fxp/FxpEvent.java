package dev.crossdock.fxp;

import dev.crossdock.model.Reply;
import dev.crossdock.model.Side;

import java.io.IOException;

/// What can happen while two servers are brought together.
sealed interface FxpEvent {

    record Answered(Side side, Reply reply) implements FxpEvent {}

    /// The control connection of that side is over.
    record Gone(Side side, IOException cause) implements FxpEvent {}

    /// The target was seen to hold so many bytes.
    record Observed(long bytes) implements FxpEvent {}

    /// The target cannot be looked at any more.
    record Unobserved() implements FxpEvent {}

    /// The target does not answer when it is asked on another session.
    record Unanswered() implements FxpEvent {}

    /// What the last step was waiting for did not come in time.
    record Late() implements FxpEvent {}
}
