package dev.crossdock.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Every ordered pair of servers, under TLS 1.2 and 1.3: the file arrives by the route that is best
/// between these two, or by the relay where there is none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPairRealServersTest {

    private static final byte[] CONTENT = content(3 * 1024 * 1024 + 7);

    /// Send session tickets, so that a TLS client of theirs that sends under TLS 1.3 may be cut.
    private static final Set<ServerKind> CUTTING = Set.of(ServerKind.VSFTPD, ServerKind.EMBEDDED);

    private final Map<TlsVersions, ServerFleet> fleets = new EnumMap<>(TlsVersions.class);

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (TlsVersions tls : TlsVersions.values()) {
            Path own = Files.createDirectory(folder.resolve(tls.name()));
            fleets.put(tls, new ServerFleet(own, (_, launch) -> launch.with(tls)));
        }
    }

    @AfterAll
    void end() throws IOException {
        for (ServerFleet fleet : fleets.values()) {
            fleet.close();
        }
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource
    void aFileArrivesByTheBestRouteThereIs(TlsVersions tls, ServerKind source, ServerKind target)
            throws Exception {
        source.require();
        target.require();

        Crossing crossing = fleet(tls).send(source, target, CONTENT, policy(true));

        var done = assertInstanceOf(Outcome.Done.class, crossing.outcome(), crossing::transcript);
        assertTrue(crossing.isWhole(CONTENT), crossing::transcript);
        assertTrue(done.protection() != Protection.CLEAR, "never in clear");
        Best best = best(source, target);
        boolean cut = tls == TlsVersions.UP_TO_1_3 && mayBeCut(source, target);
        if (cut && done.route().method() == Method.RELAY) {
            assertTrue(done.note().contains("SSCN"), "the reason is kept: " + done.note());
        } else {
            assertEquals(best.method(), done.route().method(), crossing::transcript);
            assertEquals(best.client(), done.route().tlsClient());
        }
        if (source == ServerKind.PROFTPD && target == ServerKind.PROFTPD) {
            assertEquals(Verification.SHA512, done.verified());
        }
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("aFileArrivesByTheBestRouteThereIs")
    void withoutTheRelayItArrivesOrTheReasonIsGiven(
            TlsVersions tls, ServerKind source, ServerKind target) throws Exception {
        source.require();
        target.require();

        Crossing crossing = fleet(tls).send(source, target, CONTENT, policy(false));

        boolean mayBeCut = tls == TlsVersions.UP_TO_1_3 && mayBeCut(source, target);
        switch (crossing.outcome()) {
            case Outcome.Done _ -> {
                assertTrue(best(source, target).method() != Method.RELAY);
                assertTrue(crossing.isWhole(CONTENT), crossing::transcript);
            }
            case Outcome.Failed(var failure) -> {
                assertTrue(
                        mayBeCut || best(source, target).method() == Method.RELAY,
                        crossing::transcript);
                if (!mayBeCut) {
                    assertEquals(Failure.Kind.NO_ROUTE, failure.kind());
                    assertFalse(crossing.arrived().isPresent(), "no file was begun");
                    assertTrue(failure.message().contains("does not offer"), failure.message());
                }
            }
            case Outcome.Skipped _, Outcome.Cancelled _, Outcome.Expanded _ ->
                    throw new AssertionError(crossing.outcome());
        }
    }

    static Stream<Arguments> aFileArrivesByTheBestRouteThereIs() {
        return Stream.of(TlsVersions.values())
                .flatMap(tls ->
                        Stream.of(ServerKind.values())
                                .flatMap(source ->
                                        Stream.of(ServerKind.values())
                                                .map(target -> Arguments.of(tls, source, target))));
    }

    private record Best(Method method, Optional<Side> client) {}

    private static Best best(ServerKind source, ServerKind target) {
        if (target == ServerKind.EMBEDDED_PROXY) {
            return new Best(Method.PROXY, Optional.of(Side.TARGET));
        }
        if (target == ServerKind.PROFTPD) {
            return new Best(Method.SSCN, Optional.of(Side.TARGET));
        }
        return switch (source) {
            case EMBEDDED_PROXY -> new Best(Method.PROXY, Optional.of(Side.SOURCE));
            case PROFTPD -> new Best(Method.SSCN, Optional.of(Side.SOURCE));
            case VSFTPD, PURE_FTPD, EMBEDDED -> new Best(Method.RELAY, Optional.empty());
        };
    }

    private static boolean mayBeCut(ServerKind source, ServerKind target) {
        return source == ServerKind.PROFTPD && CUTTING.contains(target);
    }

    private static TransferPolicy policy(boolean relay) {
        return new TransferPolicy(
                Optional.empty(),
                Optional.empty(),
                relay,
                false,
                ExistsRule.FAIL,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }

    private ServerFleet fleet(TlsVersions tls) {
        return Objects.requireNonNull(fleets.get(tls));
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
