package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.HostPort;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.FxpEnd;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.fxp.FxpPlan;
import dev.crossdock.fxp.FxpRun;
import dev.crossdock.fxp.Patience;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Controls;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.net.Inet6Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// Sends one file from server to server, by the best route that is left, and makes sure it arrived.
final class FileTransfer {

    private final Planner planner;
    private final RouteMemory memory;
    private final TargetWatch watch;
    private final Relay relay;
    private final Leftovers leftovers = new Leftovers();
    private final Clock clock;
    private final LongFunction<Patience> patience;

    /// @param patience by the size of a file in bytes
    FileTransfer(
            Planner planner,
            RouteMemory memory,
            TargetWatch watch,
            Relay relay,
            Clock clock,
            LongFunction<Patience> patience) {
        this.planner = planner;
        this.memory = memory;
        this.watch = watch;
        this.relay = relay;
        this.clock = clock;
        this.patience = patience;
    }

    /// How far it got with one pair of sessions.
    sealed interface Step {

        record Ended(Outcome outcome) implements Step {}

        /// The user is asked with no session held; then it begins anew.
        record Asks(ExistsPrompt.Question question) implements Step {}

        /// One route was tried in vain; the next try needs sessions in a known state.
        record Again() implements Step {}

        /// Both servers say that all is well; the proof is under way.
        record Proving(Arrival arrival) implements Step {}
    }

    /// One try: the job, its sessions, and the route that was chosen.
    private record Try(
            JobSpec spec,
            SessionPair pair,
            JobContext context,
            Tries tries,
            Route route,
            boolean proven,
            Instant start) {

        Session on(Side side) {
            return pair.on(side);
        }

        Server source() {
            return pair.source().server();
        }

        Server target() {
            return pair.target().server();
        }
    }

    Step run(JobSpec spec, SessionPair pair, JobContext context, Tries tries)
            throws FailureException, InterruptedException {
        Server source = pair.source().server();
        Server target = pair.target().server();
        Experience experience = memory.of(source, target);
        Ladder ladder =
                planner.ladder(
                        pair.source().facts(), pair.target().facts(), spec.policy(), experience);
        if (tries.isInPlace()) {
            forget(Aside.of(spec.targetPath()), spec, pair, context);
        }
        Route route;
        try {
            route = tries.next(ladder, context.asked());
        } catch (FailureException noneLeft) {
            leftovers
                    .of(context.batch(), spec)
                    .filter(Aside.of(spec.targetPath())::equals)
                    .ifPresent(path -> removeEmptyFile(pair.target(), path));
            throw noneLeft;
        }
        context.meter().route(route);
        NameRule.check(spec.targetPath(), pair.target());
        boolean proven = experience.of(route).orElse(null) instanceof Evidence.Proven;
        var one = new Try(spec, pair, context, tries, route, proven, clock.instant());
        return route.method() == Method.RELAY ? relayed(one) : direct(one, experience);
    }

    private Step relayed(Try one) throws FailureException, InterruptedException {
        Look look = Look.now(one.spec(), one.pair());
        return decided(
                one,
                look,
                (send, size) -> {
                    Optional<Relay.Fault> fault;
                    try {
                        fault =
                                relay.carry(
                                        one.pair(),
                                        one.spec().sourcePath(),
                                        send,
                                        one.context().meter());
                    } catch (InterruptedException interrupt) {
                        return cancelled(one, send, interrupt);
                    }
                    leftovers.begin(
                            one.context().batch(), one.spec(), send.target(), send.replaces());
                    return fault.isEmpty()
                            ? arrived(one, send, size)
                            : failed(one, send, fault.get());
                });
    }

    private static Step failed(Try one, ExistingFiles.Decision.Send send, Relay.Fault fault)
            throws FailureException {
        Failure failure = fault.failure();
        boolean atStart = fault.isOfRest() && one.tries().mayBeginAnew(failure);
        boolean inPlace =
                isAside(one, send) && fault.isOfName(send.target()) && one.tries().mayGoInPlace();
        boolean hopeless = failure.remedy() == Failure.Remedy.GIVE_UP;
        boolean once = !hopeless && one.tries().mayRepeat(one.route(), failure);
        if (atStart || inPlace || once) {
            return new Step.Again();
        }
        throw new FailureException(failure);
    }

    private Step cancelled(
            Try one, ExistingFiles.Decision.Send send, InterruptedException interrupt)
            throws InterruptedException {
        if (!one.context().cancel().isCancelled()) {
            throw interrupt;
        }
        leftovers.begin(one.context().batch(), one.spec(), send.target(), send.replaces());
        return new Step.Ended(new Outcome.Cancelled(StopWords.of(send.target(), one.pair())));
    }

    private Step direct(Try one, Experience experience)
            throws FailureException, InterruptedException {
        Session listener = one.on(one.route().passive().orElseThrow());
        boolean ipv6 = listener.peer() instanceof Inet6Address;
        boolean extended =
                ipv6
                        || one.tries().isExtended(one.route())
                        || prefersExtended(experience, one.route());
        var run =
                new FxpRun(
                        one.pair().source(), one.pair().target(), one.route(), Patience.forSize(0));
        Optional<FxpEnd> unwilling = run.prepare();
        if (unwilling.isPresent()) {
            return failed(one, unwilling.get().verdict());
        }
        Look look = Look.ride(one.spec(), one.pair());
        return switch (run.open(one.spec().sourcePath(), one.spec().targetPath(), extended)) {
            case FxpRun.Opened.Failed(var end) -> failed(one, end.verdict());
            case FxpRun.Opened.At(var address) ->
                    decided(
                            one,
                            look,
                            (send, size) ->
                                    send(one, plan(one, send, address, extended), send, size));
        };
    }

    private static FxpPlan plan(
            Try one, ExistingFiles.Decision.Send send, HostPort address, boolean extended) {
        return new FxpPlan(
                one.route(),
                one.spec().sourcePath(),
                send.target(),
                address,
                extended,
                send.replaces(),
                send.offset(),
                send.replaces().isPresent() && !one.proven());
    }

    private interface Sending {
        Step of(ExistingFiles.Decision.Send send, long size)
                throws FailureException, InterruptedException;
    }

    private Step decided(Try one, Look look, Sending sending)
            throws FailureException, InterruptedException {
        long size = look.sourceSize();
        one.context().meter().size(size);
        ExistingFiles.Decision decision;
        try {
            decision =
                    ExistingFiles.decide(
                            one.spec(),
                            one.pair(),
                            size,
                            look.targetSize(),
                            one.tries(),
                            leftovers.of(one.context().batch(), one.spec()));
        } catch (IOException failed) {
            throw failure(failed, one.pair().target());
        }
        return switch (decision) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send send -> sending.of(aside(one, send), size);
        };
    }

    /// Lets a file of somebody else stand until the route is known to work.
    private ExistingFiles.Decision.Send aside(Try one, ExistingFiles.Decision.Send send) {
        boolean risky =
                send.replaces().isPresent()
                        && send.offset() == 0
                        && !one.proven()
                        && !one.tries().isInPlace()
                        && !leftovers
                                .of(one.context().batch(), one.spec())
                                .equals(Optional.of(send.target()));
        return risky
                ? ExistingFiles.Decision.Send.whole(Aside.of(send.target()), OptionalLong.empty())
                : send;
    }

    private static boolean isAside(Try one, ExistingFiles.Decision.Send send) {
        return send.target().equals(Aside.of(one.spec().targetPath()));
    }

    private Step send(Try one, FxpPlan plan, ExistingFiles.Decision.Send send, long size)
            throws FailureException, InterruptedException {
        Verdict verdict;
        try {
            verdict = carry(one, plan, size).verdict();
        } catch (InterruptedException interrupt) {
            return cancelled(one, send, interrupt);
        }
        leftovers.begin(one.context().batch(), one.spec(), send.target(), send.replaces());
        boolean saidYes =
                verdict instanceof Verdict.BothAnswered(var fromSource, var fromTarget)
                        && fromSource.isPositive()
                        && fromTarget.isPositive();
        if (saidYes) {
            return arrived(one, send, size);
        }
        if (send.replaces().isEmpty() && size > 0) {
            removeEmptyFile(one.pair().target(), send.target());
        }
        if (isAside(one, send) && isOfTargetName(verdict) && one.tries().mayGoInPlace()) {
            return new Step.Again();
        }
        return failed(one, verdict);
    }

    private static boolean isOfTargetName(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(var side, var command, var reply) ->
                    side == Side.TARGET && command.startsWith("STOR") && Aside.isUnwanted(reply);
            case Verdict.BothAnswered(_, var target) -> Aside.isUnwanted(target);
            case Verdict.Misled _, Verdict.Lost _, Verdict.Stalled _ -> false;
        };
    }

    private FxpEnd carry(Try one, FxpPlan plan, long size)
            throws FailureException, InterruptedException {
        Patience usual = patience.apply(size);
        var run =
                new FxpRun(
                        one.pair().source(),
                        one.pair().target(),
                        one.route(),
                        one.proven() ? usual.onKnownRoute() : usual);
        try (var _ =
                watch.watch(
                        one.target(),
                        plan.targetPath(),
                        bytes -> {
                            one.context().meter().observe(bytes, clock.instant());
                            run.observed(bytes);
                        },
                        run::unobserved)) {
            return run.carryOut(plan);
        } catch (IOException failed) {
            Session dead =
                    one.pair().source().isBroken() ? one.pair().source() : one.pair().target();
            throw failure(failed, dead);
        }
    }

    /// Takes the lesson of a failed try.
    private Step failed(Try one, Verdict verdict) throws FailureException {
        Route route = one.route();
        Failure failure =
                new FxpFailure(one.pair().source().facts(), one.pair().target().facts(), route)
                        .of(verdict);
        if (isOfPassiveCommand(verdict) && mayExtend(one) && one.tries().mayExtend(route)) {
            return new Step.Again();
        }
        if (verdict instanceof Verdict.Refused(_, var command, _)
                && command.startsWith("REST")
                && one.tries().mayBeginAnew(failure)) {
            return new Step.Again();
        }
        switch (Lesson.of(verdict, route)) {
            case Lesson.NoSuchCommand(var side, var capability, var words) ->
                    memory.refuted(one.on(side).server(), capability, words);
            case Lesson.NotThisRoute(var words) ->
                    memory.refuted(one.source(), one.target(), route, words);
            case Lesson.NoConnection(var words) -> {
                if (one.tries().mayRepeat(route, failure)) {
                    return new Step.Again();
                }
                memory.refuted(one.source(), one.target(), route, words);
            }
            case Lesson.TryAnother() -> {
                if (one.tries().mayRepeat(route, failure)) {
                    return new Step.Again();
                }
                if (verdict instanceof Verdict.Lost) {
                    memory.refuted(one.source(), one.target(), route, failure.message());
                }
            }
            case Lesson.NoOtherHelps() -> throw new FailureException(failure);
        }
        one.tries().giveUp(route, failure);
        return new Step.Again();
    }

    private static boolean isOfPassiveCommand(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused(_, var command, var reply) ->
                    command.equals("PASV") && reply.code() >= 500;
            case Verdict.Misled _ -> true;
            case Verdict.BothAnswered _, Verdict.Lost _, Verdict.Stalled _ -> false;
        };
    }

    /// EPSV tells no address that could be wrong; CPSV has nothing of the kind.
    private static boolean mayExtend(Try one) {
        Side passive = one.route().passive().orElseThrow();
        return one.route().method() != Method.CPSV
                && !one.on(passive).isBroken()
                && one.on(passive).facts().capabilities().has(Capability.EPSV)
                && one.on(passive.other()).facts().capabilities().has(Capability.EPRT);
    }

    private static boolean prefersExtended(Experience experience, Route route) {
        return route.method() != Method.CPSV
                && experience.of(route.passive().orElseThrow(), Capability.EPSV).orElse(null)
                        instanceof Evidence.Proven;
    }

    /// Two times 226 proves nothing: the target has to hold what the source has.
    private Step arrived(Try one, ExistingFiles.Decision.Send send, long size) {
        var done =
                new Outcome.Done(
                        size,
                        Duration.between(one.start(), clock.instant()),
                        one.route(),
                        one.route().protection(),
                        Verification.SIZE,
                        send.target(),
                        Controls.of(
                                one.pair().source().facts().tls(),
                                one.pair().target().facts().tls()),
                        one.tries().note());
        Optional<RemotePath> name =
                isAside(one, send) ? Optional.of(one.spec().targetPath()) : Optional.empty();
        return new Step.Proving(Arrival.ride(one.spec(), one.pair(), done, one.proven(), name));
    }

    /// Takes note of what an arrival proved.
    Step proved(
            Arrival arrival, JobSpec spec, JobContext context, Tries tries, Arrival.Proof proof) {
        Server source = arrival.source().server();
        Server target = arrival.target().server();
        Route route = arrival.done().route();
        return switch (proof) {
            case Arrival.Proof.Whole(var outcome) -> {
                leftovers.finish(context.batch(), spec);
                if (!arrival.onProvenRoute()) {
                    memory.proven(source, target, route);
                    if (tries.isExtended(route)) {
                        Side passive = route.passive().orElseThrow();
                        memory.proven(passive == Side.SOURCE ? source : target, Capability.EPSV);
                    }
                }
                yield new Step.Ended(outcome);
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

    /// A server makes the file before the data connection; an empty one is of no use to anybody.
    private static void removeEmptyFile(Session target, RemotePath path) {
        try {
            if (!target.isBroken() && target.size(path).equals(OptionalLong.of(0))) {
                target.deleteFile(path);
            }
        } catch (IOException notRemoved) {
            // The failure that is on its way says more.
        }
    }

    /// What lies there under another name would only take room.
    private void forget(RemotePath path, JobSpec spec, SessionPair pair, JobContext context)
            throws FailureException {
        if (!leftovers.of(context.batch(), spec).equals(Optional.of(path))) {
            return;
        }
        leftovers.finish(context.batch(), spec);
        try {
            pair.target().deleteFile(path);
        } catch (RefusedException notThere) {
            // That is as well.
        } catch (IOException failed) {
            throw failure(failed, pair.target());
        }
    }

    private static FailureException failure(IOException failed, Session session) {
        return new FailureException(FailureMapper.map(failed, session.server()), failed);
    }
}
