package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.fxp.FxpEnd.Stall;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.fxp.Remedies;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Words for what went wrong between two servers, with the setting that would mend it. Pure.
final class FxpFailure {

    private final Server source;
    private final Server target;
    private final Route route;
    private final Remedies remedies;

    FxpFailure(ServerFacts source, ServerFacts target, Route route) {
        this.source = source.server();
        this.target = target.server();
        this.route = route;
        this.remedies = new Remedies(source, target, route);
    }

    Failure of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.BothAnswered(var fromSource, var fromTarget) ->
                    weight(fromSource) > weight(fromTarget)
                                    || (weight(fromSource) == weight(fromTarget)
                                            && route.passive().equals(Optional.of(Side.SOURCE)))
                            ? said(Side.SOURCE, "RETR", fromSource, fromTarget)
                            : said(Side.TARGET, "STOR", fromTarget, fromSource);
            case Verdict.Refused(var side, var command, var reply) -> refused(side, command, reply);
            case Verdict.Astray(var side, _, var cause) -> FailureMapper.map(cause, server(side));
            case Verdict.Misled(var side, var cause) -> FailureMapper.map(cause, server(side));
            case Verdict.Lost(var side, var cause) -> lost(side, cause);
            case Verdict.Stalled(var stall, var late) -> stalled(stall, late);
        };
    }

    /// How much a final reply says about the reason; of two that say as much, the passive server's
    /// counts, since it is the one to refuse a connection. 426 is what a server hears of the
    /// other's trouble.
    private static int weight(Reply reply) {
        if (reply.isPositive()) {
            return 0;
        }
        return reply.code() == 426 ? 1 : reply.isTransient() ? 2 : 3;
    }

    /// The worse of the two final replies is the reason, the other goes to the details.
    private Failure said(Side side, String command, Reply reply, Reply other) {
        Failure failure =
                reply.code() == 426 ? cut(side, reply, other) : refused(side, command, reply);
        return failure.withDetails(
                "%s: %s\n%s: %s"
                        .formatted(server(side).name(), reply, server(side.other()).name(), other));
    }

    /// Who says so has refused nothing; the other may be the one that broke off.
    private Failure cut(Side side, Reply reply, Reply other) {
        return Failure.of(
                Kind.LOST,
                server(side).name(),
                "The data connection broke off. %s: %d %s %s: %d %s"
                        .formatted(
                                server(side).name(),
                                reply.code(),
                                sentence(reply),
                                server(side.other()).name(),
                                other.code(),
                                sentence(other)),
                Remedy.RETRY_LATER,
                "Try again.");
    }

    private Failure refused(Side side, String command, Reply reply) {
        Server server = server(side);
        String verb = command.split(" ", 2)[0];
        boolean setUp = Set.of("PASV", "EPSV", "PORT", "EPRT").contains(verb);
        boolean data = reply.isNoDataConnection();
        return new Failure(
                Kind.REFUSED,
                server.name(),
                "%s refused %s: %d %s"
                        .formatted(
                                server.name(),
                                setUp ? verb : command,
                                reply.code(),
                                sentence(reply)),
                data || (setUp && !reply.isTransient()) ? Remedy.NEXT_ROUTE : remedy(reply),
                remedies.of(side, command, reply),
                command + "\n" + reply);
    }

    private static Remedy remedy(Reply reply) {
        return reply.isTransient() ? Remedy.RETRY_LATER : Remedy.GIVE_UP;
    }

    /// A TLS client that does not trust the other server hangs up.
    private Failure lost(Side side, IOException cause) {
        Failure failure = FailureMapper.map(cause, server(side));
        return failure.kind() == Kind.LOST ? failure.advising(remedies.ofLoss(side)) : failure;
    }

    private Failure stalled(Stall stall, Set<Side> late) {
        Server silent = late.contains(Side.TARGET) ? target : source;
        return switch (stall) {
            case MOVED ->
                    late.size() == 1
                            ? halfEnded(silent)
                            : Failure.of(
                                    Kind.SILENT,
                                    silent.name(),
                                    "The transfer stood still: nothing more arrived at %s."
                                            .formatted(target.name()),
                                    Remedy.RETRY_LATER,
                                    "Try again.");
            case HALF_ENDED -> halfEnded(silent);
            case UNANSWERED ->
                    Failure.of(
                            Kind.SILENT,
                            target.name(),
                            "%s does not answer any more, in the middle of the transfer."
                                    .formatted(target.name()),
                            Remedy.RETRY_LATER,
                            "Try again when it does.");
            case STILL ->
                    Failure.of(
                            Kind.SILENT,
                            silent.name(),
                            "No data moved and no end was reported by %s (route: %s)."
                                    .formatted(names(late), route.method().label()),
                            Remedy.NEXT_ROUTE,
                            "Ask whether a firewall lies between the two servers.");
        };
    }

    private Failure halfEnded(Server silent) {
        Server other = silent.equals(target) ? source : target;
        return Failure.of(
                Kind.SILENT,
                silent.name(),
                "%s reported the end of the transfer, and %s did not (route: %s)."
                        .formatted(other.name(), silent.name(), route.method().label()),
                Remedy.RETRY_LATER,
                "Try again; the copy on %s may not be complete.".formatted(target.name()));
    }

    private String names(Set<Side> sides) {
        return sides.size() == 2
                ? "%s and %s".formatted(source.name(), target.name())
                : sides.contains(Side.SOURCE) ? source.name() : target.name();
    }

    private static String sentence(Reply reply) {
        String words = reply.firstLine().strip();
        return words.endsWith(".") ? words : words + ".";
    }

    private Server server(Side side) {
        return side == Side.SOURCE ? source : target;
    }
}
