package dev.crossdock.cli;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobView;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a script is told of one file, or of what went wrong before any file.
///
/// @param job its number in the queue that is kept
/// @param bytes empty when it ended before any file, or when nobody can tell
/// @param route the one that was taken or tried last
/// @param protection of what was sent; empty for a file that was cancelled before
record FileReport(
        Optional<JobId> job,
        Spot source,
        Optional<Spot> target,
        OptionalLong bytes,
        Duration elapsed,
        Optional<Route> route,
        Optional<Protection> protection,
        Verification verified,
        Outcome outcome) {

    private static final Set<Failure.Kind> BEFORE_THE_ROUTE =
            Set.of(
                    Failure.Kind.EXISTS,
                    Failure.Kind.NAME,
                    Failure.Kind.LOGIN,
                    Failure.Kind.UNTRUSTED,
                    Failure.Kind.UNREACHABLE,
                    Failure.Kind.NO_ROUTE);

    /// Nothing could start.
    static FileReport before(Spot source, Optional<Spot> target, Failure failure) {
        return ended(source, target, OptionalLong.empty(), new Outcome.Failed(failure));
    }

    /// A file that no job was made for.
    static FileReport failed(Spot source, Spot target, Failure failure) {
        return ended(source, Optional.of(target), OptionalLong.of(0), new Outcome.Failed(failure));
    }

    /// A job that has ended.
    static FileReport of(JobView job, Outcome outcome, Login source, Login target) {
        Spot from = source.at(job.spec().sourcePath());
        Spot to = target.at(job.spec().targetPath());
        return switch (outcome) {
            case Outcome.Done done ->
                    new FileReport(
                            Optional.empty(),
                            from,
                            Optional.of(target.at(done.target())),
                            OptionalLong.of(done.bytes()),
                            done.elapsed(),
                            Optional.of(done.route()),
                            Optional.of(done.protection()),
                            done.verified(),
                            done);
            case Outcome.Skipped _, Outcome.Expanded _ ->
                    ended(from, Optional.of(to), OptionalLong.of(0), outcome);
            case Outcome.Cancelled _ -> {
                OptionalLong bytes = bytes(job.progress());
                boolean sent = job.route().isPresent() && bytes.orElse(1) > 0;
                yield new FileReport(
                        Optional.empty(),
                        from,
                        Optional.of(to),
                        bytes,
                        elapsed(job),
                        job.route(),
                        sent ? Optional.of(protection(job, source, target)) : Optional.empty(),
                        Verification.NO,
                        outcome);
            }
            case Outcome.Failed(Failure failure) -> {
                long bytes = bytes(job.progress()).orElse(0);
                yield new FileReport(
                        Optional.empty(),
                        from,
                        Optional.of(to),
                        OptionalLong.of(bytes),
                        elapsed(job),
                        wasTaken(failure, bytes) ? job.route() : Optional.empty(),
                        Optional.of(bytes > 0 ? protection(job, source, target) : Protection.NONE),
                        Verification.NO,
                        outcome);
            }
        };
    }

    FileReport numbered(JobId id) {
        return new FileReport(
                Optional.of(id),
                source,
                target,
                bytes,
                elapsed,
                route,
                protection,
                verified,
                outcome);
    }

    Optional<Failure> failure() {
        return switch (outcome) {
            case Outcome.Failed(Failure failure) -> Optional.of(failure);
            case Outcome.Done _, Outcome.Expanded _, Outcome.Skipped _, Outcome.Cancelled _ ->
                    Optional.empty();
        };
    }

    /// How the control connections were protected; empty unless it arrived.
    Optional<Controls> controls() {
        return outcome instanceof Outcome.Done done
                ? Optional.of(done.controls())
                : Optional.empty();
    }

    /// What did not work before, or may still be going on; may be empty.
    String note() {
        return switch (outcome) {
            case Outcome.Done done -> done.note();
            case Outcome.Expanded expanded -> expanded.note();
            case Outcome.Cancelled(String note) -> note;
            case Outcome.Skipped _, Outcome.Failed _ -> "";
        };
    }

    private static FileReport ended(
            Spot source, Optional<Spot> target, OptionalLong bytes, Outcome outcome) {
        return new FileReport(
                Optional.empty(),
                source,
                target,
                bytes,
                Duration.ZERO,
                Optional.empty(),
                Optional.of(Protection.NONE),
                Verification.NO,
                outcome);
    }

    private static Protection protection(JobView job, Login source, Login target) {
        boolean local = source.server().isLocal() || target.server().isLocal();
        boolean encrypted =
                source.server().tls().isEncrypted() || target.server().tls().isEncrypted();
        return local && !encrypted
                ? Protection.CLEAR
                : job.route().map(Route::protection).orElse(Protection.NONE);
    }

    private static OptionalLong bytes(Progress progress) {
        return switch (progress) {
            case Progress.Unknown _ -> OptionalLong.empty();
            case Progress.Counted(long bytes) -> OptionalLong.of(bytes);
            case Progress.Observed(long bytes, _) -> OptionalLong.of(bytes);
        };
    }

    // The job names its route before it looks at the target.
    private static boolean wasTaken(Failure failure, long bytes) {
        return bytes > 0 || !BEFORE_THE_ROUTE.contains(failure.kind());
    }

    private static Duration elapsed(JobView job) {
        return job.started().isPresent() && job.ended().isPresent()
                ? Duration.between(job.started().get(), job.ended().get())
                : Duration.ZERO;
    }
}
