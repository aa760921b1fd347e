package dev.crossdock.fxp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Experience;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class PlannerTest {

    private static final Route TARGET_IS_CLIENT =
            Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    private static final Route SOURCE_IS_CLIENT =
            Route.between(Method.PROXY, Side.TARGET, Side.SOURCE);
    private static final Planner PLANNER = new Planner(true);
    private static final TransferPolicy SECURE = TransferPolicy.secure(ExistsRule.FAIL);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source has it, target has it, TLS clients in order
                    false,         false,         ''
                    true,          false,         SOURCE
                    false,         true,          TARGET
                    true,          true,          TARGET SOURCE
                    """)
    void theTargetIsTlsClientWhereItCanBe(boolean source, boolean target, String clients) {
        Ladder ladder = PLANNER.ladder(alpha(source), beta(target), SECURE, Experience.NONE);

        assertEquals(
                clients,
                String.join(
                        " ",
                        ladder.routes().stream()
                                .map(route -> route.tlsClient().orElseThrow().name())
                                .toList()));
    }

    @Test
    void everyRouteIsUsableOrLeftOutWithAReason() {
        Ladder ladder = PLANNER.ladder(alpha(true), beta(false), SECURE, Experience.NONE);

        assertEquals(15, ladder.usable().size() + ladder.leftOut().size());
        assertTrue(ladder.leftOut().stream().noneMatch(out -> out.reason().isBlank()));
        assertEquals("Beta does not offer +proxy.", reason(ladder, TARGET_IS_CLIENT));
    }

    @Test
    void proxyIsVoidWhereWeShareTheListenersAddress() {
        ServerFacts here = Facts.server("Alpha", "127.0.0.2", "127.0.0.3", true, Capability.PROXY);

        Ladder ladder = PLANNER.ladder(here, beta(false), SECURE, Experience.NONE);

        assertEquals(List.of(), ladder.routes());
        assertTrue(reason(ladder, SOURCE_IS_CLIENT).contains("127.0.0.3"));
        assertEquals(
                List.of(SOURCE_IS_CLIENT),
                new Planner(false).ladder(here, beta(false), SECURE, Experience.NONE).routes());
    }

    @Test
    void aServerWithoutTlsHasNoEncryptedRoute() {
        ServerFacts open = Facts.server("Alpha", "127.0.0.2", "127.0.0.1", false, Capability.PROXY);

        Ladder ladder = PLANNER.ladder(open, beta(true), SECURE, Experience.NONE);

        assertEquals(List.of(), ladder.routes());
        assertTrue(reason(ladder, TARGET_IS_CLIENT).contains("Alpha is connected without TLS"));
    }

    @Test
    void serversOfDifferentFamiliesAreNotBroughtTogether() {
        ServerFacts six = Facts.server("Beta", "0:0:0:0:0:0:0:1", Capability.PROXY);

        Ladder ladder = PLANNER.ladder(alpha(true), six, SECURE, Experience.NONE);

        assertEquals(List.of(), ladder.routes());
        assertTrue(reason(ladder, TARGET_IS_CLIENT).contains("IPv4"));
    }

    @ParameterizedTest
    @CsvSource({"SOURCE, TARGET", "TARGET, SOURCE"})
    void aChosenPassiveSideIsKept(Side passive, Side client) {
        var policy =
                new TransferPolicy(
                        Optional.empty(),
                        Optional.of(passive),
                        false,
                        false,
                        ExistsRule.FAIL,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);

        Ladder ladder = PLANNER.ladder(alpha(true), beta(true), policy, Experience.NONE);

        assertEquals(List.of(Route.between(Method.PROXY, passive, client)), ladder.routes());
    }

    @Test
    void aNamedMethodIsTheOnlyOneAndTriedEvenWhereNobodyOffersIt() {
        var policy =
                new TransferPolicy(
                        Optional.of(Method.SSCN),
                        Optional.empty(),
                        true,
                        true,
                        ExistsRule.OVERWRITE,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);

        Ladder ladder = PLANNER.ladder(alpha(false), beta(false), policy, Experience.NONE);

        assertEquals(4, ladder.routes().size());
        assertTrue(ladder.routes().stream().allMatch(route -> route.method() == Method.SSCN));
        assertTrue(
                ladder.usable().stream()
                        .allMatch(rung -> rung.evidence() instanceof Evidence.Untried));
    }

    @Test
    void neitherRelayNorClearComesInSilently() {
        Ladder ladder = PLANNER.ladder(alpha(false), beta(false), SECURE, Experience.NONE);

        assertEquals(List.of(), ladder.routes());
        assertTrue(reason(ladder, Route.relay()).contains("not allowed"));
        assertTrue(reason(ladder, Route.clear(Side.SOURCE)).contains("not allowed"));
    }

    private static String reason(Ladder ladder, Route route) {
        return ladder.leftOut().stream()
                .filter(out -> out.route().equals(route))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static ServerFacts alpha(boolean proxy) {
        return Facts.server("Alpha", "127.0.0.2", with(proxy));
    }

    private static ServerFacts beta(boolean proxy) {
        return Facts.server("Beta", "127.0.0.3", with(proxy));
    }

    private static Capability[] with(boolean proxy) {
        return proxy ? new Capability[] {Capability.PROXY} : new Capability[0];
    }
}
