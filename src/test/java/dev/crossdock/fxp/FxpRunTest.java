package dev.crossdock.fxp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The runner between two servers that do not do their part.
@ExtendWith(NothingLeft.class)
@Timeout(30)
class FxpRunTest {

    private static final RemotePath FROM = RemotePath.of("/a");
    private static final RemotePath TO = RemotePath.of("/b");
    private static final Route SSCN = Route.between(Method.SSCN, Side.SOURCE, Side.TARGET);
    private static final Route PROXY = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    private static final Patience PATIENCE =
            new Patience(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));

    private ScriptedServer source;
    private ScriptedServer target;

    @BeforeEach
    void start() throws IOException {
        source = ScriptedServer.start(Setup.USUAL.at("127.0.0.31"));
        target =
                ScriptedServer.start(
                        Setup.USUAL
                                .at("127.0.0.32")
                                .with(ProxyRule.OTHER_ADDRESS)
                                .with(Skill.SSCN));
        source.files().file("/a", new byte[100_000]);
    }

    @AfterEach
    void end() throws IOException {
        source.close();
        target.close();
    }

    @Test
    void anInterruptWhileTheServersAreMadeReadyIsNoLoss() throws Exception {
        var asked = new CountDownLatch(1);
        target.onCommand("SSCN", new Behaviour.Hold(asked));
        try (Session from = connect(source);
                Session to = connect(target)) {
            var run = new FxpRun(from, to, SSCN, PATIENCE);

            assertInterrupted(run::prepare, target, "SSCN ON");
        } finally {
            asked.countDown();
        }
    }

    @Test
    void anInterruptWhileThePassiveServerIsAskedIsNoLoss() throws Exception {
        var asked = new CountDownLatch(1);
        source.onCommand("PASV", new Behaviour.Hold(asked));
        try (Session from = connect(source);
                Session to = connect(target)) {
            var run = new FxpRun(from, to, PROXY, PATIENCE);

            assertInterrupted(() -> run.open(FROM, TO, false), source, "PASV");
        } finally {
            asked.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void preliminaryRepliesWithoutEndAreNotWaitedFor(Side side) throws Exception {
        boolean isSource = side == Side.SOURCE;
        (isSource ? source : target)
                .onCommand(isSource ? "RETR" : "STOR", new Behaviour.Flood("150 Soon.\r\n"));
        try (Session from = connect(source);
                Session to = connect(target)) {
            var run = new FxpRun(from, to, PROXY, PATIENCE);

            FxpEnd end = run.carryOut(plan(run));

            assertInstanceOf(Verdict.Misled.class, end.verdict());
        }
    }

    @ParameterizedTest
    @CsvSource({"PASV, 227 Entering Passive Mode", "PASV, 227 (192.0.2.1)"})
    void anAnswerWithoutAnAddressLeavesTheSessionsAsTheyAre(String command, String reply)
            throws Exception {
        source.onCommand(command, Behaviour.answer(reply));
        try (Session from = connect(source);
                Session to = connect(target)) {
            var run = new FxpRun(from, to, PROXY, PATIENCE);

            assertInstanceOf(FxpRun.Opened.Failed.class, run.open(FROM, TO, false));
            from.noop();
        }
    }

    private static FxpPlan plan(FxpRun run) throws InterruptedException {
        var opened = assertInstanceOf(FxpRun.Opened.At.class, run.open(FROM, TO, false));
        return new FxpPlan(
                PROXY, FROM, TO, opened.address(), false, OptionalLong.empty(), 0, false);
    }

    private static void assertInterrupted(Callable<?> call, ScriptedServer server, String line)
            throws Exception {
        var task = new FutureTask<>(call);
        Thread job = Thread.ofVirtual().start(task);
        await().until(() -> server.commands().contains(line));

        job.interrupt();

        var thrown = assertThrows(ExecutionException.class, task::get);
        assertInstanceOf(InterruptedException.class, thrown.getCause());
    }

    private static Session connect(ScriptedServer server) throws IOException, InterruptedException {
        return TestClient.of(server).connect();
    }
}
