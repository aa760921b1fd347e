package dev.crossdock.transfer;

import dev.crossdock.model.Outcome;
import dev.crossdock.queue.ExistsPrompt;

/// How far a file got with one pair of sessions.
sealed interface Step {

    record Ended(Outcome outcome) implements Step {}

    /// A folder was looked into; jobs for what it holds are lined up with no session held.
    record Opened(FolderTransfer.Contents contents) implements Step {}

    /// The user is asked with no session held; then it begins anew.
    record Asks(ExistsPrompt.Question question) implements Step {}

    /// One route was tried in vain; the next try needs sessions in a known state.
    record Again() implements Step {}

    /// Both servers say that all is well; the proof is under way.
    record Proving(Arrival arrival) implements Step {}
}
