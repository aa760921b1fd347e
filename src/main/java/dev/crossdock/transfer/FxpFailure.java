package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;

import java.util.Locale;
import java.util.Set;

/// Words for what went wrong between two servers, with the setting that would mend it. Pure.
final class FxpFailure {

    private static final Set<Integer> DATA_CONNECTION = Set.of(425, 521, 522, 534);

    private final Server source;
    private final Server target;
    private final Route route;

    FxpFailure(Server source, Server target, Route route) {
        this.source = source;
        this.target = target;
        this.route = route;
    }

    Failure of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.BothAnswered(var fromSource, var fromTarget) ->
                    weight(fromSource) > weight(fromTarget)
                            ? said(Side.SOURCE, "RETR", fromSource, fromTarget)
                            : said(Side.TARGET, "STOR", fromTarget, fromSource);
            case Verdict.Refused(var side, var command, var reply) -> refused(side, command, reply);
            case Verdict.Misled(var side, var cause) -> FailureMapper.map(cause, server(side));
            case Verdict.Lost(var side, var cause) -> FailureMapper.map(cause, server(side));
            case Verdict.Stalled(var moved, var late) -> stalled(moved, late);
        };
    }

    /// How much a final reply says about the reason; 426 is what a server hears of the other's
    /// trouble.
    private static int weight(Reply reply) {
        if (reply.isPositive()) {
            return 0;
        }
        return reply.code() == 426 ? 1 : reply.isTransient() ? 2 : 3;
    }

    /// The worse of the two final replies is the reason, the other goes to the details.
    private Failure said(Side side, String command, Reply reply, Reply other) {
        Failure failure = refused(side, command, reply);
        return failure.withDetails(
                "%s: %s\n%s: %s"
                        .formatted(server(side).name(), reply, server(side.other()).name(), other));
    }

    private Failure refused(Side side, String command, Reply reply) {
        Server server = server(side);
        String verb = command.split(" ", 2)[0];
        boolean setUp = Set.of("PASV", "EPSV", "PORT", "EPRT").contains(verb);
        boolean data = DATA_CONNECTION.contains(reply.code());
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
                data ? dataAdvice(reply, server) : advice(verb, setUp, reply, server),
                command + "\n" + reply);
    }

    private static Remedy remedy(Reply reply) {
        return reply.isTransient() ? Remedy.RETRY_LATER : Remedy.GIVE_UP;
    }

    private static String advice(String verb, boolean setUp, Reply reply, Server server) {
        if (reply.isTransient()) {
            return "Try again later.";
        }
        return setUp ? portAdvice(verb, server) : "";
    }

    private static String portAdvice(String verb, Server server) {
        boolean port = verb.equals("PORT") || verb.equals("EPRT");
        return port
                ? ("Ask the owner of %s to allow server-to-server transfers (proftpd:"
                                + " AllowForeignAddress on; vsftpd: port_promiscuous=YES;"
                                + " pure-ftpd: -w).")
                        .formatted(server.name())
                : "Ask the owner of %s to allow passive mode.".formatted(server.name());
    }

    private String dataAdvice(Reply reply, Server server) {
        boolean reuse = reply.text().toLowerCase(Locale.ROOT).contains("reuse");
        if (reuse) {
            return ("%s demands TLS session reuse, which another server cannot offer (proftpd:"
                            + " TLSOptions NoSessionReuseRequired; vsftpd: require_ssl_reuse=NO).")
                    .formatted(server.name());
        }
        return ("Ask the owners whether the two servers may connect to each other (proftpd:"
                        + " AllowForeignAddress on, TLSOptions NoSessionReuseRequired; vsftpd:"
                        + " pasv_promiscuous=YES, require_ssl_reuse=NO; pure-ftpd: -w; firewalls"
                        + " in between).")
                .formatted();
    }

    private Failure stalled(boolean moved, Set<Side> late) {
        String names =
                late.size() == 2
                        ? "%s and %s".formatted(source.name(), target.name())
                        : late.contains(Side.SOURCE) ? source.name() : target.name();
        String name = late.contains(Side.TARGET) ? target.name() : source.name();
        return Failure.of(
                Kind.SILENT,
                name,
                moved
                        ? "The transfer stood still: nothing more arrived at %s."
                                .formatted(target.name())
                        : "No data moved and no end was reported by %s (route: %s)."
                                .formatted(names, route.method().label()),
                moved ? Remedy.RETRY_LATER : Remedy.NEXT_ROUTE,
                moved ? "Try again." : "Ask whether a firewall lies between the two servers.");
    }

    private static String sentence(Reply reply) {
        String words = reply.firstLine().strip();
        return words.endsWith(".") ? words : words + ".";
    }

    private Server server(Side side) {
        return side == Side.SOURCE ? source : target;
    }
}
