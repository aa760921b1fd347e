package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.concurrent.atomic.AtomicInteger;

/// Both servers take our own data connections under TLS 1.2 alone.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class OlderTlsTest {

    private static final byte[] CONTENT = new byte[10_000];
    private static final PairSetup STRICT =
            PairSetup.USUAL.both(setup -> setup.with(Skill.REFUSES_TLS13_DATA));

    @Test
    void theRelayFallsBackOnceWithEachServer() throws Exception {
        try (var pair = STRICT.open()) {
            pair.source().files().file("/a", CONTENT);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", relay(ExistsRule.FAIL)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void aFallBackIsNoChanceThatWasSpent() throws Exception {
        try (var pair = STRICT.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target()
                    .onCommand(
                            "STOR",
                            1,
                            1,
                            Behaviour.onData(new DataFault.Reset(10, "426 The disk was busy.")));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", relay(ExistsRule.FAIL)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void nobodyIsAskedTwiceBecauseOfIt() throws Exception {
        try (var pair = STRICT.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[10]);
            var asked = new AtomicInteger();
            pair.prompt(question -> {
                asked.incrementAndGet();
                return new ExistsPrompt.Answer(ExistsRule.OVERWRITE, false);
            });

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", relay(ExistsRule.ASK)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(1, asked.get());
        }
    }

    @Test
    void theListingsThatTellSizesFallBackOnceWithEachServer() throws Exception {
        PairSetup servers = STRICT.both(setup -> setup.without(Skill.SIZE));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", relay(ExistsRule.FAIL)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void whereTls12HelpsNobodyTheRefusalIsTheEnd() throws Exception {
        try (var pair = PairSetup.USUAL.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", Behaviour.onData(new DataFault.NoTls("425 No.")));

            Failure failure = failure(pair.copy("/a", "/b", relay(ExistsRule.FAIL)));

            assertTrue(failure.message().contains("425 No"), failure.toString());
        }
    }

    private static TransferPolicy relay(ExistsRule rule) {
        return Routes.policy(Route.relay(), rule);
    }
}
