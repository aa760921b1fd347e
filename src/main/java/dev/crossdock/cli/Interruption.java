package dev.crossdock.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the user wants out, and who has to hear of it. One for each command.
///
/// The thread that brings the signal waits here until the command is over, so that both servers are
/// ended cleanly before the process is gone; [#close] says that it is over.
final class Interruption implements AutoCloseable {

    private final Duration patience;
    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch raised = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Runnable takeBack;

    /// @param patience how long the command has to end
    Interruption(Signals signals, Duration patience) {
        this.patience = patience;
        this.takeBack = signals.onInterrupt(this::raise);
    }

    boolean isRaised() {
        return raised.getCount() == 0;
    }

    /// Runs the action on the thread that brings the signal; at once if it already came.
    void onRaise(Runnable action) {
        synchronized (actions) {
            if (!isRaised()) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /// Waits for a while, shorter if the signal comes.
    boolean pause(Duration time) throws InterruptedException {
        return raised.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        over.countDown();
        takeBack.run();
    }

    private void raise() {
        List<Runnable> due;
        synchronized (actions) {
            raised.countDown();
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
        try {
            // Nobody is to hear of it: there is nothing more to do than to end.
            boolean _ = over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
