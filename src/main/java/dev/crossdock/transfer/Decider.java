package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;

import java.util.Optional;
import java.util.OptionalLong;

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
        boolean begins = attempt.tries().restRefusal().isEmpty();
        Optional<RemotePath> leftover = leftover(attempt);
        if (!begins
                && leftover.isEmpty()
                && look.targetSize().isPresent()
                && attempt.spec().policy().exists() == ExistsRule.RESUME) {
            throw new FailureException(attempt.tries().restRefusal().get());
        }
        ExistingFiles.Decision decision =
                ExistingFiles.decide(
                        attempt.spec(),
                        new ServerStorage(attempt.pair().source(), begins),
                        new ServerStorage(attempt.pair().target(), begins),
                        size,
                        look.targetSize(),
                        leftover);
        return switch (decision) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send send -> sending.of(aside(attempt, send), size);
        };
    }

    /// What an earlier try of the same copy has left at the target.
    Optional<RemotePath> leftover(Attempt attempt) {
        return leftovers.of(attempt.context().batch(), attempt.spec());
    }

    /// Lets a file of somebody else stand until the route is known to work.
    private ExistingFiles.Decision.Send aside(Attempt attempt, ExistingFiles.Decision.Send send) {
        boolean risky =
                send.replaces().isPresent()
                        && send.offset() == 0
                        && !attempt.proven()
                        && !attempt.tries().isInPlace()
                        && !leftover(attempt).equals(Optional.of(send.target()));
        return risky
                ? ExistingFiles.Decision.Send.whole(Aside.of(send.target()), OptionalLong.empty())
                : send;
    }

    /// The end of a file that was cancelled while it travelled.
    ///
    /// @throws InterruptedException if it was not the user who interrupted
    Step interrupted(
            Attempt attempt, ExistingFiles.Decision.Send send, InterruptedException interrupt)
            throws InterruptedException {
        if (!attempt.context().cancel().isCancelled()) {
            throw interrupt;
        }
        begun(attempt, send);
        String name = attempt.target().name();
        return new Step.Ended(new Outcome.Cancelled(StopWords.of(send.target(), name)));
    }

    /// What is at the target from now on is ours, whole or not.
    void begun(Attempt attempt, ExistingFiles.Decision.Send send) {
        leftovers.begin(attempt.context().batch(), attempt.spec(), send.target(), send.replaces());
    }
}
