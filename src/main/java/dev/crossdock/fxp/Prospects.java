package dev.crossdock.fxp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands in the way of each route between two servers, by what is allowed between them and
/// what is known of them. Pure.
final class Prospects {

    private final ServerFacts source;
    private final ServerFacts target;
    private final TransferPolicy policy;
    private final Experience experience;
    private final boolean proxyGoesByAddress;
    private final boolean again;

    /// @param proxyGoesByAddress as [Planner] has it
    /// @param again takes what was refuted, too
    Prospects(
            ServerFacts source,
            ServerFacts target,
            TransferPolicy policy,
            Experience experience,
            boolean proxyGoesByAddress,
            boolean again) {
        this.source = source;
        this.target = target;
        this.policy = policy;
        this.experience = experience;
        this.proxyGoesByAddress = proxyGoesByAddress;
        this.again = again;
    }

    Server source() {
        return source.server();
    }

    Server target() {
        return target.server();
    }

    Evidence evidence(Route route) {
        return experience
                .of(route)
                .filter(known -> known.isTried())
                .or(() -> route.method().needs().map(needed -> evidence(route, needed)))
                .orElseGet(Evidence.Untried::new);
    }

    Optional<String> obstacle(Route route) {
        return unwanted(route)
                .or(() -> families(route))
                .or(() -> unprotected(route))
                .or(() -> missing(route))
                .or(() -> sameAddress(route))
                .or(() -> twoClients(route))
                .or(() -> refuted(route))
                .or(() -> forbidden(route));
    }

    /// What would open a route that has an obstacle.
    String advice(Route route) {
        if (unwanted(route).or(() -> families(route)).or(() -> unprotected(route)).isPresent()) {
            return "";
        }
        if (missing(route).isPresent()) {
            ServerFacts client = on(route.tlsClient().orElseThrow());
            return offersMethod(client)
                    ? ""
                    : ServerSettings.advice(
                            client.product(), ServerSettings.Topic.TLS_CLIENT_METHOD);
        }
        boolean isRefuted =
                sameAddress(route).isEmpty()
                        && twoClients(route).isEmpty()
                        && refuted(route).isPresent();
        if (isRefuted
                && experience.of(route).orElse(null) instanceof Evidence.Refuted(var words, _)) {
            return new Remedies(source, target, route).of(words);
        }
        return "";
    }

    private Optional<String> unwanted(Route route) {
        if (policy.method().isPresent() && policy.method().get() != route.method()) {
            return Optional.of("Only %s was asked for.".formatted(policy.method().get().label()));
        }
        if (policy.passive().isPresent()
                && route.passive().isPresent()
                && policy.passive().get() != route.passive().get()) {
            return Optional.of(
                    "Only the %s was to listen.".formatted(policy.passive().get().word()));
        }
        return Optional.empty();
    }

    private Optional<String> families(Route route) {
        boolean differ = isIpv6(source) != isIpv6(target);
        if (route.method() != Method.RELAY && differ) {
            return Optional.of(
                    ("%s was reached over IPv%d and %s over IPv%d; they cannot connect"
                                    + " directly.")
                            .formatted(
                                    source.server().name(),
                                    isIpv6(source) ? 6 : 4,
                                    target.server().name(),
                                    isIpv6(target) ? 6 : 4));
        }
        if (route.method() == Method.CPSV && isIpv6(source)) {
            return Optional.of("CPSV tells IPv4 addresses only, and these servers use IPv6.");
        }
        return Optional.empty();
    }

    private Optional<String> unprotected(Route route) {
        if (route.method() == Method.CLEAR) {
            return Optional.empty();
        }
        for (ServerFacts server : List.of(source, target)) {
            if (server.tls().isEmpty()) {
                return Optional.of(
                        "%s is connected without TLS, so its data cannot be protected."
                                .formatted(server.server().name()));
            }
        }
        return Optional.empty();
    }

    /// A server that says nothing of itself may have it all the same, and so may one that the user
    /// knows better.
    private Optional<String> missing(Route route) {
        Optional<Capability> needed = route.method().needs();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        Side side = route.tlsClient().orElseThrow();
        ServerFacts client = on(side);
        Optional<Evidence> known = experience.of(side, needed.get());
        if (known.orElse(null) instanceof Evidence.Refuted(var words, var when)
                && !isAskedFor()
                && !again) {
            return Optional.of(
                    "%s did not do %s when it was tried on %tF: %s"
                            .formatted(
                                    client.server().name(),
                                    needed.get().label(),
                                    when.atZone(ZoneOffset.UTC),
                                    sentence(words)));
        }
        boolean worthATry =
                client.capabilities().has(needed.get())
                        || known.isPresent()
                        || experience.of(route).orElse(null) instanceof Evidence.Proven
                        || (route.method() != Method.PROXY
                                && (isAskedFor() || saysNothing(client.capabilities())));
        return worthATry
                ? Optional.empty()
                : Optional.of(
                        "%s does not offer %s."
                                .formatted(client.server().name(), needed.get().label()));
    }

    private Optional<String> sameAddress(Route route) {
        if (route.method() != Method.PROXY || route.tlsClient().isEmpty()) {
            return Optional.empty();
        }
        ServerFacts client = on(route.tlsClient().get());
        ServerFacts listener = on(route.tlsClient().get().other());
        return proxyIsVoid(client, listener)
                ? Optional.of(
                        ("%s sees this computer and %s at the same address, %s, and becomes"
                                        + " TLS client only for another address.")
                                .formatted(
                                        client.server().name(),
                                        listener.server().name(),
                                        listener.peerAddress()))
                : Optional.empty();
    }

    /// `+proxy` cannot be switched off: an active server that has it is TLS client as well.
    private Optional<String> twoClients(Route route) {
        if (route.tlsClient().isEmpty() || !route.tlsClient().equals(route.passive())) {
            return Optional.empty();
        }
        Side active = route.passive().orElseThrow().other();
        ServerFacts connects = on(active);
        boolean proxy =
                connects.capabilities().has(Capability.PROXY)
                        && !(experience.of(active, Capability.PROXY).orElse(null)
                                instanceof Evidence.Refuted)
                        && !proxyIsVoid(connects, on(active.other()));
        return proxy
                ? Optional.of(
                        "%s has +proxy and would be TLS client too."
                                .formatted(connects.server().name()))
                : Optional.empty();
    }

    private Optional<String> refuted(Route route) {
        if (isAskedFor()
                || again
                || !(experience.of(route).orElse(null)
                        instanceof Evidence.Refuted(var words, var when))) {
            return Optional.empty();
        }
        return Optional.of(
                "It did not work when it was tried on %tF: %s"
                        .formatted(when.atZone(ZoneOffset.UTC), sentence(words)));
    }

    private Optional<String> forbidden(Route route) {
        if (route.method() == Method.RELAY && !policy.allowRelay()) {
            return Optional.of("Passing the data through this computer was not allowed.");
        }
        if (route.method() == Method.CLEAR && !policy.allowClear()) {
            return Optional.of("The data would not be encrypted, and that was not allowed.");
        }
        return Optional.empty();
    }

    private boolean isAskedFor() {
        return policy.method().isPresent();
    }

    private boolean proxyIsVoid(ServerFacts client, ServerFacts listener) {
        return proxyGoesByAddress && client.ownAddress().equals(listener.peerAddress());
    }

    private Evidence evidence(Route route, Capability needed) {
        Side side = route.tlsClient().orElseThrow();
        return experience
                .of(side, needed)
                .filter(known -> known.isTried())
                .orElseGet(() -> Evidence.of(on(side).capabilities(), needed));
    }

    private ServerFacts on(Side side) {
        return side == Side.SOURCE ? source : target;
    }

    private static boolean isIpv6(ServerFacts server) {
        return server.peerAddress().indexOf(':') >= 0;
    }

    private static boolean offersMethod(ServerFacts server) {
        return Arrays.stream(Method.values())
                .flatMap(method -> method.needs().stream())
                .anyMatch(server.capabilities()::has);
    }

    private static boolean saysNothing(Capabilities capabilities) {
        return capabilities.lines().isEmpty() && capabilities.unknown().isEmpty();
    }

    private static String sentence(String words) {
        String stripped = words.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }
}
