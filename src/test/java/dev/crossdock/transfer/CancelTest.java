package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.file;
import static dev.crossdock.transfer.ScriptedPair.folder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Progress;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobState;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class CancelTest {

    private static final byte[] CONTENT = new byte[100_000];
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final TransferPolicy CHECKING =
            new TransferPolicy(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    ExistsRule.FAIL,
                    HashRule.ALWAYS,
                    false,
                    0);

    @ParameterizedTest
    @EnumSource
    void inTheMiddleOfATransferBothServersAreToldAndWhatStaysIsSaid(Side proxy) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(proxy)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.Stall()));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));
            await().until(() -> pair.target().dataConnections().size() == 1);

            Duration took = pair.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertEquals(
                    "What had arrived of /b stays on target. Some servers go on for a while:"
                            + " target may still be writing it.",
                    cancelled.note());
            await().until(() ->
                    pair.source().commands().contains("ABOR")
                            && pair.target().commands().contains("ABOR"));
            await().until(() -> pair.source().openConnections() == 0);
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
            assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SOURCE, CONNECT",
        "TARGET, CONNECT",
        "SOURCE, PASS",
        "TARGET, FEAT",
        "SOURCE, SIZE",
        "TARGET, SIZE",
        "SOURCE, PASV",
        "TARGET, PORT"
    })
    void whileAServerIsSilentTheJobEndsAtOnce(Side side, String command) throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            var asked = new CountDownLatch(1);
            pair.server(side).onCommand(command, 1, new Behaviour.Hold(asked));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));
            await().until(() ->
                    command.equals("CONNECT")
                            ? pair.server(side).openConnections() == 1
                            : pair.server(side).commands().stream()
                                    .anyMatch(line -> line.startsWith(command)));

            Duration took = pair.cancel(job);
            asked.countDown();

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertInstanceOf(Outcome.Done.class, pair.retry(job));
        }
    }

    @Test
    void whileAFolderIsListedTheJobEndsAtOnceAndLeavesNoChildren() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/folder/a", CONTENT);
            pair.source().onCommand("MLSD", 1, Behaviour.onData(new DataFault.Cling()));
            JobId job = pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            await().until(() -> pair.source().dataConnections().size() == 1);

            Duration took = pair.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertEquals(1, pair.outcomes().size());
        }
    }

    @Test
    void aJobThatWaitsForAnAnswerOfTheUserIsCancelledToo() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[3]);
            var asked = new CountDownLatch(1);
            pair.prompt(_ -> {
                asked.countDown();
                new CountDownLatch(1).await();
                throw new IllegalStateException("nobody answered");
            });
            JobId job = pair.start(file("/a", "/b", ExistsRule.ASK));
            asked.await();

            Duration took = pair.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertEquals(3, pair.target().files().size("/b"));
        }
    }

    @Test
    void aChecksumThatIsNotWaitedForIsNoProof() throws Exception {
        PairSetup servers = Routes.servers(Routes.PROXY).both(setup -> setup.with(Skill.XSHA256));
        try (var pair = servers.open()) {
            pair.source().files().file("/a", new byte[17_000_000]);
            var asked = new CountDownLatch(1);
            pair.target().onCommand("XSHA256", 1, new Behaviour.Hold(asked));
            JobId job = pair.start(file("/a", "/b", CHECKING));
            await().until(() ->
                    pair.target().commands().stream().anyMatch(line -> line.startsWith("XSHA256")));

            Duration took = pair.cancel(job);
            asked.countDown();

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
        }
    }

    @Test
    void whatLiesAsideIsSaidWhereItsSizeWasStillAskedFor() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.target().files().file("/b", new byte[3]);
            var asked = new CountDownLatch(1);
            pair.target()
                    .onCommand("SIZE", 1, 1, Behaviour.answer("550 No such file."))
                    .onCommand("SIZE", 1, 1, new Behaviour.Hold(asked));
            JobId job = pair.start(file("/a", "/b", ExistsRule.OVERWRITE));
            await().until(() ->
                    pair.target().commands().stream()
                                    .filter(line -> line.startsWith("SIZE"))
                                    .count()
                            == 3);

            pair.cancel(job);
            asked.countDown();

            var cancelled = assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertTrue(cancelled.note().contains(".crossdock"), cancelled.note());
            assertEquals(3, pair.target().files().size("/b"));
        }
    }

    @Test
    void cancellingAllEndsTheRunningAndTheWaiting() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            for (int i = 0; i < 20; i++) {
                pair.source().files().file("/folder/" + i, CONTENT);
            }
            pair.source().onCommand("RETR", Behaviour.onData(new DataFault.Stall()));
            pair.start(folder("/folder", "/copy", ExistsRule.FAIL));
            await().until(() -> pair.target().dataConnections().size() == 2);

            pair.queue().cancelAll();
            pair.queue().awaitIdle();

            List<Outcome> outcomes = pair.outcomes();
            assertEquals(21, outcomes.size());
            assertEquals(20, outcomes.stream().filter(Outcome.Cancelled.class::isInstance).count());
        }
    }

    @Test
    void closingTheQueueInTheMiddleOfATransferEndsItAndPutsTheJobBack() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", CONTENT);
            pair.source().onCommand("RETR", Behaviour.onData(new DataFault.Stall()));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));
            await().until(() -> pair.target().dataConnections().size() == 1);

            pair.queue().close();

            assertEquals(JobState.WAITING, pair.job(job).state());
            await().until(() -> pair.target().commands().contains("ABOR"));
        }
    }

    @Test
    void whatTheTargetHoldsIsSeenWhileItGrows() throws Exception {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            byte[] big = new byte[50_000_000];
            pair.source().files().file("/a", big);
            pair.source().onCommand("RETR", 1, Behaviour.onData(new DataFault.StallAfter(40_000)));
            JobId job = pair.start(file("/a", "/b", ExistsRule.FAIL));

            await().until(() ->
                    pair.job(job).progress() instanceof Progress.Observed(var bytes, _)
                            && bytes == 40_000);

            assertTrue(pair.cancel(job).compareTo(SOON) < 0);
            assertEquals(40_000, pair.target().files().size("/b"));
        }
    }
}
