package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks at the file on both servers and sends it if nothing speaks against that.
final class Decider {

    private static final Duration STALE = Duration.ofSeconds(15);

    private final InstantSource clock;

    Decider(InstantSource clock) {
        this.clock = clock;
    }

    /// What to do when the file is to be sent.
    @FunctionalInterface
    interface Sending {

        /// @param version of the source's file
        Step of(ExistingFiles.Decision.Send send, FileVersion version)
                throws FailureException, InterruptedException;
    }

    Step decide(Attempt attempt, Look look, Sending sending)
            throws FailureException, InterruptedException {
        FileVersion now = look.source();
        attempt.context().meter().size(now.size());
        boolean begins = attempt.tries().restRefusal().isEmpty();
        Optional<Leftovers.Left> leftover = leftover(attempt);
        if (!begins
                && leftover.isEmpty()
                && look.targetSize().isPresent()
                && attempt.spec().policy().exists() == ExistsRule.RESUME) {
            throw new FailureException(attempt.tries().restRefusal().get());
        }
        Instant before = clock.instant();
        ExistingFiles.Decision decision =
                ExistingFiles.decide(
                        attempt.spec(),
                        attempt.claim(),
                        new ServerStorage(attempt.pair().source(), begins),
                        new ServerStorage(attempt.pair().target(), begins),
                        now,
                        look.target(),
                        leftover.or(() -> Leftovers.replaced(attempt.context())));
        if (Duration.between(before, clock.instant()).compareTo(STALE) > 0) {
            // The passive server has listened for too long.
            return new Step.Again();
        }
        return switch (decision) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send send -> send(attempt, send, now, leftover, sending);
        };
    }

    private Step send(
            Attempt attempt,
            ExistingFiles.Decision.Send send,
            FileVersion now,
            Optional<Leftovers.Left> leftover,
            Sending sending)
            throws FailureException, InterruptedException {
        boolean whole = leftover.isPresent() && send.offset() > 0 && send.offset() == now.size();
        if (whole && attempt.tries().mayBelieve()) {
            return attempt.by(leftover.get().route())
                    .arrived(
                            send,
                            now,
                            clock.instant(),
                            StopWords.goneOn(send.offset(), now.size()));
        }
        var sent = aside(attempt, whole ? send.fromStart() : send);
        if (sent.offset() > 0 && leftover.isEmpty()) {
            attempt.tries().continueAnothers();
        }
        attempt.tries().before(attempt.context().traces().begun());
        Leftovers.begin(attempt.context(), sent, now, attempt.route());
        return sending.of(sent, now);
    }

    /// What an earlier try of the same copy has left at the target. What came aside stays as it is
    /// while the file is sent in place.
    private Optional<Leftovers.Left> leftover(Attempt attempt) {
        return Leftovers.of(attempt.context())
                .filter(left -> !left.aside() || !attempt.tries().isInPlace());
    }

    /// Lets a file of somebody else stand until the route is known to work.
    private ExistingFiles.Decision.Send aside(Attempt attempt, ExistingFiles.Decision.Send send) {
        boolean risky =
                send.replaces().isPresent()
                        && send.offset() == 0
                        && !attempt.proven()
                        && !attempt.tries().isInPlace()
                        && !isOurs(attempt, send.target());
        return risky
                ? new ExistingFiles.Decision.Send(
                        Aside.of(send.target(), attempt.context().traces().token()),
                        OptionalLong.empty(),
                        0,
                        true)
                : send;
    }

    private boolean isOurs(Attempt attempt, RemotePath path) {
        return leftover(attempt).map(Leftovers.Left::path).equals(Optional.of(path));
    }

    /// The end of a file that was cancelled while it travelled.
    ///
    /// @param written what the target has under that name may be ours
    /// @throws InterruptedException if it was not the user who interrupted
    Step interrupted(
            Attempt attempt,
            ExistingFiles.Decision.Send send,
            FileVersion version,
            boolean written,
            InterruptedException interrupt)
            throws InterruptedException {
        if (!attempt.context().cancel().isCancelled()) {
            throw interrupt;
        }
        note(attempt, send, version, written);
        String name = attempt.target().name();
        String note =
                attempt.tries().hasOverwritten()
                        ? StopWords.overwritten(send.target(), name)
                        : StopWords.of(send.target(), name);
        return new Step.Ended(new Outcome.Cancelled(written ? note : ""));
    }

    /// Takes note of what is at the target now, whole or not.
    ///
    /// @param written it may be ours
    void note(
            Attempt attempt, ExistingFiles.Decision.Send send, FileVersion version, boolean written)
            throws InterruptedException {
        if (!written) {
            Leftovers.takeBack(attempt.context(), attempt.tries().before());
        } else {
            boolean wasThere = send.replaces().isPresent() && send.offset() == 0;
            if (wasThere && !isOurs(attempt, send.target())) {
                attempt.tries().overwrote();
            }
            Leftovers.written(attempt.context(), send, version, attempt.route());
        }
    }
}
