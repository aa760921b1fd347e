package dev.crossdock.ui.queue;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.JobView;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.route.RouteWords;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// How a job reads in the table.
final class JobWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Function<SiteId, String> siteName;
    private final Clock clock;

    /// @param clock with the zone in which times are shown
    JobWords(Function<SiteId, String> siteName, Clock clock) {
        this.siteName = siteName;
        this.clock = clock;
    }

    String name(JobSpec spec) {
        return VisibleText.of(spec.sourcePath().name());
    }

    String source(JobSpec spec) {
        return siteName.apply(spec.source());
    }

    String target(JobSpec spec) {
        return siteName.apply(spec.target());
    }

    /// `alpha → beta`.
    String between(JobSpec spec) {
        return source(spec) + " \u2192 " + target(spec);
    }

    /// Both full paths, for a tooltip.
    String paths(JobSpec spec) {
        return VisibleText.of(source(spec) + ": " + path(spec.source(), spec.sourcePath()))
                + "\n"
                + VisibleText.of(target(spec) + ": " + path(spec.target(), spec.targetPath()));
    }

    /// From 0 to 1; empty when nobody can tell.
    static OptionalDouble fraction(JobView job) {
        if (job.state() == JobState.DONE) {
            return OptionalDouble.of(1);
        }
        OptionalLong bytes = bytes(job);
        if (bytes.isEmpty() || job.size().isEmpty() || job.size().getAsLong() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(share((double) bytes.getAsLong(), job));
    }

    /// The part of the bar that is only estimated ends here; empty where nothing is.
    static OptionalDouble estimated(JobRow.Moment moment) {
        return moment.estimate().isPresent() && moment.job().size().orElse(0) > 0
                ? OptionalDouble.of(share(moment.estimate().getAsDouble(), moment.job()))
                : OptionalDouble.empty();
    }

    private static double share(double bytes, JobView job) {
        return Math.clamp(bytes / job.size().orElse(1), 0, 1);
    }

    static OptionalLong bytes(JobView job) {
        if (job.outcome().orElse(null) instanceof Outcome.Done done) {
            return OptionalLong.of(done.bytes());
        }
        return switch (job.progress()) {
            case Progress.Unknown() -> OptionalLong.empty();
            case Progress.Counted(long bytes) -> OptionalLong.of(bytes);
            case Progress.Observed(long bytes, _) -> OptionalLong.of(bytes);
        };
    }

    /// `3.1 of 100 MB`, `100 MB`.
    String size(JobView job) {
        if (job.spec().kind() == JobSpec.Kind.FOLDER) {
            return "";
        }
        OptionalLong bytes = bytes(job);
        if (job.state() == JobState.RUNNING && bytes.isPresent() && job.size().isPresent()) {
            return Strings.text(
                    "queue.size.of",
                    Amounts.bytes(bytes.getAsLong()),
                    Amounts.bytes(job.size().getAsLong()));
        }
        OptionalLong known = job.size().isPresent() ? job.size() : bytes;
        return known.isPresent() ? Amounts.bytes(known.getAsLong()) : "";
    }

    /// The speed now, or of the whole file once it is there.
    String speed(JobRow.Moment moment) {
        if (moment.job().outcome().orElse(null) instanceof Outcome.Done done) {
            double seconds = done.elapsed().toNanos() / 1e9;
            return seconds > 0 && done.bytes() > 0 ? Amounts.speed(done.bytes() / seconds) : "";
        }
        return moment.speed().isPresent() ? Amounts.speed(moment.speed().getAsDouble()) : "";
    }

    /// How long it will take; empty when nobody can tell.
    String remaining(JobRow.Moment moment) {
        JobView job = moment.job();
        OptionalLong bytes = bytes(job);
        double speed = moment.speed().orElse(0);
        if (job.state() != JobState.RUNNING
                || bytes.isEmpty()
                || job.size().isEmpty()
                || speed < 1) {
            return "";
        }
        long left = Math.max(0, job.size().getAsLong() - bytes.getAsLong());
        return Amounts.time(Duration.ofSeconds((long) Math.ceil(left / speed)));
    }

    /// How the progress is known, for the bar's tooltip.
    String howKnown(JobRow.Moment moment) {
        JobView job = moment.job();
        if (job.state() != JobState.RUNNING) {
            return "";
        }
        return switch (job.progress()) {
            case Progress.Unknown() -> Strings.text("queue.progress.unknown");
            case Progress.Counted(long bytes) ->
                    Strings.text("queue.progress.counted", Amounts.exactBytes(bytes));
            case Progress.Observed(long bytes, _) -> {
                String measured =
                        Strings.text(
                                "queue.progress.observed",
                                Amounts.exactBytes(bytes),
                                target(job.spec()));
                yield moment.estimate().isPresent()
                        ? measured + "\n" + Strings.text("queue.progress.estimated")
                        : measured;
            }
        };
    }

    String route(JobView job) {
        return route(job, RouteWords::brief);
    }

    String fullRoute(JobView job) {
        return route(job, RouteWords::full);
    }

    /// How the bytes are, or were, protected; empty where none are under way or arrived.
    static Optional<Protection> protection(JobView job) {
        if (job.outcome().orElse(null) instanceof Outcome.Done done) {
            return Optional.of(done.protection());
        }
        // Whether a job that failed ever sent a byte that way is not known.
        return job.state() == JobState.RUNNING
                ? job.route().map(Route::protection)
                : Optional.empty();
    }

    /// The state, and what there is to say about it.
    String state(JobView job) {
        return switch (job.state()) {
            case WAITING -> waiting(job);
            case PAUSED -> Strings.text("queue.state.paused");
            case RUNNING ->
                    job.note().isEmpty()
                            ? Strings.text("queue.state.running")
                            : capitalized(VisibleText.of(job.note()));
            case DONE, SKIPPED, FAILED, CANCELLED ->
                    job.outcome().map(this::ended).orElse(Strings.text("queue.state.ended"));
        };
    }

    /// To the second, when it ended; empty if it has not.
    String ended(JobView job) {
        return job.ended().map(DAY_AND_TIME.withZone(clock.getZone())::format).orElse("");
    }

    /// To the minute, when it ended; empty if it has not.
    String when(JobView job) {
        return job.ended().map(MINUTE.withZone(clock.getZone())::format).orElse("");
    }

    /// What to do about a failure; may be empty.
    static String advice(JobView job) {
        return failure(job).map(Failure::advice).map(VisibleText::of).orElse("");
    }

    /// What happened, and what to do about it.
    static String failureWords(JobView job) {
        return failure(job).map(Failure::words).map(VisibleText::of).orElse("");
    }

    static Optional<Failure> failure(JobView job) {
        return job.outcome().orElse(null) instanceof Outcome.Failed(Failure why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// How a file that arrived was compared with its source.
    static String verified(JobView job) {
        if (!(job.outcome().orElse(null) instanceof Outcome.Done done)) {
            return "";
        }
        return switch (done.verified()) {
            case NO -> Strings.text("queue.proof.no");
            case SIZE -> Strings.text("queue.proof.size");
            case CRC32, MD5, SHA1, SHA256, SHA512 -> hash(done.verified());
        };
    }

    /// A time of today without its day.
    String moment(Instant when) {
        boolean today = LocalDate.ofInstant(when, clock.getZone()).equals(LocalDate.now(clock));
        return (today ? TIME : DAY_AND_TIME).withZone(clock.getZone()).format(when);
    }

    private String waiting(JobView job) {
        if (job.due().isPresent()) {
            String when = moment(job.due().get());
            return failure(job)
                    .map(why ->
                            Strings.text("queue.state.again", when, VisibleText.of(why.message())))
                    .orElse(Strings.text("queue.state.due", when));
        }
        return Strings.text(job.cut() ? "queue.state.cut" : "queue.state.waiting");
    }

    /// A path as people know it at that place.
    static String path(SiteId site, RemotePath path) {
        return site.isLocal() ? LocalPaths.HERE.text(path) : path.value();
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done(done);
            case Outcome.Expanded expanded -> expanded(expanded);
            case Outcome.Skipped(String reason) ->
                    Strings.text("queue.state.skipped", VisibleText.of(reason));
            case Outcome.Failed(var failure) -> VisibleText.of(failure.message());
            case Outcome.Cancelled(String note) ->
                    note.isEmpty()
                            ? Strings.text("queue.state.cancelled")
                            : Strings.text("queue.state.cancelled.note", VisibleText.of(note));
        };
    }

    private static String done(Outcome.Done done) {
        String words =
                switch (done.verified()) {
                    case NO -> Strings.text("queue.state.done");
                    case SIZE -> Strings.text("queue.state.done.size");
                    case CRC32, MD5, SHA1, SHA256, SHA512 ->
                            Strings.text("queue.state.done.hash", hash(done.verified()));
                };
        return done.note().isEmpty() ? words : Strings.text("queue.state.done.again", words);
    }

    static String hash(Verification kind) {
        return kind.word().toUpperCase(Locale.ROOT);
    }

    private static String expanded(Outcome.Expanded expanded) {
        String words =
                Strings.text(
                        "queue.state.expanded",
                        Strings.count("queue.state.files", expanded.files()),
                        Strings.count("queue.state.folders", expanded.folders()));
        if (expanded.leftOut() > 0) {
            words += ", " + Strings.text("queue.state.expanded.leftOut", expanded.leftOut());
        }
        return expanded.note().isEmpty() ? words : words + ". " + VisibleText.of(expanded.note());
    }

    private interface Telling {
        String tell(Route route, String source, String target);
    }

    private String route(JobView job, Telling telling) {
        Optional<Route> route =
                job.outcome().orElse(null) instanceof Outcome.Done done
                        ? Optional.of(done.route())
                        : job.route();
        return route.map(taken -> telling.tell(taken, source(job.spec()), target(job.spec())))
                .orElse("");
    }
}
