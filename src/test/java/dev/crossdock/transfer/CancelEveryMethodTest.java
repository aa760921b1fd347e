package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.file;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// A cancelled job ends at once, by whatever way its file was going and wherever it was stuck.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class CancelEveryMethodTest {

    private static final byte[] CONTENT = content();
    private static final Duration SOON = Duration.ofSeconds(2);

    private static Stream<Arguments> stuckTransfers() {
        return Routes.all()
                .flatMap(route -> Stream.of(Side.values()).map(side -> Arguments.of(route, side)));
    }

    @ParameterizedTest
    @MethodSource("stuckTransfers")
    void aTransferThatIsStuckEndsAtOnceAndWhatStaysIsSaid(Route route, Side stuck)
            throws Exception {
        try (var pair = Routes.servers(route).open()) {
            pair.source().files().file("/a", CONTENT);
            Behaviour stalls = Behaviour.onData(new DataFault.StallAfter(100_000));
            pair.server(stuck).onCommand(stuck == Side.SOURCE ? "RETR" : "STOR", 1, stalls);
            JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
            await().until(() ->
                    pair.target().files().isFile("/b")
                            && pair.target().files().size("/b") == 100_000);

            Duration took = pair.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertTrue(
                    cancelled.note().contains("/b stays on target")
                            && cancelled.note().endsWith("target may still be writing it."),
                    cancelled.note());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    private static Stream<Arguments> silentCommands() {
        return Stream.of(
                        Routes.BACKWARD_SSCN,
                        Route.between(Method.CPSV, Side.TARGET, Side.TARGET),
                        Route.relay(),
                        Route.clear(Side.SOURCE))
                .flatMap(route ->
                        Stream.of(Side.values())
                                .flatMap(side ->
                                        commands(route, side).stream()
                                                .map(command ->
                                                        Arguments.of(route, side, command))));
    }

    /// What a server hears of one file, beyond what is the same for all methods.
    private static List<String> commands(Route route, Side side) {
        String transfer = side == Side.SOURCE ? "RETR" : "STOR";
        String role =
                switch (route.method()) {
                    case SSCN -> side == Side.SOURCE ? "SSCN" : "PASV";
                    case CPSV -> side == Side.SOURCE ? "PORT" : "CPSV";
                    case CLEAR -> "PROT";
                    case PROXY, CCSN, RELAY, LOCAL -> "PASV";
                };
        return List.of(role, transfer);
    }

    @ParameterizedTest
    @MethodSource("silentCommands")
    void whileAServerIsSilentTheJobEndsAtOnce(Route route, Side side, String command)
            throws Exception {
        try (var pair = Routes.servers(route).open()) {
            pair.source().files().file("/a", CONTENT);
            var asked = new CountDownLatch(1);
            boolean posture = command.equals("PROT");
            pair.server(side).onCommand(command, posture ? 1 : 0, 1, new Behaviour.Hold(asked));
            JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
            String line = posture ? "PROT C" : command;
            await().until(() ->
                    pair.server(side).commands().stream().anyMatch(each -> each.startsWith(line)));

            Duration took = pair.cancel(job);
            asked.countDown();

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    private static byte[] content() {
        byte[] bytes = new byte[8_000_000];
        new Random(9).nextBytes(bytes);
        return bytes;
    }
}
