package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.FxpEnd;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.fxp.FxpPlan;
import dev.crossdock.fxp.FxpRun;
import dev.crossdock.fxp.Patience;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// Sends one file from server to server, by the best route there is, and makes sure it arrived.
final class FileTransfer {

    private final Planner planner;
    private final TargetWatch watch;
    private final ProvenRoutes proven = new ProvenRoutes();
    private final Leftovers leftovers = new Leftovers();
    private final Clock clock;
    private final LongFunction<Patience> patience;

    /// @param patience by the size of a file in bytes
    FileTransfer(Planner planner, TargetWatch watch, Clock clock, LongFunction<Patience> patience) {
        this.planner = planner;
        this.watch = watch;
        this.clock = clock;
        this.patience = patience;
    }

    /// How far it got with one pair of sessions.
    sealed interface Step {

        record Ended(Outcome outcome) implements Step {}

        /// The user is asked with no session held; then it begins anew.
        record Asks(ExistsPrompt.Question question) implements Step {}
    }

    Step run(JobSpec spec, SessionPair pair, JobContext context)
            throws FailureException, InterruptedException {
        Route route = route(pair, spec);
        context.meter().route(route);
        NameRule.check(spec.targetPath(), pair.target());
        long size = sourceSize(spec, pair);
        context.meter().size(size);
        return switch (decision(spec, pair, size, context)) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send(var path, var replaces) ->
                    new Step.Ended(send(spec, pair, route, path, replaces, size, context));
        };
    }

    private Route route(SessionPair pair, JobSpec spec) throws FailureException {
        Ladder ladder = planner.ladder(pair.source().facts(), pair.target().facts(), spec.policy());
        return ladder.best()
                .orElseThrow(() ->
                        new FailureException(
                                ladder.noRoute(
                                        pair.source().server().name(),
                                        pair.target().server().name())));
    }

    private ExistingFiles.Decision decision(
            JobSpec spec, SessionPair pair, long size, JobContext context) throws FailureException {
        context.meter().note("looking at the target");
        try {
            return ExistingFiles.decide(spec, pair, size, leftovers.of(context.batch(), spec));
        } catch (IOException failed) {
            throw failure(failed, pair.target());
        } finally {
            context.meter().note("");
        }
    }

    /// The size now; the listing's only where the server does not tell sizes.
    private static long sourceSize(JobSpec spec, SessionPair pair) throws FailureException {
        Session source = pair.source();
        try {
            OptionalLong size = source.size(spec.sourcePath());
            if (size.isPresent()) {
                return size.getAsLong();
            }
        } catch (RefusedException cannotTell) {
            // The listing may know.
        } catch (IOException failed) {
            throw failure(failed, source);
        }
        return spec.size()
                .orElseThrow(() ->
                        new FailureException(
                                Failure.of(
                                        Failure.Kind.REFUSED,
                                        source.server().name(),
                                        "%s has no file %s."
                                                .formatted(
                                                        source.server().name(), spec.sourcePath()),
                                        Failure.Remedy.GIVE_UP,
                                        "Refresh the folder and look again.")));
    }

    private Outcome send(
            JobSpec spec,
            SessionPair pair,
            Route route,
            RemotePath path,
            OptionalLong replaces,
            long size,
            JobContext context)
            throws FailureException, InterruptedException {
        Server source = pair.source().server();
        Server target = pair.target().server();
        Instant start = clock.instant();
        var plan =
                new FxpPlan(
                        route,
                        spec.sourcePath(),
                        path,
                        pair.on(route.passive().orElse(Side.SOURCE)).peer(),
                        replaces,
                        replaces.isPresent());
        Verdict verdict;
        try {
            verdict = carry(pair, plan, size, context).verdict();
        } catch (InterruptedException interrupt) {
            if (!context.cancel().isCancelled()) {
                throw interrupt;
            }
            leftovers.begin(context.batch(), spec, path, replaces);
            return new Outcome.Cancelled(
                    "What had arrived of %s stays on %s.".formatted(path, target.name()));
        }
        boolean saidYes =
                verdict instanceof Verdict.BothAnswered(var fromSource, var fromTarget)
                        && fromSource.isPositive()
                        && fromTarget.isPositive();
        if (!saidYes) {
            if (replaces.isEmpty()) {
                removeEmptyFile(pair.target(), path, size);
            }
            leftovers.begin(context.batch(), spec, path, replaces);
            throw new FailureException(new FxpFailure(source, target, route).of(verdict));
        }
        leftovers.begin(context.batch(), spec, path, replaces);
        long arrived = verified(spec, pair, path, size);
        leftovers.finish(context.batch(), spec);
        proven.add(source, target, route);
        return new Outcome.Done(
                arrived,
                Duration.between(start, clock.instant()),
                route,
                route.protection(),
                Verification.SIZE,
                path,
                Controls.of(pair.source().facts().tls(), pair.target().facts().tls()),
                "");
    }

    private FxpEnd carry(SessionPair pair, FxpPlan plan, long size, JobContext context)
            throws FailureException, InterruptedException {
        boolean known =
                proven.contains(pair.source().server(), pair.target().server(), plan.route());
        Patience usual = patience.apply(size);
        var run =
                new FxpRun(
                        pair.source(), pair.target(), plan, known ? usual.onKnownRoute() : usual);
        try (var _ =
                watch.watch(
                        pair.target().server(),
                        plan.targetPath(),
                        bytes -> {
                            context.meter().observe(bytes, clock.instant());
                            run.observed(bytes);
                        },
                        run::unobserved)) {
            return run.carryOut();
        } catch (IOException failed) {
            Session dead = pair.source().isBroken() ? pair.source() : pair.target();
            throw failure(failed, dead);
        }
    }

    /// A server makes the file before the data connection; an empty one is of no use to anybody.
    private static void removeEmptyFile(Session target, RemotePath path, long size) {
        try {
            if (size > 0 && !target.isBroken() && target.size(path).equals(OptionalLong.of(0))) {
                target.deleteFile(path);
            }
        } catch (IOException notRemoved) {
            // The failure that is on its way says more.
        }
    }

    /// Two times 226 proves nothing: the target has to hold what the source has.
    private static long verified(JobSpec spec, SessionPair pair, RemotePath path, long size)
            throws FailureException {
        Session target = pair.target();
        OptionalLong arrived;
        try {
            arrived = target.size(path);
        } catch (IOException failed) {
            throw failure(failed, target);
        }
        if (arrived.isPresent() && arrived.getAsLong() == size) {
            return size;
        }
        long now = sourceSize(spec, pair);
        if (arrived.isPresent() && arrived.getAsLong() == now) {
            return now;
        }
        String name = target.server().name();
        throw new FailureException(
                Failure.of(
                        Failure.Kind.TRUNCATED,
                        name,
                        arrived.isPresent()
                                ? "%s holds %,d of %,d bytes of %s, although both servers reported success."
                                        .formatted(name, arrived.getAsLong(), now, path)
                                : "%s does not have %s, although both servers reported success."
                                        .formatted(name, path),
                        Failure.Remedy.NEXT_ROUTE,
                        "Try again; the copy on %s is not complete.".formatted(name)));
    }

    private static FailureException failure(IOException failed, Session session) {
        return new FailureException(FailureMapper.map(failed, session.server()), failed);
    }
}
