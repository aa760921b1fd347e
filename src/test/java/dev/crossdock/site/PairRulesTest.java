package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TransferPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class PairRulesTest {

    private static final Server ALPHA = server("alpha.test", TlsMode.EXPLICIT);
    private static final Server BETA = server("beta.test", TlsMode.EXPLICIT);

    private final Path file;
    private final PairRules rules;

    PairRulesTest(@TempDir Path folder) {
        file = folder.resolve("pairs.json");
        rules = new PairRules(file);
    }

    @Test
    void nothingButEncryptedFromServerToServerIsAllowedAtFirst() {
        assertEquals(
                TransferPolicy.secure(ExistsRule.ASK),
                rules.of(ALPHA, BETA).policy(ExistsRule.ASK));
    }

    @Test
    void aRuleHoldsForBothDirectionsAndForLater() throws FailureException {
        PairRule rule =
                rules.of(BETA, ALPHA)
                        .relay(true)
                        .clear(true)
                        .hash(HashRule.NEVER)
                        .by(Optional.of(Method.CLEAR));
        rules.save(rule);
        assertEquals(rule, new PairRules(file).of(ALPHA, BETA));
        assertEquals(rule, new PairRules(file).of(BETA, ALPHA));
    }

    @Test
    void aRuleIsNotForTheSameServerWithoutTls() throws FailureException {
        rules.save(rules.of(ALPHA, BETA).clear(true));
        assertFalse(rules.of(server("alpha.test", TlsMode.CLEAR), BETA).allowClear());
        assertTrue(rules.of(server("ALPHA.test", TlsMode.EXPLICIT), BETA).allowClear());
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() throws FailureException, IOException {
        rules.save(rules.of(ALPHA, BETA).clear(true));
        rules.save(rules.of(BETA, ALPHA).reset());
        assertTrue(rules.of(ALPHA, BETA).isUsual());
        assertFalse(Files.readString(file).contains("alpha.test"));
    }

    @Test
    void takingAnAllowanceBackTakesTheMethodWithIt() {
        PairRule usual = rules.of(ALPHA, BETA);
        assertEquals(usual, usual.clear(true).by(Optional.of(Method.CLEAR)).clear(false));
        assertEquals(usual, usual.relay(true).by(Optional.of(Method.RELAY)).relay(false));
    }

    @ParameterizedTest
    @CsvSource({"RELAY", "CLEAR", "LOCAL"})
    void aMethodThatIsNotAllowedCannotBeWanted(Method method) {
        PairRule usual = rules.of(ALPHA, BETA);
        assertThrows(IllegalArgumentException.class, () -> usual.by(Optional.of(method)));
    }

    @Test
    void anEntryThatMakesNoSenseAllowsNothing() throws IOException {
        String servers =
                """
                "one":{"host":"alpha.test","port":21,"tls":"explicit"},\
                "other":{"host":"beta.test","port":21,"tls":"explicit"}\
                """;
        Files.writeString(
                file,
                "{\"version\":1,\"pairs\":[{%s,\"method\":\"clear\",\"hash\":\"never\"}]}"
                        .formatted(servers));
        assertTrue(rules.of(ALPHA, BETA).isUsual());
        assertTrue(rules.notice().orElseThrow().contains("rules for transfers"));
    }

    private static Server server(String host, TlsMode tls) {
        return new Server(SiteId.random(), host, host, 21, tls, "me");
    }
}
