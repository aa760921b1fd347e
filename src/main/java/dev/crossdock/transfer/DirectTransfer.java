package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.HostPort;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.FxpEnd;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.fxp.FxpPlan;
import dev.crossdock.fxp.FxpRun;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.fxp.Patience;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;

/// Has two servers send a file to each other.
final class DirectTransfer {

    private final Decider decider;
    private final Lessons lessons;
    private final TargetWatch watch;
    private final InstantSource clock;
    private final LongFunction<Patience> patience;

    /// @param patience by the size of a file in bytes
    DirectTransfer(
            Decider decider,
            Lessons lessons,
            TargetWatch watch,
            InstantSource clock,
            LongFunction<Patience> patience) {
        this.decider = decider;
        this.lessons = lessons;
        this.watch = watch;
        this.clock = clock;
        this.patience = patience;
    }

    Step run(Attempt attempt) throws FailureException, InterruptedException {
        var run = run(attempt, Patience.forSize(0));
        Optional<FxpEnd> unwilling = run.prepare();
        if (unwilling.isPresent()) {
            return lessons.failed(attempt, unwilling.get().verdict());
        }
        Look look = Look.ride(attempt.spec(), attempt.pair());
        return switch (opened(attempt, run, attempt.spec().targetPath())) {
            case FxpRun.Opened.Failed(var end) -> lessons.failed(attempt, end.verdict());
            case FxpRun.Opened.At(var address) ->
                    decider.decide(
                            attempt,
                            look,
                            (send, version) ->
                                    run.isOpen(send.target())
                                            ? send(attempt, address, send, version)
                                            : reopened(attempt, run, send, version));
        };
    }

    /// The decision took a data connection of our own, or another name than the passive server was
    /// told, so it has to listen anew.
    private Step reopened(
            Attempt attempt, FxpRun run, ExistingFiles.Decision.Send send, FileVersion version)
            throws FailureException, InterruptedException {
        return switch (opened(attempt, run, send.target())) {
            case FxpRun.Opened.Failed(var end) -> {
                decider.note(attempt, send, version, false);
                yield lessons.failed(attempt, end.verdict());
            }
            case FxpRun.Opened.At(var address) -> send(attempt, address, send, version);
        };
    }

    private static FxpRun.Opened opened(Attempt attempt, FxpRun run, RemotePath targetPath)
            throws InterruptedException {
        Optional<FxpEnd> unwilling = run.prepare();
        return unwilling.isPresent()
                ? new FxpRun.Opened.Failed(unwilling.get())
                : run.open(attempt.spec().sourcePath(), targetPath, attempt.extended());
    }

    private Step send(
            Attempt attempt,
            HostPort address,
            ExistingFiles.Decision.Send send,
            FileVersion version)
            throws FailureException, InterruptedException {
        var plan =
                new FxpPlan(
                        attempt.route(),
                        attempt.spec().sourcePath(),
                        send.target(),
                        address,
                        attempt.extended(),
                        send.replaces(),
                        send.offset(),
                        send.replaces().isPresent() && !attempt.proven());
        Patience usual = patience.apply(version.size());
        var run = run(attempt, attempt.proven() ? usual.onKnownRoute() : usual);
        FxpEnd end;
        try {
            end = carry(attempt, run, plan);
        } catch (InterruptedException interrupt) {
            return decider.interrupted(attempt, send, version, isBegun(run.store()), interrupt);
        } catch (FailureException unsent) {
            decider.note(attempt, send, version, isBegun(run.store()));
            throw unsent;
        }
        decider.note(attempt, send, version, isBegun(end.store()));
        boolean saidYes =
                end.verdict() instanceof Verdict.BothAnswered(var fromSource, var fromTarget)
                        && fromSource.isPositive()
                        && fromTarget.isPositive();
        if (saidYes) {
            return attempt.sent(send, version, clock.instant());
        }
        if (isBegun(end.store()) && send.replaces().isEmpty() && version.size() > 0) {
            boolean gone = Aside.removeEmptyFile(attempt.pair().target(), send.target());
            if (gone) {
                attempt.context().traces().drop();
            }
        }
        if (send.aside() && isOfTargetName(end) && attempt.tries().mayGoInPlace()) {
            return new Step.Again();
        }
        return lessons.failed(attempt, end.verdict());
    }

    private FxpEnd carry(Attempt attempt, FxpRun run, FxpPlan plan)
            throws FailureException, InterruptedException {
        try (var _ =
                watch.watch(
                        attempt.target(),
                        plan.targetPath(),
                        bytes -> {
                            attempt.context().meter().observe(bytes, clock.instant());
                            run.observed(bytes);
                        },
                        run::unobserved,
                        run::unanswered)) {
            return run.carryOut(plan);
        } catch (IOException failed) {
            Interrupts.check();
            SessionPair pair = attempt.pair();
            Session dead = pair.source().isBroken() ? pair.source() : pair.target();
            throw new FailureException(FailureMapper.map(failed, dead.server()), failed);
        }
    }

    private static FxpRun run(Attempt attempt, Patience patience) {
        SessionPair pair = attempt.pair();
        return new FxpRun(pair.source(), pair.target(), attempt.route(), patience);
    }

    private static boolean isBegun(FxpEnd.Store store) {
        return store == FxpEnd.Store.BEGUN;
    }

    /// Whether the target does not take the file by that name; what it says once it has begun has
    /// other reasons.
    private static boolean isOfTargetName(FxpEnd end) {
        return end.store() == FxpEnd.Store.REFUSED
                && switch (end.verdict()) {
                    case Verdict.Refused(var side, _, var reply) ->
                            side == Side.TARGET && Aside.isUnwanted(reply);
                    case Verdict.BothAnswered(_, var target) -> Aside.isUnwanted(target);
                    case Verdict.Astray _, Verdict.Misled _, Verdict.Lost _, Verdict.Stalled _ ->
                            false;
                };
    }
}
