package dev.crossdock.ftp;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What a server has said and nobody has taken yet. The reader of a control connection adds,
/// whoever sent a command takes.
final class Mailbox {

    private static final int MOST_UNREAD = 1_000;
    private static final long MOST_CHARACTERS = 4 * 1024 * 1024;

    private final BlockingQueue<Heard> unread = new LinkedBlockingQueue<>();
    private final AtomicLong characters = new AtomicLong();

    void add(Heard heard) {
        characters.addAndGet(length(heard));
        unread.add(heard);
    }

    /// Waits for the next one; null if there is none in time.
    @Nullable Heard poll(Duration within) throws InterruptedException {
        Heard heard = unread.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        if (heard != null) {
            characters.addAndGet(-length(heard));
        }
        return heard;
    }

    /// The next one, if it is there; it stays.
    @Nullable Heard peek() {
        return unread.peek();
    }

    /// Whether there is more than any server has to say unasked.
    boolean isFlooded() {
        return unread.size() > MOST_UNREAD || characters.get() > MOST_CHARACTERS;
    }

    private static long length(Heard heard) {
        return switch (heard) {
            case Heard.Answer(var reply) -> reply.text().length();
            case Heard.Gone _ -> 0;
        };
    }
}
