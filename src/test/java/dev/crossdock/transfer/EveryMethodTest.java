package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.DataConnection.Role;
import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class EveryMethodTest {

    private static final byte[] CONTENT = content();

    private static Stream<Arguments> routesAndVersions() {
        return Routes.all()
                .flatMap(route ->
                        Stream.of("TLSv1.3", "TLSv1.2").map(tls -> Arguments.of(route, tls)));
    }

    @ParameterizedTest
    @MethodSource("routesAndVersions")
    void theBytesArriveAndTheWireIsAsPromised(Route route, String version) throws Exception {
        PairSetup servers =
                Routes.servers(route).on(client(route), setup -> setup.withTlsProtocols(version));
        try (var pair = servers.open()) {
            arrives(pair, route);

            for (Side side : Side.values()) {
                DataConnection wire = onlyOne(pair, side);
                assertEquals(role(route, side), wire.role());
                assertEquals(route.tlsClient().equals(Optional.of(side)), wire.tlsClient());
                assertEquals(route.protection() != Protection.CLEAR, wire.secure());
                boolean shared = route.tlsClient().isPresent() || side == client(route);
                if (wire.secure() && shared) {
                    assertEquals(version, wire.protocol());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crossdock.transfer.Routes#all")
    void aServerThatDemandsPretGetsIt(Route route) throws Exception {
        PairSetup servers =
                Routes.servers(route)
                        .both(setup -> setup.with(Skill.PRET).with(Skill.DEMANDS_PRET));
        try (var pair = servers.open()) {
            arrives(pair, route);

            for (Side side : Side.values()) {
                boolean listens = role(route, side) == Role.PASSIVE;
                assertEquals(
                        listens,
                        pair.server(side)
                                .commands()
                                .contains(side == Side.SOURCE ? "PRET RETR /a" : "PRET STOR /b"));
            }
        }
    }

    private static Stream<Arguments> otherNames() {
        return Routes.all()
                .filter(route -> role(route, Side.TARGET) == Role.PASSIVE)
                .flatMap(route ->
                        Stream.of(ExistsRule.OVERWRITE, ExistsRule.RENAME)
                                .map(rule -> Arguments.of(route, rule)));
    }

    @ParameterizedTest
    @MethodSource("otherNames")
    void aServerThatDemandsPretIsToldTheNameThatIsSent(Route route, ExistsRule rule)
            throws Exception {
        PairSetup servers =
                Routes.servers(route)
                        .target(setup -> setup.with(Skill.PRET).with(Skill.DEMANDS_PRET));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[7]);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", Routes.policy(route, rule)));

            List<String> told =
                    pair.target().commands().stream()
                            .filter(line -> line.matches("(PRET )?STOR .*"))
                            .toList();
            assertEquals(3, told.size(), told.toString());
            assertEquals("PRET STOR /b", told.getFirst());
            assertEquals("PRET " + told.getLast(), told.get(1));
        }
    }

    private static Stream<Arguments> routesAndPassiveReplies() {
        return Stream.of(
                        Routes.PROXY,
                        Routes.BACKWARD_SSCN,
                        Route.between(Method.CCSN, Side.TARGET, Side.TARGET))
                .flatMap(route ->
                        Stream.of(
                                        Behaviour.answer("500 Not here."),
                                        Behaviour.passiveAt("198.51.100.3", 50_000),
                                        Behaviour.passiveAt("127.0.0.31", 22))
                                .map(reply -> Arguments.of(route, reply)));
    }

    @ParameterizedTest
    @MethodSource("routesAndPassiveReplies")
    void wherePasvIsOfNoUseEpsvAndEprtBringThemTogether(Route route, Behaviour reply)
            throws Exception {
        try (var pair = Routes.servers(route).open()) {
            pair.source().onCommand("PASV", reply).onCommand("PORT", Behaviour.answer("500 No."));
            pair.target().onCommand("PASV", reply).onCommand("PORT", Behaviour.answer("500 No."));

            arrives(pair, route);
        }
    }

    private static Stream<Arguments> routesAndOddReplies() {
        return Stream.of(
                        Routes.PROXY,
                        Route.between(Method.CPSV, Side.TARGET, Side.TARGET),
                        Route.relay())
                .flatMap(route ->
                        Stream.of(
                                        new Behaviour.PassiveAt(InetAddress.ofLiteral("0.0.0.0")),
                                        new Behaviour.PassiveAt(InetAddress.ofLiteral("10.1.2.3")),
                                        Behaviour.multiline("Here we go"),
                                        Behaviour.replacing("[()]", ""))
                                .map(reply -> Arguments.of(route, reply)));
    }

    @ParameterizedTest
    @MethodSource("routesAndOddReplies")
    void anOddButClearReplyToPasvIsUnderstood(Route route, Behaviour reply) throws Exception {
        try (var pair = Routes.servers(route).open()) {
            for (Side side : Side.values()) {
                pair.server(side).onCommand("PASV", reply).onCommand("CPSV", reply);
            }

            arrives(pair, route);

            assertFalse(pair.source().commands().contains("EPSV"));
            assertFalse(pair.target().commands().contains("EPSV"));
        }
    }

    private static Stream<Route> routesOverIpv6() {
        return Routes.all()
                .filter(route -> route.method() != Method.PROXY && route.method() != Method.CPSV);
    }

    @ParameterizedTest
    @MethodSource("routesOverIpv6")
    void overIpv6TheLongFormsAreUsed(Route route) throws Exception {
        try (var pair = Routes.servers(route).both(setup -> setup.at("::1")).open()) {
            arrives(pair, route);

            for (Side side : Side.values()) {
                assertTrue(
                        pair.server(side).commands().stream()
                                .noneMatch(line -> line.matches("PASV|CPSV|PORT .*")));
            }
        }
    }

    @Test
    void noDirectRouteLeadsFromIpv4ToIpv6() throws Exception {
        try (var pair = Routes.servers(Routes.SSCN).target(setup -> setup.at("::1")).open()) {
            pair.source().files().file("/a", CONTENT);

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.FAIL));

            assertEquals(Failure.Kind.NO_ROUTE, failure.kind());
            assertTrue(failure.message().contains("IPv6"), failure.message());
        }
    }

    @Test
    void theRelayLeadsFromIpv4ToIpv6() throws Exception {
        try (var pair = PairSetup.USUAL.target(setup -> setup.at("::1")).open()) {
            arrives(pair, Route.relay());
        }
    }

    @Test
    void proxyOnOneAddressIsNotTried() throws Exception {
        try (var pair =
                PairSetup.USUAL
                        .both(setup -> setup.at("127.0.0.1").with(ProxyRule.OTHER_ADDRESS))
                        .open()) {
            pair.source().files().file("/a", CONTENT);

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.FAIL));

            assertEquals(Failure.Kind.NO_ROUTE, failure.kind());
            assertTrue(failure.message().contains("same address"), failure.message());
        }
    }

    private static void arrives(ScriptedPair pair, Route route) throws InterruptedException {
        pair.source().files().file("/a", CONTENT);

        var done =
                assertInstanceOf(
                        Outcome.Done.class,
                        pair.copy("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));

        assertEquals(route, done.route());
        assertEquals(route.protection(), done.protection());
        assertEquals("", done.note());
        assertArrayEquals(CONTENT, pair.target().files().content("/b"));
    }

    private static DataConnection onlyOne(ScriptedPair pair, Side side) {
        assertEquals(1, pair.server(side).dataConnections().size());
        return pair.server(side).dataConnections().getFirst();
    }

    private static Role role(Route route, Side side) {
        return route.passive().map(passive -> passive == side).orElse(true)
                ? Role.PASSIVE
                : Role.ACTIVE;
    }

    /// The side that is to have one version of TLS alone.
    private static Side client(Route route) {
        return route.tlsClient().orElse(Side.TARGET);
    }

    private static byte[] content() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
