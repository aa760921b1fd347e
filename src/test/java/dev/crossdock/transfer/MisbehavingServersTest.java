package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;

@ExtendWith(NothingLeft.class)
@Timeout(90)
class MisbehavingServersTest {

    private static final byte[] CONTENT = content(300_000);
    private static final byte[] OLD = content(1_000);

    @ParameterizedTest
    @EnumSource
    void betweenServersThatBehaveAFileArrives(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/c"));

            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
            assertEquals(1, pair.source().received().size());
            assertEquals(1, pair.target().received().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedPortNamesTheSettingAndTheJobCanBeTriedAgain(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.server(proxy).onCommand("PORT", Behaviour.answer("500 Illegal PORT command."));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(Kind.REFUSED, failure.kind());
            assertEquals(proxy.word(), failure.server());
            assertEquals(
                    proxy.word() + " refused PORT: 500 Illegal PORT command.", failure.message());
            assertTrue(failure.advice().contains("AllowForeignAddress"), failure.advice());
            pair.server(proxy).forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExistingFileIsNotTouchedWhenThePortIsRefused(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", OLD);
            pair.server(proxy).onCommand("PORT", Behaviour.answer("500 Illegal PORT command."));

            failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertArrayEquals(OLD, pair.target().files().content("/b"));
            assertFalse(pair.target().commands().contains("STOR /b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExistingFileIsNotTouchedWhenTheSourceRefuses(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().folder("/a");
            pair.target().files().file("/b", OLD);

            failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertArrayEquals(OLD, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    proxy  > side   > reply                                                            > advice
                    TARGET > TARGET > 425 Unable to build data connection: Operation not permitted.    > AllowForeignAddress
                    TARGET > SOURCE > 522 SSL connection failed: session reuse required.               > require_ssl_reuse=NO
                    SOURCE > TARGET > 425 Security: Bad IP connecting.                                 > pasv_promiscuous
                    SOURCE > SOURCE > 425 Unable to build data connection: Connection refused.         > firewall
                    SOURCE > TARGET > 522 SSL connection failed: session reuse required.               > require_ssl_reuse=NO
                    """)
    void aRefusedDataConnectionNamesTheServerAndTheSetting(
            Side proxy, Side side, String reply, String advice) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            String command = side == Side.SOURCE ? "RETR" : "STOR";
            pair.server(side).onCommand(command, Behaviour.onData(new DataFault.NoTls(reply)));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(side.word(), failure.server());
            assertTrue(failure.message().endsWith(": " + reply), failure.message());
            assertTrue(failure.advice().contains(advice), failure.advice());
            pair.server(side).forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 299_999})
    void twoTimes226AreNoSuccessWhenTheTargetHoldsLess(int arrives) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.source()
                    .onCommand(
                            "RETR", Behaviour.onData(new DataFault.Cut(arrives, "226 All sent.")));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(Kind.TRUNCATED, failure.kind());
            assertEquals(
                    "target holds %,d of 300,000 bytes of /b, although both servers reported success."
                            .formatted(pair.target().files().size("/b")),
                    failure.message());
            pair.source().forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void aFileThatWasCutOnceIsSentAgainAndTheReasonIsKept() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.source()
                    .onCommand("RETR", 1, Behaviour.onData(new DataFault.Cut(7, "226 All sent.")));

            var done = assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));

            assertTrue(done.note().contains("of 300,000 bytes"), done.note());
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void aTlsClientThatLosesTheEndOfWhatItSendsIsNotAskedAgain() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.SOURCE)) {
            pair.source().files().file("/a", CONTENT);
            pair.source()
                    .onCommand(
                            "RETR", 1, Behaviour.onData(new DataFault.Cut(1000, "226 All sent.")));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertTrue(
                    failure.kind() == Kind.TRUNCATED || failure.message().contains("426"),
                    failure.message());
            assertEquals(1, pair.source().commands().stream().filter("RETR /a"::equals).count());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @Test
    void aTargetThatSays226TooEarlyIsWaitedFor() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("STOR", Behaviour.onData(new DataFault.EarlyFinal()));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET, 550 Permission denied.",
        "SOURCE, 550 Permission denied.",
        "TARGET, 450 Busy."
    })
    void aSourceThatRefusesDoesNotKeepTheTargetWaiting(Side proxy, String reply) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, Behaviour.answer(reply));
            long start = System.nanoTime();
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 8);
            assertEquals("source refused RETR /a: " + reply, failure.message());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TARGET, 553 Could not create file.",
        "SOURCE, 553 Could not create file.",
        "TARGET, 452 Disk full.",
        "SOURCE, 452 Disk full."
    })
    void aTargetThatRefusesIsTheReasonWhateverTheSourceSays(Side proxy, String reply)
            throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("STOR", 1, Behaviour.answer(reply));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals("target refused STOR /b: " + reply, failure.message());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @CsvSource({"TARGET, SOURCE", "TARGET, TARGET", "SOURCE, SOURCE", "SOURCE, TARGET"})
    void aControlConnectionThatDiesInTheMiddleIsReplacedOnce(Side proxy, Side dies)
            throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.Stall()));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));
            await().until(() -> pair.target().dataConnections().size() == 1);

            pair.server(dies).dropConnections();
            var done = assertInstanceOf(Outcome.Done.class, pair.outcome(job));

            String lost = "The connection to %s was lost.".formatted(dies.word());
            assertTrue(done.note().contains(lost), done.note());
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aControlConnectionThatDiesEachTimeEndsTheJob(Side dies) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            Behaviour waits = Behaviour.onData(new DataFault.NoConnection());
            boolean source = dies == Side.SOURCE;
            pair.source().onCommand("RETR", source ? Behaviour.drop() : waits);
            pair.target().onCommand("STOR", source ? waits : Behaviour.drop());
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(Kind.LOST, failure.kind());
            assertEquals(dies.word(), failure.server());
            pair.source().forgetRules();
            pair.target().forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenNothingMovesAndNobodyAnswersTheJobEnds(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.NoConnection()));
            pair.target().onCommand("STOR", 1, Behaviour.onData(new DataFault.NoConnection()));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(Kind.SILENT, failure.kind());
            assertEquals(
                    "No data moved and no end was reported by source and target (route: +proxy).",
                    failure.message());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASV RETR", "PORT STOR", "SIZE", "RETR", "STOR"})
    void aServerThatNeverAnswersDoesNotHoldTheJob(String commands) throws Exception {
        try (var pair =
                new ScriptedPair(Side.TARGET, setup -> setup, setup -> setup, TestClient.HASTY)) {
            pair.source().files().file("/a", CONTENT);
            for (String command : commands.split(" ")) {
                pair.source().onCommand(command, 1, new Behaviour.Ignore());
                pair.target().onCommand(command, 1, new Behaviour.Ignore());
            }
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            assertEquals(Kind.SILENT, failure(pair.outcome(job)).kind());
            pair.source().forgetRules();
            pair.target().forgetRules();
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    proxy  > reply
                    TARGET > 227 Entering Passive Mode (192,0,2,1,200,1)
                    TARGET > 227 Entering Passive Mode (172,32,0,1,200,1)
                    TARGET > 227 Entering Passive Mode (127,0,0,31,0,22)
                    SOURCE > 227 Entering Passive Mode (198,51,100,1,200,1)
                    SOURCE > 227 Entering Passive Mode (127,0,0,32,3,255)
                    SOURCE > 227 Entering Passive Mode
                    """)
    void nobodyIsSentToAStranger(Side proxy, String reply) throws Exception {
        try (var pair =
                new ScriptedPair(
                        proxy,
                        setup -> setup.without(Skill.EPSV),
                        setup -> setup.without(Skill.EPSV))) {
            pair.source().files().file("/a", CONTENT);
            Side passive = proxy.other();
            pair.server(passive).onCommand("PASV", 1, Behaviour.answer(reply));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(Kind.GARBLED, failure.kind());
            assertEquals(passive.word(), failure.server());
            assertFalse(
                    pair.server(proxy).commands().stream()
                            .anyMatch(line -> line.startsWith("PORT")));
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "227 Entering Passive Mode (192,0,2,1,200,1)",
                "227 Entering Passive Mode",
                "502 No PASV here.",
                "500 Unknown command."
            })
    void whereThe227IsOfNoUseEpsvIsTried(String reply) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("PASV", Behaviour.answer(reply));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/c"));

            assertTrue(
                    pair.target().commands().stream().noneMatch(line -> line.startsWith("PORT")));
            assertEquals(
                    1,
                    pair.source().commands().stream().filter("PASV"::equals).count(),
                    "what was learned holds for the second file");
        }
    }

    @Test
    void anAddressThatIsNoneStandsForTheServersOwn() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.source()
                    .onCommand("PASV", new Behaviour.PassiveAt(InetAddress.ofLiteral("0.0.0.0")));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAnswersTwiceIsNotTrustedWithTheNextFile(Side side) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            String command = side == Side.SOURCE ? "RETR" : "STOR";
            pair.server(side).onCommand(command, 1, new Behaviour.AnswerAlso("226 And again."));

            pair.copy("/a", "/b");
            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/c", ExistsRule.OVERWRITE));
            assertArrayEquals(CONTENT, pair.target().files().content("/c"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatTheServerEndedMeanwhileIsReplaced(Side side) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.copy("/a", "/b");
            pair.server(side).dropConnections();
            await().until(() -> pair.server(side).openConnections() == 0);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/c"));
        }
    }

    @ParameterizedTest
    @CsvSource({"TARGET, TARGET", "TARGET, SOURCE", "SOURCE, TARGET", "SOURCE, SOURCE"})
    void aServerThatTellsNoSizesIsAskedForAListing(Side proxy, Side sizeless) throws Exception {
        try (var pair =
                new ScriptedPair(
                        proxy,
                        setup -> sizeless == Side.SOURCE ? setup.without(Skill.SIZE) : setup,
                        setup -> sizeless == Side.TARGET ? setup.without(Skill.SIZE) : setup)) {
            pair.source().files().file("/a", CONTENT);

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
        }
    }

    @Test
    void aServerThatTakesNoMoreLoginsIsWaitedFor() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().onCommand("PASS", 1, Behaviour.answer("530 Sorry, too many users."));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PASV, SOURCE, 450 Busy., RETRY_LATER",
        "PORT, TARGET, 421 Timeout., RETRY_LATER",
        "PORT, TARGET, 500 Illegal PORT command., NEXT_ROUTE",
        "STOR, TARGET, 421 Timeout., RETRY_LATER",
        "RETR, SOURCE, 426 Aborted., RETRY_LATER"
    })
    void whatMayPassByItselfIsToBeTriedLater(
            String command, Side side, String reply, Failure.Remedy remedy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.server(side).onCommand(command, 1, Behaviour.answer(reply));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            Failure failure = failure(pair.outcome(job));

            assertEquals(remedy, failure.remedy());
            assertTrue(failure.message().contains(reply), failure.message());
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            for (int i = 0; i < 10; i++) {
                pair.source().files().file("/folder/" + i, CONTENT);
            }
            pair.source().onCommand("RETR", 2, Behaviour.answer("550 Bad sector."));
            pair.target().onCommand("STOR", 1, Behaviour.onData(new DataFault.NoTls("425 No.")));
            pair.start(ScriptedPair.folder("/folder", "/copy", ExistsRule.FAIL));
            pair.queue().awaitIdle();

            List<Outcome> outcomes = pair.outcomes();
            long failed = outcomes.stream().filter(Outcome.Failed.class::isInstance).count();
            long done = outcomes.stream().filter(Outcome.Done.class::isInstance).count();
            assertEquals(10, failed + done, outcomes.toString());
            assertTrue(failed <= 3 && failed >= 2, outcomes.toString());
        }
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
