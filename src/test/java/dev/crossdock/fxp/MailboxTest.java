package dev.crossdock.fxp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Reply;
import dev.crossdock.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

class MailboxTest {

    private static final FxpEvent FINAL =
            new FxpEvent.Answered(Side.SOURCE, new Reply(226, "sent"));

    private final AtomicLong now = new AtomicLong();
    private final Mailbox mailbox = new Mailbox(now::get);

    @Test
    void whatCameInTimeIsHeardHoweverLateItIsTaken() throws InterruptedException {
        add(1, new FxpEvent.Observed(0));
        add(2, FINAL);
        now.set(100);

        assertEquals(new FxpEvent.Observed(0), mailbox.take(2));
        assertEquals(FINAL, mailbox.take(2));
    }

    @Test
    void aMailboxThatIsNeverEmptyPutsOffNoDeadline() throws InterruptedException {
        for (int at = 1; at <= 10; at++) {
            add(at, new FxpEvent.Observed(at));
        }

        assertEquals(new FxpEvent.Observed(1), mailbox.take(2));
        assertEquals(new FxpEvent.Observed(2), mailbox.take(2));
        assertEquals(new FxpEvent.Late(), mailbox.take(2));
        assertEquals(new FxpEvent.Observed(3), mailbox.take(4), "it is there for the next wait");
    }

    @Test
    void whereNothingComesItIsLate() throws InterruptedException {
        assertEquals(new FxpEvent.Late(), mailbox.take(0));
    }

    @Test
    @Timeout(60)
    void aSleepOfTheComputerMakesNobodyLate() throws Exception {
        long deadline = mailbox.now() + Duration.ofSeconds(60).toNanos();
        var taken = new FutureTask<>(() -> mailbox.take(deadline));
        Thread taker = Thread.ofPlatform().start(taken);
        await().until(() -> taker.getState() == Thread.State.TIMED_WAITING);

        add(Duration.ofHours(8).toNanos(), FINAL);

        assertEquals(FINAL, taken.get());
        assertEquals(new FxpEvent.Late(), mailbox.take(mailbox.now()));
    }

    private void add(long at, FxpEvent event) {
        now.set(at);
        mailbox.add(event);
    }
}
