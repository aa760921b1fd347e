package dev.crossdock.transfer;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Outcome;

/// Looks at the file on both servers and sends it if nothing speaks against that.
final class Decider {

    private final Leftovers leftovers;

    Decider(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /// What to do when the file is to be sent.
    @FunctionalInterface
    interface Sending {

        /// @param size of the source's file in bytes
        Step of(ExistingFiles.Decision.Send send, long size)
                throws FailureException, InterruptedException;
    }

    Step decide(Attempt attempt, Look look, Sending sending)
            throws FailureException, InterruptedException {
        long size = look.sourceSize();
        attempt.context().meter().size(size);
        ExistingFiles.Decision decision =
                ExistingFiles.decide(
                        attempt.spec(),
                        new ServerStorage(attempt.pair().source()),
                        new ServerStorage(attempt.pair().target()),
                        size,
                        look.targetSize(),
                        leftovers.of(attempt.context().batch(), attempt.spec()));
        return switch (decision) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send send -> sending.of(send, size);
        };
    }

    /// What is at the target from now on is ours, whole or not.
    void begun(Attempt attempt, ExistingFiles.Decision.Send send) {
        leftovers.begin(attempt.context().batch(), attempt.spec(), send.target(), send.replaces());
    }
}
