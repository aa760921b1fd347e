package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Side;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobState;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// While the user is asked, or asleep, the queue goes on.
@Timeout(60)
@ExtendWith(NothingLeft.class)
class AskingTest {

    private static final byte[] NEW = {1, 2, 3};

    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void theOtherJobsGoOnWhileSomeWaitForAnAnswer() throws Exception {
        try (var pair = pair()) {
            List<JobId> asking = start(pair, "/there-", 5);
            JobId free = pair.start(ScriptedPair.file("/free", "/free", ExistsRule.ASK));

            await().until(() -> pair.job(free).state() == JobState.DONE);
            await().until(() -> asking.stream().allMatch(id -> isAsking(pair, id)));
            answered.countDown();
            pair.queue().awaitIdle();

            for (JobId id : asking) {
                assertInstanceOf(Outcome.Done.class, pair.job(id).outcome().orElseThrow());
            }
            assertArrayEquals(NEW, pair.target().files().content("/there-4"));
            for (Side side : Side.values()) {
                assertEquals(1, pair.server(side).received().size(), "never more than one login");
            }
        }
    }

    @Test
    void aJobThatAsksCanBeCancelledAndOthersGoOn() throws Exception {
        try (var pair = pair()) {
            List<JobId> asking = start(pair, "/there-", 2);
            await().until(() -> asking.stream().allMatch(id -> isAsking(pair, id)));
            pair.queue().cancel(asking.subList(1, 2));
            await().until(() -> pair.job(asking.getLast()).state() == JobState.CANCELLED);
            answered.countDown();
            pair.queue().awaitIdle();
            assertEquals(JobState.DONE, pair.job(asking.getFirst()).state());
        }
    }

    @Test
    void whatWasAnsweredIsFinishedThoughTheQueueIsHeldAfterTheCurrentFiles() throws Exception {
        try (var pair = pair()) {
            List<JobId> asking = start(pair, "/there-", 2);
            await().until(() -> asking.stream().allMatch(id -> isAsking(pair, id)));
            pair.queue().hold(Hold.AFTER_CURRENT);
            JobId later = pair.start(ScriptedPair.file("/free", "/free", ExistsRule.ASK));
            answered.countDown();
            await().until(() ->
                    asking.stream().allMatch(id -> pair.job(id).state() == JobState.DONE));
            assertEquals(JobState.WAITING, pair.job(later).state());
            pair.queue().cancelAll();
        }
    }

    private ScriptedPair pair() throws Exception {
        var pair = Routes.servers(Routes.direct().findFirst().orElseThrow()).withPairs(1).open();
        pair.source().files().file("/free", NEW);
        for (int number = 0; number < 5; number++) {
            pair.source().files().file("/there-" + number, NEW);
            pair.target().files().file("/there-" + number, new byte[7]);
        }
        pair.prompt(_ -> {
            answered.await();
            return new ExistsPrompt.Answer(ExistsRule.OVERWRITE, true);
        });
        return pair;
    }

    private static List<JobId> start(ScriptedPair pair, String name, int count) {
        var specs = new ArrayList<JobSpec>();
        IntStream.range(0, count)
                .forEach(number ->
                        specs.add(ScriptedPair.file(name + number, name + number, ExistsRule.ASK)));
        return pair.queue().add(specs);
    }

    private static boolean isAsking(ScriptedPair pair, JobId id) {
        return pair.job(id).note().equals("waiting for your answer");
    }
}
