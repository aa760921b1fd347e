package dev.crossdock.transfer;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.queue.Begun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one job has tried so far, and how it ended. Used by the job's thread alone.
final class Tries {

    private final Server source;
    private final Server target;
    private final List<Failed> all = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private final Set<Route> repeated = new HashSet<>();
    private final Set<Taught> taught = new HashSet<>();
    private final Set<Route> extended = new HashSet<>();
    private final Set<Server> fellBack = new HashSet<>();

    private Optional<Failure> restRefusal = Optional.empty();
    private Optional<Begun> before = Optional.empty();
    private boolean believed;
    private boolean onFaith;
    private boolean inPlace;
    private boolean overwrote;
    private boolean continuedAnothers;
    private Optional<RemotePath> lying = Optional.empty();

    private record Failed(Route route, Failure failure) {}

    private record Taught(Route route, Class<? extends Lesson> lesson) {}

    Tries(Server source, Server target) {
        this.source = source;
        this.target = target;
    }

    /// The best route that was not given up.
    ///
    /// @param asked what was refuted before is worth a try if there is nothing else: the user may
    ///   have mended it
    /// @throws FailureException with all that was tried, if there is none
    Route next(Ladder ladder, Instant asked) throws FailureException {
        Optional<Ladder.Rung> next =
                ladder.usable().stream()
                        .filter(rung -> !isGivenUp(rung.route()) && !isSince(asked, rung))
                        .findFirst();
        return next.orElseThrow(() -> new FailureException(noneLeft(ladder))).route();
    }

    /// What is sent is the rest of a file that the user took for the beginning of the source's.
    void continueAnothers() {
        continuedAnothers = true;
    }

    boolean hasContinuedAnothers() {
        return continuedAnothers;
    }

    void giveUp(Route route, Failure failure) {
        var given = new Failed(route, failure);
        failed.add(given);
        all.add(given);
    }

    /// Whether a route that failed by what may be chance is worth one more try; true once.
    boolean mayRepeat(Route route, Failure failure) {
        boolean first = repeated.add(route);
        if (first) {
            all.add(new Failed(route, failure));
        }
        return first;
    }

    /// Whether a new login under TLS 1.2 is worth a try; true once a server.
    boolean mayFallBack(Server server) {
        return fellBack.add(server);
    }

    /// Whether the route has failed in that way before; another way says nothing of it.
    boolean isTaughtAgain(Route route, Lesson lesson) {
        return !taught.add(new Taught(route, lesson.getClass()));
    }

    /// A server does not begin in the middle of a file, whatever it lists; true once.
    boolean mayBeginAnew(Failure refusal) {
        boolean first = restRefusal.isEmpty();
        restRefusal = Optional.of(refusal);
        return first;
    }

    /// Why nothing is continued any more.
    Optional<Failure> restRefusal() {
        return restRefusal;
    }

    /// What was begun before the present try.
    void before(Optional<Begun> begun) {
        before = begun;
    }

    Optional<Begun> before() {
        return before;
    }

    /// Whether what lies at the target whole after the end of the program need not be sent again;
    /// true once.
    boolean mayBelieve() {
        boolean first = !believed;
        believed = true;
        onFaith = first;
        return first;
    }

    /// Whether the file whose proof is at hand was found and not sent; true once.
    boolean tookOnFaith() {
        boolean was = onFaith;
        onFaith = false;
        return was;
    }

    /// The target takes no file beside the one that is there; true once.
    boolean mayGoInPlace() {
        boolean first = !inPlace;
        inPlace = true;
        return first;
    }

    /// The same where the whole file lies beside it.
    boolean mayGoInPlace(RemotePath aside) {
        lying = Optional.of(aside);
        return mayGoInPlace();
    }

    /// What was at the target before is gone, or may be.
    void overwrote() {
        overwrote = true;
    }

    boolean hasOverwritten() {
        return overwrote;
    }

    boolean isInPlace() {
        return inPlace;
    }

    /// What came aside, is whole, and was not given its name.
    Optional<RemotePath> lying() {
        return lying;
    }

    /// Whether to ask by EPSV where PASV was of no use; true once.
    boolean mayExtend(Route route) {
        return extended.add(route);
    }

    boolean isExtended(Route route) {
        return extended.contains(route);
    }

    /// How the tries before ended, one line each; empty if the first one did.
    String note() {
        return String.join("\n", all.stream().map(this::line).toList());
    }

    private boolean isGivenUp(Route route) {
        return failed.stream().anyMatch(each -> each.route().equals(route));
    }

    private Failure noneLeft(Ladder ladder) {
        if (failed.isEmpty()) {
            return ladder.usable().isEmpty()
                    ? ladder.noRoute(source.name(), target.name())
                    : refutedSince(ladder.usable().getFirst());
        }
        Failure last = failed.getLast().failure();
        String hint = relayHint(ladder);
        if (failed.size() == 1) {
            return new Failure(
                    last.kind(),
                    last.server(),
                    last.message(),
                    last.remedy(),
                    (last.advice() + " " + hint).strip(),
                    (last.details() + "\n" + reasons(ladder)).strip());
        }
        return new Failure(
                Failure.Kind.NO_ROUTE,
                last.server(),
                "None of %d routes from %s to %s carried the file. The last: %s"
                        .formatted(failed.size(), source.name(), target.name(), last.message()),
                last.remedy(),
                (last.advice() + " " + hint).strip(),
                (note() + "\n" + reasons(ladder)).strip());
    }

    private static boolean isSince(Instant asked, Ladder.Rung rung) {
        return rung.evidence() instanceof Evidence.Refuted(_, var when) && !when.isBefore(asked);
    }

    private Failure refutedSince(Ladder.Rung rung) {
        String words = rung.evidence() instanceof Evidence.Refuted(var said, _) ? said : "";
        return Failure.of(
                Failure.Kind.NO_ROUTE,
                "",
                "No route from %s to %s works: %s failed a moment ago (%s)."
                        .formatted(
                                source.name(),
                                target.name(),
                                rung.route().method().label(),
                                words.strip()),
                Failure.Remedy.NEXT_ROUTE,
                "Retry to have it tried again.");
    }

    private static String relayHint(Ladder ladder) {
        boolean open =
                ladder.leftOut().stream().anyMatch(out -> out.route().method() == Method.RELAY);
        return open ? "Or allow the relay through this computer." : "";
    }

    private static String reasons(Ladder ladder) {
        return String.join(
                "\n",
                ladder.leftOut().stream()
                        .map(out -> out.route().method().label() + ": " + out.reason())
                        .distinct()
                        .toList());
    }

    private String line(Failed each) {
        Route route = each.route();
        String client =
                route.tlsClient()
                        .map(side ->
                                " with %s as TLS client"
                                        .formatted(
                                                switch (side) {
                                                    case SOURCE -> source.name();
                                                    case TARGET -> target.name();
                                                }))
                        .orElse("");
        return route.method().label() + client + ": " + each.failure().message();
    }
}
