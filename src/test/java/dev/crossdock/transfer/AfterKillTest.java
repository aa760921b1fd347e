package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.queue.Begun;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Files between two servers whose program was killed while they travelled.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class AfterKillTest {

    private static final byte[] CONTENT = content();
    private static final int PART = 1_500_000;
    private static final Instant WHEN = Instant.parse("2026-02-03T04:05:06Z");

    /// Of a file that others still write to, from look to look.
    private static final List<Integer> SIZES = List.of(10, 20, 20, 20, 30, 30, 30, 30, 30, 30);

    @TempDir private Path folder = Path.of("");

    private static Stream<Route> routes() {
        return Stream.of(Routes.PROXY, Route.relay());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsWholeIsNotSentAgain(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            source(pair);
            pair.target().files().file("/b", CONTENT);

            Outcome.Done done = goOn(pair, route, ExistsRule.FAIL, begun("/b", WHEN, route));

            assertEquals(route, done.route());
            assertEquals(StopWords.CUT + "; all of it had arrived.", done.note());
            assertEquals(0, stores(pair.target()));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aPartIsContinued(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            source(pair);
            pair.target().files().file("/b", Arrays.copyOf(CONTENT, PART));

            Outcome.Done done = goOn(pair, route, ExistsRule.FAIL, begun("/b", WHEN, route));

            assertTrue(done.note().startsWith(StopWords.CUT + "; continued at"), done.note());
            assertTrue(pair.target().commands().contains("REST " + PART));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatTheSourceHadBeforeIsSentAnew(Route route) throws Exception {
        try (var pair = servers(route).open()) {
            source(pair);
            pair.target().files().file("/b", new byte[CONTENT.length]);

            var _ = goOn(pair, route, ExistsRule.FAIL, begun("/b", WHEN.minusSeconds(1), route));

            assertEquals(1, stores(pair.target()));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsFoundBrokenIsSentAnewAndTheRouteIsNotToBlame(Route route) throws Exception {
        try (var pair = servers(route).both(setup -> setup.with(Skill.XSHA256)).open()) {
            source(pair);
            pair.target().files().file("/b", new byte[CONTENT.length]);

            Outcome.Done done = goOn(pair, route, ExistsRule.FAIL, begun("/b", WHEN, route));

            assertEquals(1, stores(pair.target()));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals("", done.note(), "a try that failed would be told");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatReplacesAFileOfSomebodyElseWaitsUntilThatStandsStill(Route route) throws Exception {
        waitsForAllOf(SIZES, route, ExistsRule.OVERWRITE, replacing(route));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatStandsStillForAMomentIsWaitedFor(Route route) throws Exception {
        waitsForAllOf(SIZES, route, ExistsRule.FAIL, begun("/b", WHEN, route));
    }

    private void waitsForAllOf(List<Integer> sizes, Route route, ExistsRule rule, Begun begun)
            throws Exception {
        try (var pair = servers(route).open()) {
            source(pair);
            pair.target().files().file("/b", new byte[10]);
            var told = new AtomicInteger();
            pair.target()
                    .onCommand(
                            "SIZE",
                            sizes.size(),
                            new Behaviour.Reword(_ -> "213 " + sizes.get(told.getAndIncrement())));

            var _ = goOn(pair, route, rule, begun);

            assertEquals(sizes.size(), told.get());
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERWRITE_NEWER", "OVERWRITE_OTHER_SIZE"})
    void whatReplacesAFileOfSomebodyElseIsNotTakenForANewerOne(ExistsRule rule) throws Exception {
        try (var pair = servers(Routes.PROXY).open()) {
            source(pair);
            pair.target()
                    .files()
                    .file("/b", new byte[CONTENT.length])
                    .setModified("/b", WHEN.plusSeconds(9));

            var _ = goOn(pair, Routes.PROXY, rule, replacing(Routes.PROXY));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void whatWasToReplaceAFileOfSomebodyElseLeavesItAloneUnderAnotherRule() throws Exception {
        try (var pair = servers(Routes.PROXY).open()) {
            source(pair);
            pair.target().files().file("/b", new byte[CONTENT.length]);

            assertInstanceOf(
                    Outcome.Failed.class,
                    pair.afterKill(
                            folder,
                            ScriptedPair.file("/a", "/b", ExistsRule.FAIL),
                            Optional.of(replacing(Routes.PROXY))));

            assertArrayEquals(new byte[CONTENT.length], pair.target().files().content("/b"));
        }
    }

    private static Begun replacing(Route route) {
        return new Begun(
                RemotePath.of("/b"), false, true, CONTENT.length, Optional.of(WHEN), route);
    }

    private static Begun begun(String path, Instant modified, Route route) {
        return new Begun(
                RemotePath.of(path), false, false, CONTENT.length, Optional.of(modified), route);
    }

    private Outcome.Done goOn(ScriptedPair pair, Route route, ExistsRule rule, Begun begun)
            throws Exception {
        Outcome outcome =
                pair.afterKill(
                        folder,
                        ScriptedPair.file("/a", "/b", Routes.policy(route, rule)),
                        Optional.of(begun));
        return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
    }

    private static void source(ScriptedPair pair) {
        pair.source().files().file("/a", CONTENT).setModified("/a", WHEN);
    }

    private static long stores(ScriptedServer server) {
        return server.commands().stream().filter(line -> line.startsWith("STOR ")).count();
    }

    private static PairSetup servers(Route route) {
        return Routes.servers(route).both(setup -> setup.withTlsProtocols("TLSv1.2"));
    }

    private static byte[] content() {
        byte[] bytes = new byte[3_000_000];
        new Random(4).nextBytes(bytes);
        return bytes;
    }
}
