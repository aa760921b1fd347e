package dev.crossdock.transfer;

import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;

import java.util.Optional;

/// Draws the lessons of what became of a file on a route, and says how to go on.
final class Lessons {

    private final RouteMemory memory;

    Lessons(RouteMemory memory) {
        this.memory = memory;
    }

    /// @throws FailureException if no other try would help
    Step failed(Attempt attempt, Verdict verdict) throws FailureException {
        Route route = attempt.route();
        Tries tries = attempt.tries();
        Failure failure =
                new FxpFailure(
                                attempt.pair().source().facts(),
                                attempt.pair().target().facts(),
                                route)
                        .of(verdict);
        if (isOfPassiveCommand(verdict) && hasExtended(attempt) && tries.mayExtend(route)) {
            return new Step.Again();
        }
        if (verdict instanceof Verdict.Refused(_, var command, _)
                && command.startsWith("REST")
                && tries.mayBeginAnew(failure)) {
            return new Step.Again();
        }
        Lesson lesson = Lesson.of(verdict, route, attempt.proven());
        boolean again = tries.isTaughtAgain(route, lesson);
        switch (lesson) {
            case Lesson.NoSuchCommand(var side, var capability, var words) ->
                    memory.refuted(attempt.on(side).server(), capability, words);
            case Lesson.NotThisRoute(var words) ->
                    memory.refuted(attempt.source(), attempt.target(), route, words);
            case Lesson.NoConnection(var words) -> {
                if (tries.mayRepeat(route, failure)) {
                    return new Step.Again();
                }
                if (again) {
                    memory.refuted(attempt.source(), attempt.target(), route, words);
                }
            }
            case Lesson.Lost() -> {
                if (tries.mayRepeat(route, failure)) {
                    return new Step.Again();
                }
                requireNothingMoved(attempt, failure);
                if (again) {
                    memory.refuted(attempt.source(), attempt.target(), route, failure.message());
                }
            }
            case Lesson.TryAnother() -> {
                if (tries.mayRepeat(route, failure)) {
                    return new Step.Again();
                }
            }
            case Lesson.NoOtherHelps() -> throw new FailureException(failure);
        }
        tries.giveUp(route, failure);
        return new Step.Again();
    }

    /// Takes note of what an arrival proved.
    ///
    /// @throws FailureException if the file is whole and the server does not give it its name
    Step proved(Arrival arrival, Tries tries, Arrival.Proof proof) throws FailureException {
        Server source = arrival.source().server();
        Server target = arrival.target().server();
        Route route = arrival.done().route();
        return switch (proof) {
            case Arrival.Proof.Whole(var outcome) -> {
                if (!arrival.onProvenRoute()) {
                    works(source, target, route, tries.isExtended(route));
                }
                yield new Step.Ended(outcome);
            }
            case Arrival.Proof.Misnamed(var failure) -> {
                works(source, target, route, tries.isExtended(route));
                if (!tries.mayGoInPlace(arrival.done().target())) {
                    throw new FailureException(failure);
                }
                yield new Step.Again();
            }
            case Arrival.Proof.Stopped(var note) -> new Step.Ended(new Outcome.Cancelled(note));
            case Arrival.Proof.Changed(var failure) -> {
                if (!tries.mayRepeat(route, failure)) {
                    throw new FailureException(failure);
                }
                yield new Step.Again();
            }
            case Arrival.Proof.Broken(var failure) -> {
                boolean sourceIsClient = route.tlsClient().equals(Optional.of(Side.SOURCE));
                if (sourceIsClient) {
                    memory.refuted(source, target, route, failure.message());
                }
                if (sourceIsClient || !tries.mayRepeat(route, failure)) {
                    tries.giveUp(route, failure);
                }
                yield new Step.Again();
            }
        };
    }

    private void works(Server source, Server target, Route route, boolean extended) {
        memory.proven(source, target, route);
        if (extended) {
            memory.proven(on(route.passive(), source, target), Capability.EPSV);
        }
        route.method()
                .needs()
                .ifPresent(capability ->
                        memory.proven(on(route.tlsClient(), source, target), capability));
    }

    /// Where bytes have moved, the line is to blame and not the route.
    private static void requireNothingMoved(Attempt attempt, Failure failure)
            throws FailureException {
        boolean moved =
                attempt.context().meter().progress() instanceof Progress.Observed(var bytes, _)
                        && bytes > 0;
        if (attempt.proven() || moved) {
            throw new FailureException(failure);
        }
    }

    private static boolean isOfPassiveCommand(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(_, var command, var reply) ->
                    command.equals("PASV") && reply.code() >= 500;
            case Verdict.Astray(_, var command, _) -> command.equals("PASV");
            case Verdict.BothAnswered _, Verdict.Misled _, Verdict.Lost _, Verdict.Stalled _ ->
                    false;
        };
    }

    /// EPSV tells no address that could be wrong; CPSV has nothing of the kind.
    private static boolean hasExtended(Attempt attempt) {
        return attempt.route().method() != Method.CPSV
                && !attempt.passive().isBroken()
                && attempt.passive().facts().capabilities().has(Capability.EPSV)
                && attempt.active().facts().capabilities().has(Capability.EPRT);
    }

    private static Server on(Optional<Side> side, Server source, Server target) {
        return side.orElseThrow() == Side.SOURCE ? source : target;
    }
}
