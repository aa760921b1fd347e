package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;

/// What many small files cost beyond themselves.
class SteadyStateTest {

    @Test
    void theNextFileDoesNotLogInWhileTheSizeOfTheLastIsAwaited()
            throws IOException, InterruptedException {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            for (String name : new String[] {"/a", "/b", "/c"}) {
                pair.source().files().file(name, new byte[4096]);
            }
            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/a"));
            var answer = new CountDownLatch(1);
            pair.source().onCommand("RETR", 1, new Behaviour.Hold(answer));
            JobId second = pair.start(ScriptedPair.file("/b", "/b", ExistsRule.FAIL));
            pair.awaitCommand(Side.SOURCE, "RETR /b");
            var proof = new CountDownLatch(1);
            pair.target().onCommand("SIZE", 1, new Behaviour.Hold(proof));
            answer.countDown();
            await().until(() -> sizesOfB(pair) == 2);
            JobId third = pair.start(ScriptedPair.file("/c", "/c", ExistsRule.FAIL));
            await().until(() -> Collections.frequency(pair.source().commands(), "PASV") == 3);
            proof.countDown();
            assertInstanceOf(Outcome.Done.class, pair.outcome(second));
            assertInstanceOf(Outcome.Done.class, pair.outcome(third));
            assertEquals(1, logins(pair));
        }
    }

    @Test
    void manyQuickFilesAreNotWatched() throws IOException, InterruptedException {
        try (var pair = ScriptedPair.withProxyOn(Side.TARGET)) {
            pair.source().files().file("/a", new byte[4096]);
            pair.source().onCommand("RETR", new Behaviour.Late(Duration.ofMillis(400)));
            for (int i = 0; i < 4; i++) {
                assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/a" + i));
            }
            assertEquals(1, logins(pair));
        }
    }

    private static int sizesOfB(ScriptedPair pair) {
        return Collections.frequency(pair.target().commands(), "SIZE /b");
    }

    private static int logins(ScriptedPair pair) {
        return Collections.frequency(pair.target().commands(), "USER tester");
    }
}
