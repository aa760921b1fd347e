package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Ctrl-C in every phase of a command.
@Timeout(30)
class InterruptTest {

    private final Shell shell;
    private final FakeServer alpha;

    InterruptTest(@TempDir Path folder) {
        shell = new Shell(folder);
        alpha = shell.cores.server("alpha");
    }

    @BeforeEach
    void serve() {
        alpha.file("/x", 5).file("/y", 6);
        shell.cores.server("beta").folder("/t");
    }

    @Test
    void runningAndWaitingFilesAreCancelledAndBothServersEnded() throws InterruptedException {
        CountDownLatch running = shell.cores.runner.hang("/x");
        Thread user = interruptAfter(running);
        var result =
                shell.run(
                        "copy",
                        "--json",
                        "--pairs=1",
                        "ftps://alpha/x",
                        "ftps://alpha/y",
                        "ftps://beta/t");
        user.join();
        assertEquals(130, result.code());
        assertEquals(
                List.of(
                        "/x 7 {\"method\":\"proxy\",\"passive\":\"source\",\"tlsClient\":\"target\"}"
                            + " tls cancelled null",
                        "/y null null null cancelled null"),
                result.json().stream()
                        .map(each ->
                                each.get("source").textValue().substring(12)
                                        + " "
                                        + each.get("bytes")
                                        + " "
                                        + each.get("route")
                                        + " "
                                        + text(each.get("protection"))
                                        + " "
                                        + each.get("outcome").textValue()
                                        + " "
                                        + each.get("failure"))
                        .sorted()
                        .toList());
        assertEquals(1, shell.cores.closed);
        assertEquals(0, alpha.loggedIn);
    }

    @Test
    void userWaitsUntilTheCoreIsClosed() throws InterruptedException {
        CountDownLatch running = shell.cores.runner.hang("/x");
        var closedWhenReleased = new java.util.concurrent.atomic.AtomicInteger(-1);
        Thread user =
                Thread.ofVirtual()
                        .start(() -> {
                            await(running);
                            shell.signals.interrupt();
                            closedWhenReleased.set(shell.cores.closed);
                        });
        shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        user.join();
        assertEquals(1, closedWhenReleased.get());
    }

    @Test
    void serverThatNeverAnswersIsLeftAlone() throws InterruptedException {
        var reached = new CountDownLatch(1);
        alpha.onConnect =
                () -> {
                    reached.countDown();
                    new CountDownLatch(1).await();
                };
        Thread user = interruptAfter(reached);
        var result = shell.run("copy", "--json", "ftps://alpha/x", "ftps://beta/t");
        user.join();
        assertEquals(130, result.code());
        assertEquals("", result.out());
        assertEquals(1, shell.cores.closed);
    }

    @Test
    void questionIsLeftAlone() throws InterruptedException {
        var asked = new CountDownLatch(1);
        shell.environment.clear();
        shell.terminal = FakeTerminal.thinking(asked);
        Thread user = interruptAfter(asked);
        var result = shell.run("ls", "ftps://me@alpha/");
        user.join();
        assertEquals(130, result.code());
        assertTrue(result.err().startsWith("Password of me"), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    route, observed, bytes, protection
                    true,  7,        7,     tls
                    true,  -1,       -,     tls
                    true,  0,        0,     -
                    false, -1,       -,     -
                    """)
    void aCancelledFileSaysNoMoreThanIsKnown(
            boolean route, long observed, String bytes, String protection)
            throws InterruptedException {
        shell.cores.runner.namesRoute = route;
        shell.cores.runner.observed = observed;
        shell.cores.runner.noteAtCancel = "What had arrived of /t/x stays on beta.";
        Thread user = interruptAfter(shell.cores.runner.hang("/x"));
        var result = shell.run("copy", "--json", "ftps://alpha/x", "ftps://beta/t");
        user.join();
        JsonNode object = result.onlyJson();
        assertEquals(String.valueOf(bytes), String.valueOf(object.get("bytes")));
        assertEquals(String.valueOf(protection), text(object.get("protection")));
        assertEquals(route, object.get("route").isObject());
        assertEquals("What had arrived of /t/x stays on beta.", object.get("note").textValue());
        assertEquals("", result.err());
    }

    @Test
    void beforeAnyTransferItIsSaidThatNothingWasSent() throws InterruptedException {
        var reached = new CountDownLatch(1);
        alpha.onConnect =
                () -> {
                    reached.countDown();
                    new CountDownLatch(1).await();
                };
        Thread user = interruptAfter(reached);
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        user.join();
        assertEquals(130, result.code());
        assertEquals("", result.out());
        assertEquals("crossdock: Cancelled; nothing was sent.\n", result.err());
    }

    @Test
    void waitingForAFullServerIsCutShort() throws InterruptedException {
        var reached = new CountDownLatch(1);
        shell.loginPauses = List.of(Duration.ofHours(1));
        alpha.fullFor = 100;
        alpha.onConnect = reached::countDown;
        Thread user = interruptAfter(reached);
        var result = shell.run("copy", "ftps://alpha/x", "ftps://beta/t");
        user.join();
        assertEquals(130, result.code());
        assertTrue(result.err().endsWith("Cancelled; nothing was sent.\n"), result.err());
        assertEquals(1, alpha.logins);
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "null" : node.textValue();
    }

    private Thread interruptAfter(CountDownLatch moment) {
        return Thread.ofVirtual()
                .start(() -> {
                    await(moment);
                    shell.signals.interrupt();
                });
    }

    private static void await(CountDownLatch moment) {
        try {
            moment.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
