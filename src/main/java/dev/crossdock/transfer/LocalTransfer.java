package dev.crossdock.transfer;

import dev.crossdock.ftp.DataRefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.Meter;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Carries files and folders between this computer and a server.
final class LocalTransfer {

    private final SpeedLimit limit;
    private final RuleBook rules;
    private final InstantSource clock;

    LocalTransfer(SpeedLimit limit, RuleBook rules, InstantSource clock) {
        this.limit = limit;
        this.rules = rules;
        this.clock = clock;
    }

    /// What one job may try once more.
    static final class Retries {

        private boolean anotherLogin = true;
        private boolean anotherTry = true;

        /// Whether a try before this one has failed.
        private boolean areUsed() {
            return !anotherLogin || !anotherTry;
        }

        /// True once for what a new login mends, and once for what may have been chance.
        private boolean allow(FailureException failed) {
            boolean allowed;
            if (failed.getCause() instanceof DataRefusedException) {
                allowed = anotherLogin;
                anotherLogin = false;
            } else {
                allowed = anotherTry && mayBeChance(failed.failure());
                anotherTry = false;
            }
            return allowed;
        }

        private static boolean mayBeChance(Failure failure) {
            return switch (failure.kind()) {
                case LOST, TRUNCATED -> failure.remedy() != Failure.Remedy.ASK_USER;
                case REFUSED,
                        LOGIN,
                        SILENT,
                        UNREACHABLE,
                        GARBLED,
                        UNTRUSTED,
                        TLS_REJECTED,
                        EXISTS,
                        NAME,
                        NO_ROUTE,
                        LOCAL_DISK,
                        CANCELLED,
                        BUG ->
                        false;
            };
        }
    }

    Step run(JobSpec spec, Session session, JobContext context, Retries retries, Claims.Claim claim)
            throws FailureException, InterruptedException {
        try {
            return switch (spec.kind()) {
                case FILE -> file(spec, session, context, claim, retries);
                case FOLDER -> new Step.Opened(folder(spec, session, context.meter()));
            };
        } catch (FailureException failed) {
            if (retries.allow(failed)) {
                return new Step.Again();
            }
            throw failed;
        }
    }

    /// What the job's end of a broken talk is: an interrupt closes sockets too.
    static FailureException failure(IOException failed, Session session)
            throws InterruptedException {
        Interrupts.check();
        return ServerStorage.failure(failed, session);
    }

    private FolderTransfer.Contents folder(JobSpec spec, Session session, Meter meter)
            throws FailureException {
        var here = new LocalStorage();
        var there = new ServerStorage(session);
        FolderRules wanted = rules.rulesFor(spec.source(), spec.target());
        return spec.source().isLocal()
                ? FolderTransfer.run(spec, here, there, meter, wanted)
                : FolderTransfer.run(spec, there, here, meter, wanted);
    }

    private Step file(
            JobSpec spec, Session session, JobContext context, Claims.Claim claim, Retries retries)
            throws FailureException, InterruptedException {
        context.meter().route(Route.local());
        Instant start = clock.instant();
        LocalCopy copy =
                spec.source().isLocal()
                        ? new Upload(spec, session, context, limit)
                        : new Download(spec, session, context, limit, retries.areUsed());
        return switch (copy.decide(claim)) {
            case ExistingFiles.Decision.Ask(var question) -> new Step.Asks(question);
            case ExistingFiles.Decision.Skip(var reason) ->
                    new Step.Ended(new Outcome.Skipped(reason));
            case ExistingFiles.Decision.Send send -> {
                try {
                    LocalCopy.Copied copied = copy.carry(send);
                    yield new Step.Ended(done(copied, start, spec, session, send.target()));
                } catch (InterruptedException interrupt) {
                    if (!context.cancel().isCancelled()) {
                        throw interrupt;
                    }
                    yield new Step.Ended(new Outcome.Cancelled(copy.remains(send)));
                }
            }
        };
    }

    private Outcome.Done done(
            LocalCopy.Copied copied,
            Instant start,
            JobSpec spec,
            Session session,
            RemotePath target) {
        Optional<TlsFacts> tls = session.facts().tls();
        boolean upload = spec.source().isLocal();
        return new Outcome.Done(
                copied.bytes(),
                Duration.between(start, clock.instant()),
                Route.local(),
                tls.isPresent() ? Protection.TLS : Protection.CLEAR,
                copied.by(),
                target,
                Controls.of(upload ? Optional.empty() : tls, upload ? tls : Optional.empty()),
                copied.note());
    }
}
