package dev.crossdock.instance;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a wait on a channel by closing it.
final class Deadline {

    private final Channel channel;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean passed;

    private Deadline(Channel channel) {
        this.channel = channel;
    }

    /// What waits on the channel.
    interface Wait<T> {
        T run() throws IOException;
    }

    /// Gives what the wait gave; throws [java.net.SocketTimeoutException] when it took too long.
    static <T> T within(Duration time, Channel channel, Wait<T> wait) throws IOException {
        var deadline = new Deadline(channel);
        Thread.ofVirtual().name("instance-deadline").start(() -> deadline.watch(time));
        try {
            return wait.run();
        } catch (IOException e) {
            if (deadline.passed) {
                var late = new SocketTimeoutException("nothing for " + time.toMillis() + " ms");
                late.initCause(e);
                throw late;
            }
            throw e;
        } finally {
            deadline.done.countDown();
        }
    }

    private void watch(Duration time) {
        try {
            if (!done.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                passed = true;
                channel.close();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (IOException closedAnyhow) {
            // A channel whose close() failed is closed all the same.
        }
    }
}
