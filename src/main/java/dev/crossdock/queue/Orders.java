package dev.crossdock.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What the queue's thread is asked to do, from any thread, in the order in which it was asked.
final class Orders {

    private final BlockingQueue<Order> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    void post(Order order) {
        open.incrementAndGet();
        asked.add(order);
    }

    /// The next order, waited for a while.
    Optional<Order> await(Duration patience) throws InterruptedException {
        return Optional.ofNullable(asked.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// The next order if there is one.
    Optional<Order> next() {
        return Optional.ofNullable(asked.poll());
    }

    /// What so many orders have changed is seen by everybody.
    void seen(int count) {
        open.addAndGet(-count);
    }

    /// How many orders there are whose changes are not seen yet.
    int open() {
        return open.get();
    }
}
