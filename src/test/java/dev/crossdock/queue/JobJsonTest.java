package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Controls;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

class JobJsonTest {

    private final JobJson json = new JobJson();

    static Stream<Outcome> outcomes() {
        return Stream.of(
                new Outcome.Done(
                        1L << 40,
                        Duration.ofMillis(1_234),
                        Route.between(Method.SSCN, Side.SOURCE, Side.TARGET),
                        Protection.TLS,
                        Verification.SHA256,
                        RemotePath.of("/a \uDC80 \"b\""),
                        new Controls("TLSv1.3, X", ""),
                        "one\ntwo"),
                new Outcome.Done(
                        0,
                        Duration.ZERO,
                        Route.relay(),
                        Protection.RELAYED_TLS,
                        Verification.NO,
                        RemotePath.ROOT,
                        new Controls("", ""),
                        ""),
                new Outcome.Expanded(3, 4, 5, "left out"),
                new Outcome.Skipped("it is there"),
                new Outcome.Failed(
                        new Failure(
                                Failure.Kind.NO_ROUTE,
                                "beta",
                                "None works.",
                                Failure.Remedy.NEXT_ROUTE,
                                "Try.",
                                "550 \u0000\r\nno")),
                new Outcome.Cancelled(""));
    }

    static Stream<TransferPolicy> policies() {
        return Stream.of(
                TransferPolicy.secure(ExistsRule.ASK),
                new TransferPolicy(
                        Optional.of(Method.CPSV),
                        Optional.of(Side.TARGET),
                        true,
                        true,
                        ExistsRule.OVERWRITE_NEWER_OR_OTHER_SIZE,
                        HashRule.ALWAYS,
                        true,
                        4_096));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeComesBackAsItWas(Outcome outcome) {
        assertEquals(outcome, json.outcome(json.write(outcome)));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyComesBackAsItWas(TransferPolicy policy) {
        assertEquals(policy, json.policy(json.write(policy)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"how\":\"won\"}",
                "{\"how\":7}",
                "{\"how\":\"failed\",\"kind\":\"NONE\"}",
                "{\"how\":\"skipped\"}",
                "{\"how\":\"done\",\"method\":\"SSCN\",\"target\":\"no slash\"}"
            })
    void whatIsNoneIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> json.outcome(text));
        assertThrows(IllegalArgumentException.class, () -> json.policy(text));
    }
}
