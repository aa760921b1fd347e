package dev.crossdock.net;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes a socket unless what is done with it ends in time.
///
/// A read timeout alone is no deadline: a server that sends a byte now and then would keep us for
/// ever.
final class Guard implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean expired;

    private Guard() {}

    static Guard over(Socket socket, Duration deadline) {
        var guard = new Guard();
        Thread.ofVirtual().name("guard").start(() -> guard.watch(socket, deadline));
        return guard;
    }

    boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void watch(Socket socket, Duration deadline) {
        try {
            if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                expired = true;
                Link.closeQuietly(socket);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
