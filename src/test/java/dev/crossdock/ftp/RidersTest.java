package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

@Timeout(60)
class RidersTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final Riders riders = new Riders();

    @Test
    void allThatWaitGoOutInTheirOrderAndAreAnsweredInIt() throws Exception {
        Rider size = add("SIZE /a");
        Rider hash = add("OPTS HASH MD5", "HASH /a");
        assertTrue(riders.areWaiting());
        assertFalse(riders.areOwed());

        assertEquals(List.of("SIZE /a", "OPTS HASH MD5", "HASH /a"), riders.board());
        assertFalse(riders.areWaiting());
        riders.answer(new Reply(213, "7"));
        riders.answer(new Reply(200, "MD5"));
        assertFalse(hash.reply().isDone());
        riders.answer(new Reply(213, "the hash"));

        assertEquals("7", size.reply().get().text());
        assertEquals("the hash", hash.reply().get().text());
        assertFalse(riders.areOwed());
        assertEquals(List.of(), riders.board());
    }

    @Test
    void whatIsTakenBackNeverGoesOutNotEvenInPart() throws Exception {
        Rider hash = add("OPTS HASH MD5", "HASH /a");
        add("SIZE /a");

        assertFalse(riders.leave(hash.reply(), Duration.ZERO));

        assertEquals(List.of("SIZE /a"), riders.board());
    }

    @Test
    void eitherItGoesOutOrItIsTakenBack() throws Exception {
        var together = new CyclicBarrier(2);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                Rider rider = add("NOOP", "SIZE /a");
                var left =
                        both.submit(() -> {
                            together.await();
                            return riders.leave(rider.reply(), Duration.ZERO);
                        });
                var boarded =
                        both.submit(() -> {
                            together.await();
                            return riders.board();
                        });

                List<String> sent = left.get() ? List.of("NOOP", "SIZE /a") : List.of();
                assertEquals(sent, boarded.get());
            }
        }
    }

    @Test
    void theWaitEndsWhenItGoesOut() throws Exception {
        Rider rider = add("SIZE /a");
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = other.submit(() -> riders.leave(rider.reply(), LONG));
            riders.board();

            assertTrue(left.get());
        }
    }

    @Test
    void theWaitEndsWhenAllIsLost() throws Exception {
        Rider waiting = add("SIZE /a");
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = other.submit(() -> riders.leave(waiting.reply(), LONG));
            riders.fail(new LostException("Gone."));

            assertTrue(left.get());
            assertThrows(ExecutionException.class, () -> waiting.reply().get());
        }
    }

    @Test
    void whatIsOwedWhenAllIsLostFails() {
        Rider out = add("SIZE /a");
        riders.board();

        riders.fail(new LostException("Gone."));

        assertTrue(out.reply().isCompletedExceptionally());
        assertFalse(riders.areOwed());
    }

    @Test
    void aCommandIsOneLine() {
        assertThrows(IllegalArgumentException.class, () -> Rider.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Rider.of(List.of("SIZE /a\r\nDELE /a")));
    }

    private Rider add(String... commands) {
        Rider rider = Rider.of(List.of(commands));
        riders.add(rider);
        return rider;
    }
}
