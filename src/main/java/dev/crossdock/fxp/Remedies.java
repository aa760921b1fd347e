package dev.crossdock.fxp;

import dev.crossdock.fxp.ServerSettings.Topic;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which setting of which of two servers to ask for, after what one of them said. Pure.
public final class Remedies {

    private static final Set<String> PORT = Set.of("PORT", "EPRT");
    private static final Set<String> PASSIVE = Set.of("PASV", "EPSV");
    private static final Set<String> CLIENT = Set.of("SSCN", "CCSN", "CPSV");
    private static final String FIREWALL = "Or a firewall lies between the two servers.";

    private final ServerFacts source;
    private final ServerFacts target;
    private final Route route;

    public Remedies(ServerFacts source, ServerFacts target, Route route) {
        this.source = source;
        this.target = target;
        this.route = route;
    }

    /// What to do about a no.
    ///
    /// @param command the verb, its arguments do not matter
    /// @return empty where the server's words say it all
    public String of(Side side, String command, Reply reply) {
        String verb = command.split(" ", 2)[0];
        if (isOfReuse(reply.toString())) {
            return advice(side, Topic.SESSION_REUSE);
        }
        if (CLIENT.contains(verb)) {
            return advice(side, Topic.TLS_CLIENT_METHOD);
        }
        if (verb.equals("PROT")) {
            return advice(side, command.endsWith("C") ? Topic.PROT_C : Topic.PROT_P);
        }
        if (reply.isTransient() && !reply.isNoDataConnection()) {
            return "Try again later.";
        }
        if (PORT.contains(verb)) {
            return advice(side, Topic.FOREIGN_PORT);
        }
        if (PASSIVE.contains(verb)) {
            return advice(side, Topic.PASSIVE);
        }
        return reply.isNoDataConnection() ? dataConnection() : "";
    }

    /// What to do about a server that hung up in the middle.
    public String ofLoss(Side side) {
        return route.tlsClient().equals(Optional.of(side))
                ? advice(side, Topic.VERIFY_PEER)
                : "Try again.";
    }

    /// What to do about words that were kept from an earlier try.
    String of(String words) {
        String verb = words.split("[ :]", 2)[0];
        Side passive = route.passive().orElse(Side.SOURCE);
        if (isOfReuse(words)) {
            return advice(route.tlsClient().map(Side::other).orElse(passive), Topic.SESSION_REUSE);
        }
        if (PORT.contains(verb)) {
            return advice(passive.other(), Topic.FOREIGN_PORT);
        }
        if (PASSIVE.contains(verb)) {
            return advice(passive, Topic.PASSIVE);
        }
        return verb.startsWith("42") ? dataConnection() : "";
    }

    /// Whoever says so, it is the passive server that turns the other away.
    private String dataConnection() {
        Side passive = route.passive().orElse(Side.SOURCE);
        return advice(passive, Topic.FOREIGN_PEER) + " " + FIREWALL;
    }

    private static boolean isOfReuse(String words) {
        return words.toLowerCase(Locale.ROOT).contains("reuse");
    }

    private String advice(Side side, Topic topic) {
        ServerFacts server = side == Side.SOURCE ? source : target;
        return ServerSettings.advice(server.product(), topic);
    }
}
