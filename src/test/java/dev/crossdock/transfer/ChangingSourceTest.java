package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Files that somebody writes to while they are sent.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class ChangingSourceTest {

    private static final int SIZE = 2_000_000;
    private static final Instant LATER = Instant.parse("2026-02-03T04:05:06Z");

    private static Stream<Arguments> changes() {
        return Stream.of(Routes.PROXY, Routes.BACKWARD_SSCN, Route.relay())
                .flatMap(route ->
                        Stream.of(SIZE, SIZE + 1_000, SIZE - 1_000)
                                .map(size -> Arguments.of(route, size)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void itIsSentAgainAndTheRouteIsNotToBlame(Route route, int size) throws Exception {
        byte[] after = content(size);
        try (var pair = Routes.servers(route).open()) {
            JobId job = changeWhileSent(pair, route, after, 1);

            var done = assertInstanceOf(Outcome.Done.class, pair.outcome(job));

            assertArrayEquals(after, pair.target().files().content("/b"));
            assertEquals(route, done.route());
            assertTrue(
                    done.note().contains("/a changed on source while it was sent."), done.note());
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatNeverStandsStillIsAClearFailure(Route route, int size) throws Exception {
        try (var pair = Routes.servers(route).open()) {
            JobId job = changeWhileSent(pair, route, content(size), 2);

            Failure failure = failure(pair.outcome(job));

            assertEquals("/a changed on source while it was sent.", failure.message());
            assertEquals(Failure.Remedy.RETRY_LATER, failure.remedy());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    /// The source gets other bytes and another time while the first of what is sent is on its way,
    /// so many times.
    private static JobId changeWhileSent(ScriptedPair pair, Route route, byte[] after, int times) {
        pair.source().files().file("/a", new byte[SIZE]);
        List<CountDownLatch> changed =
                Stream.generate(() -> new CountDownLatch(1)).limit(times).toList();
        for (CountDownLatch each : changed) {
            var pause = new DataFault.Pause(1_000, each);
            pair.source().onCommand("RETR", 1, Behaviour.onData(pause));
        }
        JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
        for (int i = 0; i < times; i++) {
            int sent = i + 1;
            await().until(() -> pair.source().dataConnections().size() == sent);
            Instant when = LATER.plusSeconds(sent);
            pair.source().files().file("/a", after).setModified("/a", when);
            changed.get(i).countDown();
        }
        return job;
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
