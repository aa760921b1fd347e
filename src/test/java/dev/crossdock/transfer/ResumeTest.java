package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Files that arrived in part.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class ResumeTest {

    private static final byte[] CONTENT = content();
    private static final int PART = 1_500_000;
    private static final Instant LATER = Instant.parse("2026-02-03T04:05:06Z");

    private static Stream<Route> routes() {
        return Stream.of(Routes.PROXY, Routes.BACKWARD_SSCN, Route.relay());
    }

    @ParameterizedTest
    @MethodSource("direct")
    void whatTheNetworkCutIsContinued(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            cutOnce(pair);

            Outcome.Done done = send(pair, route);

            assertFalse(done.note().isEmpty(), "the reason is kept");
            long from = restOf(pair, Side.SOURCE);
            assertEquals(from, restOf(pair, Side.TARGET));
            assertTrue(from >= 1 << 20 && from <= PART, "from " + from);
        }
    }

    private static Stream<Route> direct() {
        return Stream.of(Routes.PROXY, Routes.BACKWARD_SSCN);
    }

    private static Stream<Arguments> directAndSides() {
        return direct().flatMap(
                        route -> Stream.of(Side.values()).map(side -> Arguments.of(route, side)));
    }

    private static Stream<Arguments> routesAndSides() {
        return routes().flatMap(
                        route -> Stream.of(Side.values()).map(side -> Arguments.of(route, side)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aResumeOfWhatIsNotTheBeginningIsAFailure(Route route) throws Exception {
        PairSetup servers =
                servers(route)
                        .on(Side.SOURCE, setup -> setup.with(Skill.XSHA256))
                        .on(Side.TARGET, setup -> setup.with(Skill.XSHA256));
        try (var pair = servers.open()) {
            byte[] wrong = Arrays.copyOf(CONTENT, PART);
            wrong[PART / 2] ^= 1;
            pair.source().files().file("/file", CONTENT);
            pair.target().files().file("/file", wrong);

            Failure failure =
                    failure(pair.copy("/file", "/file", Routes.policy(route, ExistsRule.RESUME)));

            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertTrue(failure.advice().contains("not the beginning"), failure.advice());
        }
    }

    @ParameterizedTest
    @MethodSource("routesAndSides")
    void withoutRestItIsSentWhole(Route route, Side side) throws Exception {
        PairSetup servers = servers(route).on(side, setup -> setup.without(Skill.REST));
        try (var pair = servers.open()) {
            cutOnce(pair);

            send(pair, route);

            assertEquals(0, rests(pair));
        }
    }

    @ParameterizedTest
    @MethodSource("directAndSides")
    void whereRestIsRefusedItIsSentWhole(Route route, Side side) throws Exception {
        PairSetup servers = servers(route).on(side, setup -> setup.claiming(Skill.REST));
        try (var pair = servers.open()) {
            cutOnce(pair);

            send(pair, route);

            assertTrue(rests(pair) > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatTheUserWantsContinuedIs(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", Arrays.copyOf(CONTENT, 1_000));

            assertInstanceOf(
                    Outcome.Done.class,
                    pair.copy("/a", "/b", Routes.policy(route, ExistsRule.RESUME)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(1_000, restOf(pair, Side.SOURCE));
            assertEquals(1_000, restOf(pair, Side.TARGET));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aResumeGoesBackAsFarAsTheUserWants(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            byte[] damaged = Arrays.copyOf(CONTENT, 1_000);
            damaged[900]++;
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", damaged);

            assertInstanceOf(
                    Outcome.Done.class,
                    pair.copy(
                            "/a", "/b", Routes.policy(route, ExistsRule.RESUME).rollingBack(300)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(700, restOf(pair, Side.SOURCE));
            assertEquals(700, restOf(pair, Side.TARGET));
        }
    }

    @Test
    void aResumeGoesBackToTheBeginningAtMost() throws Exception {
        try (var pair = servers(Routes.PROXY).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[1_000]);

            assertInstanceOf(
                    Outcome.Done.class,
                    pair.copy(
                            "/a",
                            "/b",
                            TransferPolicy.secure(ExistsRule.RESUME).rollingBack(1_001)));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(0, rests(pair));
        }
    }

    @Test
    void whoeverIsAskedMayHaveItContinued() throws Exception {
        try (var pair = servers(Routes.PROXY).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", Arrays.copyOf(CONTENT, 1_000));
            var missing = new AtomicLong();
            pair.prompt(question -> {
                missing.set(question.missing().orElse(-1));
                return new ExistsPrompt.Answer(ExistsRule.RESUME, false);
            });

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", ExistsRule.ASK));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(1_000, restOf(pair, Side.TARGET));
            assertEquals(CONTENT.length - 1_000, missing.get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsOfferedWhatAServerCannot(Side side) throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY).on(side, setup -> setup.without(Skill.REST));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", Arrays.copyOf(CONTENT, 1_000));
            var offered = new AtomicBoolean(true);
            pair.prompt(question -> {
                offered.set(question.offersResume());
                return new ExistsPrompt.Answer(ExistsRule.SKIP, false);
            });

            assertInstanceOf(Outcome.Skipped.class, pair.copy("/a", "/b", ExistsRule.ASK));

            assertFalse(offered.get());
        }
    }

    @ParameterizedTest
    @MethodSource("routesAndSides")
    void aRefusedRestLeavesThePartAlone(Route route, Side side) throws Exception {
        PairSetup servers = servers(route).on(side, setup -> setup.claiming(Skill.REST));
        try (var pair = servers.open()) {
            byte[] part = Arrays.copyOf(CONTENT, 1_000);
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", part);

            Failure failure =
                    failure(pair.copy("/a", "/b", Routes.policy(route, ExistsRule.RESUME)));

            assertTrue(failure.message().contains("REST"), failure.message());
            assertEquals(side.word(), failure.server());
            assertArrayEquals(part, pair.target().files().content("/b"));
            assertTrue(
                    pair.target().commands().stream().noneMatch(line -> line.startsWith("STOR")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutRestNothingCanBeContinued(Side side) throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY).on(side, setup -> setup.without(Skill.REST));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", Arrays.copyOf(CONTENT, 1_000));

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.RESUME));

            assertEquals(Failure.Kind.EXISTS, failure.kind());
            assertEquals(side.word(), failure.server());
            assertEquals(1_000, pair.target().files().size("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({"3000000, Skipped", "3000001, Failed"})
    void whatIsWholeOrTooBigIsNotContinued(int size, String outcome) throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[size]);

            assertEquals(
                    outcome, pair.copy("/a", "/b", ExistsRule.RESUME).getClass().getSimpleName());
            assertArrayEquals(new byte[size], pair.target().files().content("/b"));
        }
    }

    @Test
    void aRetryWaitsUntilTheOldWriterStandsStill() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.StallAfter(PART)));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));
            pair.awaitCommand(Side.TARGET, "STOR /b");
            pair.cancel(job);
            var told = new AtomicInteger();
            var sizes = List.of("213 10", "213 20", "213 30", "213 40");
            pair.target()
                    .onCommand(
                            "SIZE",
                            sizes.size(),
                            new Behaviour.Reword(_ -> sizes.get(told.getAndIncrement())));

            assertInstanceOf(Outcome.Done.class, pair.retry(job));

            assertEquals(sizes.size(), told.get());
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aPartOfWhatTheSourceHadBeforeIsNotContinued(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            JobId job = leavePart(pair, route);
            byte[] other = new byte[CONTENT.length];
            pair.source().files().file("/a", other).setModified("/a", LATER);

            assertInstanceOf(Outcome.Done.class, pair.retry(job));

            assertArrayEquals(other, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noPartIsContinuedWhereNobodyTellsTimes(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            pair.source().onCommand("MDTM", Behaviour.answer("500 What?"));
            JobId job = leavePart(pair, route);

            assertInstanceOf(Outcome.Done.class, pair.retry(job));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(0, rests(pair));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aFileThatTurnsUpAfterARefusedStoreIsNotOurs(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("STOR", Behaviour.answer("553 Not now."));
            JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
            failure(pair.outcome(job));
            pair.target().forgetRules();
            byte[] foreign = Arrays.copyOf(CONTENT, PART);
            pair.target().files().file("/b", foreign);

            Failure failure = failure(pair.retry(job));

            assertEquals(Failure.Kind.EXISTS, failure.kind());
            assertArrayEquals(foreign, pair.target().files().content("/b"));
        }
    }

    /// A job that has failed in the middle, as often as it was tried.
    private static JobId leavePart(ScriptedPair pair, Route route) throws InterruptedException {
        pair.source().files().file("/a", CONTENT);
        var cut = new DataFault.Cut(PART, "426 The network is gone.");
        pair.source().onCommand("RETR", Behaviour.onData(cut));
        pair.source().onCommand("REST", Behaviour.answer("502 Not today."));
        JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
        failure(pair.outcome(job));
        pair.source().forgetRules();
        return job;
    }

    /// Under TLS 1.3 a TLS client that breaks off takes what it sent last with it.
    private static PairSetup servers(Route route) {
        return Routes.servers(route).both(setup -> setup.withTlsProtocols("TLSv1.2"));
    }

    private static void cutOnce(ScriptedPair pair) {
        pair.source().files().file("/a", CONTENT);
        pair.source()
                .onCommand(
                        "RETR",
                        1,
                        Behaviour.onData(new DataFault.Cut(PART, "426 The network is gone.")));
    }

    private static Outcome.Done send(ScriptedPair pair, Route route) throws InterruptedException {
        var done =
                assertInstanceOf(
                        Outcome.Done.class,
                        pair.copy("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
        assertEquals(route, done.route());
        assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        return done;
    }

    private static int rests(ScriptedPair pair) {
        return (int)
                Stream.of(pair.source(), pair.target())
                        .flatMap(server -> server.commands().stream())
                        .filter(line -> line.startsWith("REST"))
                        .count();
    }

    private static long restOf(ScriptedPair pair, Side side) {
        return pair.server(side).commands().stream()
                .filter(line -> line.startsWith("REST "))
                .mapToLong(line -> Long.parseLong(line.substring(5)))
                .findFirst()
                .orElse(-1);
    }

    private static byte[] content() {
        byte[] bytes = new byte[3_000_000];
        new Random(3).nextBytes(bytes);
        return bytes;
    }
}
