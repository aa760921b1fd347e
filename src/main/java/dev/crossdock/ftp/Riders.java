package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What rides on the writes of one control connection: what waits for the next one, and what has
/// gone out and is not answered. May be used from any thread.
final class Riders {

    private final Queue<Rider> waiting = new ArrayDeque<>();
    private final Queue<CompletableFuture<Reply>> owed = new ArrayDeque<>();

    synchronized void add(Rider rider) {
        waiting.add(rider);
    }

    /// All lines that wait; from now on their answers are owed.
    synchronized List<String> board() {
        var lines = new ArrayList<String>();
        for (Rider rider = waiting.poll(); rider != null; rider = waiting.poll()) {
            for (int i = 1; i < rider.commands().size(); i++) {
                // Only the answer to the last one is of interest.
                owed.add(new CompletableFuture<>());
            }
            owed.add(rider.reply());
            lines.addAll(rider.commands());
            rider.out().countDown();
        }
        return lines;
    }

    /// Waits until it has gone out, or takes it back: either it is sent or it never will be.
    ///
    /// @return whether it waits no more because it was sent, or because nothing will be sent again
    boolean leave(CompletableFuture<Reply> ridden, Duration within) throws InterruptedException {
        Optional<Rider> rider = waiting(ridden);
        return rider.isEmpty()
                || rider.get().out().await(within.toMillis(), TimeUnit.MILLISECONDS)
                || !takeBack(rider.get());
    }

    /// Gives the next answer to whom it is owed.
    synchronized void answer(Reply reply) {
        CompletableFuture<Reply> first = owed.poll();
        if (first != null) {
            first.complete(reply);
        }
    }

    /// Nothing will be sent or answered any more.
    synchronized void fail(IOException cause) {
        for (Rider rider = waiting.poll(); rider != null; rider = waiting.poll()) {
            rider.reply().completeExceptionally(cause);
            rider.out().countDown();
        }
        for (var reply = owed.poll(); reply != null; reply = owed.poll()) {
            reply.completeExceptionally(cause);
        }
    }

    synchronized boolean areWaiting() {
        return !waiting.isEmpty();
    }

    synchronized boolean areOwed() {
        return !owed.isEmpty();
    }

    @SuppressWarnings("ReferenceEquality") // A future is equal to itself alone.
    private synchronized Optional<Rider> waiting(CompletableFuture<Reply> ridden) {
        return waiting.stream().filter(rider -> rider.reply() == ridden).findFirst();
    }

    private synchronized boolean takeBack(Rider rider) {
        return waiting.remove(rider);
    }
}
