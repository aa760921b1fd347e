package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Servers whose word cannot be relied on: a file is done only if it is whole.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class FalseFinalsTest {

    private static final byte[] CONTENT = content();
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static Stream<Arguments> faults() {
        return Stream.of(
                        new DataFault.Final("226 Fine."),
                        new DataFault.Final("150 Again."),
                        new DataFault.Final("226 One.\n226 Two."),
                        new DataFault.Final("426 Broken.\n226 Fine."),
                        new DataFault.Final("550 So what."),
                        new DataFault.Reset(1_000, "226 Fine."),
                        new DataFault.Cut(1_000, "226 Fine."),
                        new DataFault.Cut(0, "226 Fine."),
                        new DataFault.EndEarly(1_000),
                        new DataFault.EarlyFinal(),
                        new DataFault.NoFinal(),
                        new DataFault.NoTls("226 Fine."),
                        new DataFault.StallAfter(1_000))
                .flatMap(fault -> Stream.of(Side.values()).map(side -> Arguments.of(fault, side)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFileIsDoneOnlyIfItIsWhole(DataFault fault, Side liar) throws Exception {
        checkAlways(Routes.PROXY, fault, liar);
    }

    private static Stream<Arguments> otherRoutes() {
        return Stream.of(Routes.BACKWARD_SSCN, Route.relay())
                .flatMap(route ->
                        Stream.of(
                                        new DataFault.Reset(1_000, "226 Fine."),
                                        new DataFault.Cut(1_000, "226 Fine."),
                                        new DataFault.EndEarly(1_000),
                                        new DataFault.EarlyFinal(),
                                        new DataFault.Final("226 One.\n226 Two."))
                                .flatMap(fault ->
                                        Stream.of(Side.values())
                                                .map(side -> Arguments.of(route, fault, side))));
    }

    @ParameterizedTest
    @MethodSource("otherRoutes")
    void norByAnotherRoute(Route route, DataFault fault, Side liar) throws Exception {
        checkAlways(route, fault, liar);
    }

    private static void checkAlways(Route route, DataFault fault, Side liar) throws Exception {
        try (var pair = Routes.servers(route).hasty().open()) {
            pair.source().files().file("/a", CONTENT);
            pair.server(liar).onCommand(command(liar), Behaviour.onData(fault));
            long start = System.nanoTime();
            JobId job = pair.start(file("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));

            Outcome outcome = pair.outcome(job);

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(BOUND) < 0, took.toString());
            assertHonest(pair, "/b", outcome);
            pair.server(liar).forgetRules();
            Outcome next = pair.copy("/a", "/c", Routes.policy(route, ExistsRule.FAIL));
            assertHonest(pair, "/c", next);
            assertInstanceOf(Outcome.Done.class, next, next.toString());
            if (!(outcome instanceof Outcome.Done)) {
                assertInstanceOf(Outcome.Done.class, pair.retry(job));
                assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            }
        }
    }

    private static Stream<Arguments> outOfStep() {
        return Stream.of(
                Arguments.of(Side.SOURCE, "PASV"),
                Arguments.of(Side.SOURCE, "SIZE"),
                Arguments.of(Side.SOURCE, "RETR"),
                Arguments.of(Side.TARGET, "SIZE"),
                Arguments.of(Side.TARGET, "PORT"),
                Arguments.of(Side.TARGET, "STOR"));
    }

    @ParameterizedTest
    @MethodSource("outOfStep")
    void oneReplyTooManyIsNotTakenForTheNextOne(Side side, String command) throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).hasty().withPairs(1).open()) {
            List<String> names = List.of("0", "1", "2", "3", "4", "5");
            for (String name : names) {
                pair.source()
                        .files()
                        .file("/folder/" + name, Arrays.copyOf(CONTENT, 10_000 + name.charAt(0)));
            }
            pair.server(side).onCommand(command, 2, 1, new Behaviour.AnswerAlso("213 10000"));

            List<JobId> jobs =
                    pair.queue()
                            .add(
                                    names.stream()
                                            .map(name ->
                                                    file(
                                                            "/folder/" + name,
                                                            "/" + name,
                                                            ExistsRule.FAIL))
                                            .toList());
            pair.queue().awaitIdle();

            for (int i = 0; i < names.size(); i++) {
                Outcome outcome = pair.job(jobs.get(i)).outcome().orElseThrow();
                String path = "/" + names.get(i);
                if (outcome instanceof Outcome.Done) {
                    assertArrayEquals(
                            pair.source().files().content("/folder" + path),
                            pair.target().files().content(path));
                } else {
                    assertInstanceOf(Outcome.Done.class, pair.retry(jobs.get(i)));
                }
            }
            assertTrue(pair.server(side).received().size() >= 2, "a new session was taken");
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    says,       hash,  holds,  whole
                    213 299999, false, 300000, false
                    213 0,      false, 300000, false
                    550 None.,  false, 300000, false
                    213 300000, true,  1000,   false
                    213 300000, true,  300000, true
                    """)
    void aSizeThatLiesIsNoProof(String says, boolean hash, int holds, boolean whole)
            throws Exception {
        PairSetup servers = Routes.servers(Routes.PROXY).hasty();
        try (var pair = (hash ? servers.both(setup -> setup.with(Skill.HASH)) : servers).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("SIZE", 1, Behaviour.answer("550 No such file."));
            pair.target().onCommand("SIZE", Behaviour.answer(says));
            if (holds < CONTENT.length) {
                pair.target().onCommand("STOR", Behaviour.onData(new DataFault.EndEarly(holds)));
            }

            Outcome outcome = pair.copy("/a", "/b");

            assertEquals(whole, outcome instanceof Outcome.Done, outcome.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crossdock.transfer.Routes#all")
    void aSizeThatIsToldLateIsNoFailure(Route route) throws Exception {
        try (var pair =
                Routes.servers(route).target(setup -> setup.with(Skill.STALE_SIZES)).open()) {
            pair.source().files().file("/a", CONTENT);

            assertInstanceOf(
                    Outcome.Done.class,
                    pair.copy("/a", "/b", Routes.policy(route, ExistsRule.FAIL)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    rule,       side,   done
                    ALWAYS,     SOURCE, false
                    ALWAYS,     TARGET, false
                    WHEN_CHEAP, TARGET, false
                    WHEN_CHEAP, SOURCE, false
                    NEVER,      TARGET, true
                    """)
    void aWrongChecksumIsBelieved(HashRule rule, Side liar, boolean done) throws Exception {
        PairSetup servers =
                Routes.servers(Routes.PROXY).hasty().both(setup -> setup.with(Skill.XSHA256));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.server(liar).onCommand("XSHA256", Behaviour.wrongHash());
            JobId job = pair.start(file("/a", "/b", checking(rule)));

            Outcome outcome = pair.outcome(job);

            if (done) {
                var verified = assertInstanceOf(Outcome.Done.class, outcome).verified();
                assertEquals(Verification.SIZE, verified);
                assertTrue(
                        pair.target().commands().stream()
                                .noneMatch(line -> line.startsWith("XSHA")));
                return;
            }
            Failure failure = failure(outcome);
            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertTrue(failure.toString().contains("checksums differ"), failure.toString());
            pair.server(liar).forgetRules();
            var mended = assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertTrue(mended.verified() != Verification.SIZE, mended.toString());
        }
    }

    private static TransferPolicy checking(HashRule rule) {
        return new TransferPolicy(
                Optional.empty(), Optional.empty(), false, false, ExistsRule.FAIL, rule, false, 0);
    }

    private static void assertHonest(ScriptedPair pair, String path, Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            assertArrayEquals(CONTENT, pair.target().files().content(path));
        }
    }

    private static String command(Side side) {
        return side == Side.SOURCE ? "RETR" : "STOR";
    }

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
