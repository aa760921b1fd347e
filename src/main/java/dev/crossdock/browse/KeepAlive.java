package dev.crossdock.browse;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Has something done whenever a connection has been idle for so long, until closed.
final class KeepAlive implements AutoCloseable {

    private final Duration interval;
    private final Runnable sign;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile long lastUse = System.nanoTime();

    /// @param sign must not wait for anybody who uses the connection
    KeepAlive(String name, Duration interval, Runnable sign) {
        this.interval = interval;
        this.sign = sign;
        Thread.ofVirtual().name("keep-alive-" + name).start(this::run);
    }

    /// The connection was in use just now.
    void used() {
        lastUse = System.nanoTime();
    }

    @Override
    public void close() {
        end.countDown();
    }

    private void run() {
        try {
            while (!end.await(left(), TimeUnit.NANOSECONDS)) {
                if (left() <= 0) {
                    sign.run();
                    used();
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private long left() {
        return interval.toNanos() - (System.nanoTime() - lastUse);
    }
}
