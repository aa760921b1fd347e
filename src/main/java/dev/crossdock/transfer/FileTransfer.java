package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.fxp.Patience;
import dev.crossdock.fxp.Planner;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.net.Inet6Address;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;

/// Sends one file from server to server, by the best route that is left, and makes sure it arrived.
final class FileTransfer {

    private final Planner planner;
    private final RouteMemory memory;
    private final Relay relay;
    private final InstantSource clock;
    private final Decider decider;
    private final Lessons lessons;
    private final DirectTransfer direct;

    /// @param patience by the size of a file in bytes
    FileTransfer(
            Planner planner,
            RouteMemory memory,
            TargetWatch watch,
            Relay relay,
            InstantSource clock,
            LongFunction<Patience> patience) {
        this.planner = planner;
        this.memory = memory;
        this.relay = relay;
        this.clock = clock;
        this.decider = new Decider(clock);
        this.lessons = new Lessons(memory);
        this.direct = new DirectTransfer(decider, lessons, watch, clock, patience);
    }

    Step run(JobSpec spec, SessionPair pair, JobContext context, Tries tries, Claims.Claim claim)
            throws FailureException, InterruptedException {
        Server source = pair.source().server();
        Server target = pair.target().server();
        Experience experience = memory.of(source, target);
        Ladder ladder =
                planner.ladder(
                        pair.source().facts(), pair.target().facts(), spec.policy(), experience);
        Route route = next(tries, ladder, pair, context);
        context.meter().route(route);
        NameRule.check(spec.targetPath(), pair.target());
        boolean proven = experience.of(route).orElse(null) instanceof Evidence.Proven;
        boolean extended = isExtended(route, pair, tries, experience);
        var attempt =
                new Attempt(
                        spec,
                        pair,
                        context,
                        tries,
                        claim,
                        route,
                        proven,
                        extended,
                        clock.instant());
        return route.method() == Method.RELAY ? relayed(attempt) : direct.run(attempt);
    }

    private Route next(Tries tries, Ladder ladder, SessionPair pair, JobContext context)
            throws FailureException {
        try {
            return tries.next(ladder, context.asked());
        } catch (FailureException noneLeft) {
            Optional<RemotePath> aside = aside(context);
            if (aside.isPresent()) {
                boolean _ = Aside.removeEmptyFile(pair.target(), aside.get());
            }
            throw noneLeft;
        }
    }

    /// What came aside and has not got its name.
    private static Optional<RemotePath> aside(JobContext context) {
        return Leftovers.of(context).filter(Leftovers.Left::aside).map(Leftovers.Left::path);
    }

    /// A failure that tells as well what there is at the target now.
    Failure tellingRemains(
            Failure failure, JobSpec spec, JobContext context, Server target, Tries tries) {
        Optional<RemotePath> aside = aside(context);
        String told = failure.advice();
        if (tries.hasOverwritten()) {
            told =
                    StopWords.GONE
                            + tries.lying().map(path -> Aside.wholeAs(path) + " ").orElse("")
                            + told;
        } else if (aside.isPresent() && !told.contains(aside.get().name())) {
            told +=
                    " What had arrived is called %s on %s; %s is as it was."
                            .formatted(aside.get(), target.name(), spec.targetPath());
        }
        return failure.advising(told.strip());
    }

    /// Takes note of what an arrival proved.
    Step proved(Arrival arrival, JobSpec spec, JobContext context, Tries tries, Arrival.Proof proof)
            throws FailureException {
        boolean found = tries.tookOnFaith();
        if (found && proof instanceof Arrival.Proof.Broken) {
            // The end of the program is to blame, not the route.
            return new Step.Again();
        }
        if (tries.hasContinuedAnothers()) {
            requireWhole(proof, arrival.target().server().name());
        }
        return lessons.proved(arrival, tries, proof);
    }

    /// The size alone would take what a wrong beginning has become for the whole file.
    private static void requireWhole(Arrival.Proof proof, String target) throws FailureException {
        Optional<Failure> failure =
                switch (proof) {
                    case Arrival.Proof.Broken(var broken) -> Optional.of(broken);
                    case Arrival.Proof.Changed(var changed) -> Optional.of(changed);
                    case Arrival.Proof.Whole _, Arrival.Proof.Misnamed _, Arrival.Proof.Stopped _ ->
                            Optional.empty();
                };
        if (failure.isPresent()) {
            throw new FailureException(
                    failure.get()
                            .with(Failure.Remedy.ASK_USER)
                            .advising(StopWords.notTheBeginning(target)));
        }
    }

    private Step relayed(Attempt attempt) throws FailureException, InterruptedException {
        Relay.Ports ports = ports(attempt);
        Look look = Look.now(attempt.spec(), attempt.pair());
        return decider.decide(
                attempt,
                look,
                (send, version) -> {
                    Relay.Trip trip =
                            relay.trip(attempt.pair(), ports, attempt.spec().sourcePath(), send);
                    Optional<Relay.Fault> fault;
                    try {
                        fault = trip.carry(attempt.context().meter());
                    } catch (InterruptedException interrupt) {
                        return decider.interrupted(
                                attempt, send, version, trip.mayHaveWritten(), interrupt);
                    }
                    decider.note(attempt, send, version, trip.mayHaveWritten());
                    return fault.isEmpty()
                            ? attempt.sent(send, version, clock.instant())
                            : failed(attempt, send, trip, fault.get());
                });
    }

    private static Step failed(
            Attempt attempt, ExistingFiles.Decision.Send send, Relay.Trip trip, Relay.Fault fault)
            throws FailureException {
        Failure failure = fault.failure();
        Tries tries = attempt.tries();
        boolean atStart = fault.isOfRest() && tries.mayBeginAnew(failure);
        boolean inPlace =
                send.aside()
                        && !trip.mayHaveWritten()
                        && fault.isOfName(send.target())
                        && tries.mayGoInPlace();
        boolean fallsBack = fault.isOfTls13() && tries.mayFallBack(fault.server());
        boolean hopeless = failure.remedy() == Failure.Remedy.GIVE_UP;
        if (atStart
                || inPlace
                || fallsBack
                || (!hopeless && tries.mayRepeat(attempt.route(), failure))) {
            return new Step.Again();
        }
        throw new FailureException(failure);
    }

    private static Relay.Ports ports(Attempt attempt)
            throws FailureException, InterruptedException {
        try {
            return Relay.reserve(
                    attempt.pair(), attempt.spec().sourcePath(), attempt.spec().targetPath());
        } catch (IOException failed) {
            Interrupts.check();
            SessionPair pair = attempt.pair();
            Session dead = pair.source().isBroken() ? pair.source() : pair.target();
            throw new FailureException(FailureMapper.map(failed, dead.server()), failed);
        }
    }

    /// What the passive server says to EPSV is of use only where the active one can be told it.
    private static boolean isExtended(
            Route route, SessionPair pair, Tries tries, Experience experience) {
        if (route.passive().isEmpty() || route.method() == Method.CPSV) {
            return false;
        }
        Side passive = route.passive().get();
        boolean known =
                experience.of(passive, Capability.EPSV).orElse(null) instanceof Evidence.Proven
                        && pair.on(passive.other()).facts().capabilities().has(Capability.EPRT);
        return pair.on(passive).peer() instanceof Inet6Address || tries.isExtended(route) || known;
    }
}
