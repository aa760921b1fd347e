package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Servers that take no more logins.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class FullServersTest {

    private static final int FILES = 10;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    pairs, room, full,   at,      refusal
                    1,     1,    TARGET, PASS,    530 Sorry too many users
                    2,     1,    TARGET, PASS,    530 Sorry too many users
                    3,     1,    SOURCE, PASS,    421 Too many connections
                    4,     2,    TARGET, PASS,    421 Too many connections
                    4,     1,    SOURCE, CONNECT, 421 Too many connections
                    3,     2,    TARGET, CONNECT, 421 Too many connections
                    4,     3,    SOURCE, PASS,    530 Maximum number of logins
                    """)
    void allFilesArriveOverFewerConnections(
            int pairs, int room, Side full, String at, String refusal) throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).withPairs(pairs).open()) {
            pair.server(full).onCommand(at, new Behaviour.AtMost(room, refusal));

            pair.queue().add(files(pair));
            pair.queue().awaitIdle();

            assertEquals(FILES, pair.outcomes().size());
            for (Outcome outcome : pair.outcomes()) {
                assertInstanceOf(Outcome.Done.class, outcome, outcome.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PASS, 530 Sorry too many users", "PASS, 421 Too many", "CONNECT, 421 Too many"})
    void aServerThatStaysFullIsAClearFailureAndOtherJobsGoOn(String at, String refusal)
            throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY)
                        .source(setup -> setup.with(Skill.SSCN))
                        .waitingForRoom(Duration.ofSeconds(1));
        try (var pair = servers.open()) {
            pair.target().onCommand(at, new Behaviour.AtMost(0, refusal));
            JobId stuck = pair.start(files(pair).getFirst());
            JobSpec spec = files(pair).getFirst();
            JobId other =
                    pair.start(
                            JobSpec.file(
                                    spec.source(),
                                    spec.sourcePath(),
                                    spec.source(),
                                    spec.targetPath(),
                                    spec.size(),
                                    spec.policy()));
            pair.queue().awaitIdle();

            Failure failure = failure(pair.outcome(stuck));
            assertEquals("target", failure.server());
            assertEquals(Failure.Remedy.RETRY_LATER, failure.remedy());
            assertTrue(failure.message().contains(refusal), failure.toString());
            assertInstanceOf(Outcome.Done.class, pair.job(other).outcome().orElseThrow());
            pair.target().forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(stuck));
        }
    }

    @Test
    void aServerThatStaysFullFailsEachJobInTurn() throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY).waitingForRoom(Duration.ofMillis(600)).withPairs(4);
        try (var pair = servers.open()) {
            pair.target().onCommand("PASS", new Behaviour.AtMost(0, "421 Too many"));

            pair.queue().add(files(pair));
            pair.queue().awaitIdle();

            pair.outcomes().forEach(ScriptedPair::failure);
            assertEquals(FILES, pair.outcomes().size());
        }
    }

    @Test
    void whoLooksAtWhatArrivedWaitsForRoomToo() throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY)
                        .target(setup -> setup.without(Skill.SIZE))
                        .withPairs(3);
        try (var pair = servers.open()) {
            pair.target().onCommand("PASS", new Behaviour.AtMost(1, "421 Too many connections"));

            pair.queue().add(files(pair));
            pair.queue().awaitIdle();

            for (Outcome outcome : pair.outcomes()) {
                assertInstanceOf(Outcome.Done.class, outcome, outcome.toString());
            }
        }
    }

    private static List<JobSpec> files(ScriptedPair pair) {
        return IntStream.range(0, FILES)
                .mapToObj(i -> {
                    pair.source().files().file("/folder/" + i, new byte[20_000]);
                    return file("/folder/" + i, "/" + i, ExistsRule.FAIL);
                })
                .toList();
    }
}
