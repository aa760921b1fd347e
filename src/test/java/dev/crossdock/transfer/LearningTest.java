package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Routes that do not work although the servers say so, and what is kept of it.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class LearningTest {

    private static final byte[] CONTENT = content(200_000);
    private static final byte[] OLD = content(1_000);
    private static final PairSetup PROXY_THEN_SSCN =
            PairSetup.USUAL
                    .hasty()
                    .source(setup -> setup.with(Skill.SSCN))
                    .target(setup -> setup.with(ProxyRule.OTHER_ADDRESS));

    private static Stream<Arguments> obstacles() {
        return Stream.of(
                obstacle(
                        "false +proxy",
                        UnaryOperator.identity(),
                        with(Skill.FALSE_PROXY),
                        "No byte moved"),
                obstacle(
                        "PORT refused",
                        UnaryOperator.identity(),
                        with(Skill.REFUSES_FOREIGN_PORT),
                        "PORT: 500 Illegal PORT command"),
                obstacle(
                        "peer refused",
                        with(Skill.REFUSES_FOREIGN_PEER),
                        UnaryOperator.identity(),
                        "425 Security: Bad IP connecting."),
                obstacle(
                        "session reuse",
                        with(Skill.DEMANDS_REUSE),
                        UnaryOperator.identity(),
                        "522 SSL connection failed: session reuse required."),
                obstacle(
                        "TLS 1.3 refused",
                        with(Skill.REFUSES_TLS13_DATA),
                        UnaryOperator.identity(),
                        "425 Unable to build data connection: Operation not permitted"));
    }

    private static Arguments obstacle(
            String name, UnaryOperator<Setup> source, UnaryOperator<Setup> target, String words) {
        return argumentSet(name, PROXY_THEN_SSCN.source(source).target(target), words);
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void theNextRouteCarriesTheFileAndTheSecondOneGoesStraightThere(PairSetup servers, String words)
            throws Exception {
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);

            Outcome.Done first = done(pair.copy("/a", "/b"));

            assertEquals(Routes.BACKWARD_SSCN, first.route());
            assertTrue(first.note().startsWith("+proxy with target as TLS client"), first.note());
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertRefuted(words, pair.experience().of(Routes.PROXY));
            assertProven(pair.experience().of(Routes.BACKWARD_SSCN));

            goesStraight(pair, Routes.BACKWARD_SSCN);
        }
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void aFileThatIsThereIsNotTouchedByRoutesThatFail(PairSetup servers, String words)
            throws Exception {
        try (var pair = servers.source(setup -> setup.without(Skill.SSCN)).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", OLD);

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertArrayEquals(OLD, pair.target().files().content("/b"));
            assertEquals(List.of("/b"), pair.target().files().children("/"));
            assertRefuted(words, pair.experience().of(Routes.PROXY));
            assertTrue(
                    (failure.advice() + failure.details()).contains("relay"), failure.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"SOURCE", "TARGET"})
    void aFileThatIsThereIsNotTouchedByFalseSscn(Side liar) throws Exception {
        PairSetup servers =
                PairSetup.USUAL
                        .hasty()
                        .on(liar, setup -> setup.with(Skill.SSCN).with(Skill.FALSE_SSCN));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", OLD);

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertTrue(failure.message().startsWith("None of 2 routes"), failure.message());
            assertArrayEquals(OLD, pair.target().files().content("/b"));
            assertEquals(List.of("/b"), pair.target().files().children("/"));
        }
    }

    @ParameterizedTest
    @CsvSource({"FALSE_PROXY", "REFUSES_FOREIGN_PORT"})
    void aFileThatIsThereIsReplacedByTheRouteThatWorks(Skill fault) throws Exception {
        try (var pair = PROXY_THEN_SSCN.target(with(fault)).open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", OLD);

            done(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(List.of("/b"), pair.target().files().children("/"));
        }
    }

    @Test
    void falseSscnIsTriedEachWayOnceAndNotAgain() throws Exception {
        PairSetup servers =
                PairSetup.USUAL
                        .hasty()
                        .target(setup -> setup.with(Skill.SSCN).with(Skill.FALSE_SSCN))
                        .source(with(Skill.CPSV));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);

            Outcome.Done first = done(pair.copy("/a", "/b"));

            assertEquals(Route.between(Method.CPSV, Side.SOURCE, Side.SOURCE), first.route());
            assertEquals(2, first.note().lines().count(), first.note());
            assertRefuted("No byte moved", pair.experience().of(Routes.SSCN));
            goesStraight(pair, first.route());
        }
    }

    @ParameterizedTest
    @CsvSource({"SSCN, 500", "CCSN, 500", "CPSV, 500"})
    void aCommandThatIsListedButNotThereIsLearnedOfTheServer(Skill skill, String code)
            throws Exception {
        PairSetup servers =
                PairSetup.USUAL
                        .hasty()
                        .target(setup -> setup.claiming(skill))
                        .source(with(Skill.SSCN));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);

            Outcome.Done first = done(pair.copy("/a", "/b"));

            assertEquals(Routes.BACKWARD_SSCN, first.route());
            assertTrue(first.note().contains("target refused " + skill), first.note());
            assertRefuted(
                    code + " " + skill,
                    pair.experience().of(Side.TARGET, Capability.valueOf(skill.name())));
            goesStraight(pair, Routes.BACKWARD_SSCN);
        }
    }

    @ParameterizedTest
    @CsvSource({"SSCN", "CCSN", "CPSV"})
    void whatIsNotListedIsFoundWhenTheUserAsksForItAndKept(Skill skill) throws Exception {
        PairSetup servers = PairSetup.USUAL.hasty().target(setup -> setup.hiding(skill));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            assertEquals(Failure.Kind.NO_ROUTE, failure(pair.copy("/a", "/b", rule())).kind());

            Outcome.Done asked = done(pair.copy("/a", "/b", asking(Method.valueOf(skill.name()))));
            goesStraight(pair, asked.route());
        }
    }

    @Test
    void aSecretTlsClientIsNoSuccessAndTheOtherWayIsFound() throws Exception {
        PairSetup servers =
                PairSetup.USUAL
                        .hasty()
                        .source(with(Skill.SSCN))
                        .target(setup ->
                                setup.with(ProxyRule.OTHER_ADDRESS)
                                        .with(Skill.SECRET_PROXY)
                                        .with(Skill.REFUSES_FOREIGN_PEER));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);

            Outcome outcome = pair.copy("/a", "/b");
            boolean whole =
                    pair.target().files().isFile("/b")
                            && pair.target().files().size("/b") == CONTENT.length;
            assertEquals(whole, outcome instanceof Outcome.Done, outcome.toString());
        }
    }

    @Test
    void whatFailedIsNotTriedForEachFileOfABatch() throws Exception {
        try (var pair =
                PROXY_THEN_SSCN
                        .source(setup -> setup.without(Skill.SSCN))
                        .target(with(Skill.REFUSES_FOREIGN_PORT))
                        .withPairs(1)
                        .open()) {
            pair.source().files().file("/a", CONTENT);
            List<JobId> jobs =
                    pair.queue().add(List.of(file("/a", "/b", rule()), file("/a", "/c", rule())));
            pair.queue().awaitIdle();

            assertEquals(1, ports(pair));
            Failure second = failure(pair.job(jobs.getLast()).outcome().orElseThrow());
            assertTrue(second.message().contains("failed a moment ago"), second.message());

            failure(pair.retry(jobs.getLast()));

            assertEquals(2, ports(pair), "the user may have mended it");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void onlyWhatIsAllowedIsTheLastResort(boolean relay, boolean clear) throws Exception {
        PairSetup servers =
                PairSetup.USUAL
                        .hasty()
                        .target(setup ->
                                setup.with(ProxyRule.OTHER_ADDRESS).with(Skill.FALSE_PROXY));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            var policy =
                    new TransferPolicy(
                            Optional.empty(),
                            Optional.empty(),
                            relay,
                            clear,
                            ExistsRule.FAIL,
                            HashRule.WHEN_CHEAP,
                            false,
                            0);

            Outcome outcome = pair.copy("/a", "/b", policy);

            if (!relay && !clear) {
                assertTrue(failure(outcome).advice().contains("allow the relay"));
                assertTrue(pair.target().commands().stream().noneMatch("PROT C"::equals));
            } else {
                assertEquals(relay ? Method.RELAY : Method.CLEAR, done(outcome).route().method());
                assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            }
        }
    }

    @Test
    void aRouteThatWorkedIsLeftWhenItDoesNotAnyMore() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            assertEquals(Routes.PROXY, done(pair.copy("/a", "/b")).route());
            pair.target().onCommand("PORT", Behaviour.answer("500 Illegal PORT command."));

            assertEquals(Routes.BACKWARD_SSCN, done(pair.copy("/a", "/c")).route());
            assertRefuted("PORT: 500", pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aProvenRouteThatStandsStillOnceIsTakenOnceMore() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            assertEquals(Routes.PROXY, done(pair.copy("/a", "/b")).route());
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.Stall()));

            assertEquals(Routes.PROXY, done(pair.copy("/a", "/c")).route());
            assertProven(pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aProvenRouteThatStandsStillTwiceInOneJobIsLeft() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            assertEquals(Routes.PROXY, done(pair.copy("/a", "/b")).route());
            pair.source().onCommand("RETR", 2, Behaviour.onData(new DataFault.Stall()));

            assertEquals(Routes.BACKWARD_SSCN, done(pair.copy("/a", "/c")).route());
            assertRefuted("No byte moved", pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aFirstStallIsNoSecondOneWhateverElseFailedBefore() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            assertEquals(Routes.PROXY, done(pair.copy("/a", "/b")).route());
            pair.target().onCommand("STOR", 1, Behaviour.onData(new DataFault.LoseControl()));
            pair.source().onCommand("RETR", 1, 1, Behaviour.onData(new DataFault.NoConnection()));

            assertEquals(Routes.BACKWARD_SSCN, done(pair.copy("/a", "/c")).route());
            assertProven(pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aFirstLossIsNoSecondOneWhateverElseFailedBefore() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, new Behaviour.Flood("150 Soon.\r\n"));
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.LoseControl()));

            assertEquals(Routes.BACKWARD_SSCN, done(pair.copy("/a", "/b")).route());
            assertEquals(Optional.empty(), pair.experience().of(Routes.PROXY));
        }
    }

    @ParameterizedTest
    @CsvSource({"SOURCE", "TARGET"})
    void aRouteOnWhichOneServerNeverReportsTheEndIsLeftForThisJobAlone(Side silent)
            throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            // Nobody can see it move.
            pair.source().files().file("/a", new byte[0]);
            pair.server(silent)
                    .onCommand(
                            silent == Side.SOURCE ? "RETR" : "STOR",
                            2,
                            Behaviour.onData(new DataFault.NoFinal()));

            Outcome.Done done = done(pair.copy("/a", "/b"));

            assertEquals(Routes.BACKWARD_SSCN, done.route());
            assertTrue(done.note().contains("%s did not".formatted(silent.word())), done.note());
            assertEquals(Optional.empty(), pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aCancelIsNoFailureOfTheRoute() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            var asked = new CountDownLatch(1);
            pair.source().onCommand("PASV", 1, Behaviour.drop());
            pair.source().onCommand("PASV", 1, new Behaviour.Hold(asked));
            JobId job = pair.start(file("/a", "/b", rule()));
            await().until(() ->
                    pair.source().commands().stream().filter("PASV"::equals).count() == 2);

            pair.cancel(job);
            asked.countDown();

            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertEquals(Optional.empty(), pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void preliminaryRepliesWithoutEndSayNothingOfTheRoute() throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 2, new Behaviour.Flood("150 Soon.\r\n"));

            Outcome.Done done = done(pair.copy("/a", "/b"));

            assertEquals(Routes.BACKWARD_SSCN, done.route());
            assertEquals(Optional.empty(), pair.experience().of(Routes.PROXY));
        }
    }

    @Test
    void aReplyTooManyBeforeThePassiveServerIsAskedSaysNothingOfTheRoute() throws Exception {
        Route route = Route.between(Method.SSCN, Side.SOURCE, Side.SOURCE);
        PairSetup servers = PairSetup.USUAL.hasty().source(with(Skill.SSCN));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("SSCN", 1, Behaviour.answer("200 Client.\n200 Client."));

            assertEquals(
                    route,
                    done(pair.copy("/a", "/b", Routes.policy(route, ExistsRule.FAIL))).route());
        }
    }

    @ParameterizedTest
    @CsvSource({"450 Busy.", "452 Disk full."})
    void aFullTargetSaysNothingOfTheRoute(String reply) throws Exception {
        PairSetup servers = PairSetup.USUAL.hasty().source(with(Skill.SSCN));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("STOR", Behaviour.onData(new DataFault.Final(reply)));

            Failure failure = failure(pair.copy("/a", "/b"));

            assertEquals(Failure.Remedy.RETRY_LATER, failure.remedy());
            assertTrue(failure.message().endsWith(reply), failure.message());
            assertEquals(Optional.empty(), pair.experience().of(Routes.BACKWARD_SSCN));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aServerThatCannotConnectIsAskedTwice(int times) throws Exception {
        try (var pair = PROXY_THEN_SSCN.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("PORT", times, Behaviour.answer("425 Can't connect there."));

            Route route = done(pair.copy("/a", "/b")).route();

            if (times == 1) {
                assertEquals(Routes.PROXY, route);
                assertProven(pair.experience().of(Routes.PROXY));
            } else {
                assertEquals(Routes.BACKWARD_SSCN, route);
                assertRefuted("PORT: 425", pair.experience().of(Routes.PROXY));
            }
        }
    }

    @Test
    void anAddressThatTheActiveServerCannotBeToldIsNotAskedFor() throws Exception {
        PairSetup servers = Routes.servers(Routes.PROXY).hasty().withPairs(1);
        try (var pair = servers.open()) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("PASV", 1, Behaviour.answer("500 Not now."));
            done(pair.copy("/a", "/b"));
            assertProven(pair.experience().of(Side.SOURCE, Capability.EPSV));
            pair.target()
                    .onCommand("EPRT", Behaviour.answer("500 EPRT not understood."))
                    .onCommand("FEAT", Behaviour.replacing(" EPRT\n", ""))
                    .dropConnections();
            await().until(() -> pair.target().openConnections() == 0);

            assertEquals(Routes.PROXY, done(pair.copy("/a", "/c")).route());
        }
    }

    /// One attempt, by this route, and nothing of the others.
    private static void goesStraight(ScriptedPair pair, Route route) throws Exception {
        int before = stores(pair);
        long start = System.nanoTime();

        Outcome.Done second = done(pair.copy("/a", "/straight"));

        assertEquals(route, second.route());
        assertEquals("", second.note());
        assertEquals(before + 1, stores(pair));
        assertTrue(System.nanoTime() - start < 5_000_000_000L);
        assertArrayEquals(CONTENT, pair.target().files().content("/straight"));
    }

    private static int stores(ScriptedPair pair) {
        return count(pair, "STOR ");
    }

    private static int ports(ScriptedPair pair) {
        return count(pair, "PORT ");
    }

    private static int count(ScriptedPair pair, String start) {
        return (int)
                pair.target().commands().stream().filter(line -> line.startsWith(start)).count();
    }

    private static Outcome.Done done(Outcome outcome) {
        return assertInstanceOf(Outcome.Done.class, outcome);
    }

    private static void assertRefuted(String words, Optional<Evidence> evidence) {
        var refuted = assertInstanceOf(Evidence.Refuted.class, evidence.orElseThrow());
        assertTrue(refuted.words().startsWith(words), refuted.words());
    }

    private static void assertProven(Optional<Evidence> evidence) {
        assertInstanceOf(Evidence.Proven.class, evidence.orElseThrow());
    }

    private static TransferPolicy rule() {
        return TransferPolicy.secure(ExistsRule.FAIL);
    }

    private static TransferPolicy asking(Method method) {
        return new TransferPolicy(
                Optional.of(method),
                Optional.empty(),
                false,
                false,
                ExistsRule.FAIL,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }

    private static UnaryOperator<Setup> with(Skill skill) {
        return setup -> setup.with(skill);
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
