package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.model.DataRules;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class SiteOptionsTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final ServerOptions ACTIVE =
            ServerOptions.USUAL.with(new DataRules(true, Optional.empty(), List.of()));

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void theRelayWorksInActiveMode(boolean source, boolean target) throws Exception {
        try (var pair = PairSetup.USUAL.open()) {
            pair.options(Side.SOURCE, source ? ACTIVE : ServerOptions.USUAL);
            pair.options(Side.TARGET, target ? ACTIVE : ServerOptions.USUAL);
            for (String name : List.of("/a", "/b")) {
                pair.source().files().file(name, CONTENT);
                assertInstanceOf(
                        Outcome.Done.class,
                        pair.copy(name, name, Routes.policy(Route.relay(), ExistsRule.FAIL)));
                assertArrayEquals(CONTENT, pair.target().files().content(name));
            }

            assertTrue(
                    pair.target().dataConnections().stream()
                            .allMatch(one -> (one.role() == DataConnection.Role.ACTIVE) == target));
        }
    }

    @Test
    void aNameIsTheSameOnServersOfDifferentCharsets() throws Exception {
        Charset western = Charset.forName("windows-1252");
        try (var pair =
                new ScriptedPair(Side.TARGET, setup -> setup.with(western), setup -> setup)) {
            pair.options(Side.SOURCE, ServerOptions.USUAL.withCharset("windows-1252"));
            pair.source().files().file("/Stra\u00dfe \u20ac", CONTENT);

            Outcome outcome =
                    pair.copy("/Stra\u00dfe \u20ac", "/Stra\u00dfe \u20ac", ExistsRule.FAIL);

            assertInstanceOf(Outcome.Done.class, outcome);
            assertArrayEquals(CONTENT, pair.target().files().content("/Stra\u00dfe \u20ac"));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreSentToAServerThatTheSiteSpeaksAnotherCharsetWith() throws Exception {
        Charset western = Charset.forName("windows-1252");
        try (var pair =
                new ScriptedPair(
                        Side.TARGET, setup -> setup.with(western), setup -> setup.with(western))) {
            pair.options(Side.TARGET, ServerOptions.USUAL.withCharset("windows-1252"));
            pair.target().onCommand("FEAT", Behaviour.replacing("211 End", " UTF8\n211 End"));
            pair.source().files().file("/folder/Stra\u00dfe", CONTENT);

            pair.start(ScriptedPair.folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            assertEquals(List.of("/copy/Stra\u00dfe"), pair.target().files().children("/copy"));
        }
    }

    @Test
    void aNameThatTheTargetCannotWriteIsRefusedBeforeAnythingIsSent() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.options(Side.TARGET, ServerOptions.USUAL.withCharset("windows-1252"));
            pair.source().files().file("/\u65e5", CONTENT);

            Outcome outcome = pair.copy("/\u65e5", "/\u65e5", ExistsRule.FAIL);

            Failure failure = ScriptedPair.failure(outcome);
            assertEquals(Failure.Kind.NAME, failure.kind());
            assertEquals(
                    "The name \u65e5 cannot be written in windows-1252, the charset of target.",
                    failure.message());
            assertTrue(
                    pair.target().commands().stream().noneMatch(line -> line.contains("?")),
                    pair.target().commands().toString());
        }
    }
}
