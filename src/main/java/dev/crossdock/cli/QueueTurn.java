package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.queue.JobFile;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/// Waits for a queue that another program has: a command that is over soon, or one that answers
/// soon.
final class QueueTurn {

    private final Iterator<Duration> pauses;

    /// @param pauses one before each further attempt
    QueueTurn(List<Duration> pauses) {
        this.pauses = pauses.iterator();
    }

    /// Returns when it is time for another attempt.
    ///
    /// @throws FailureException the given one, if there is nothing to wait for any more
    void await(FailureException failed) throws FailureException, InterruptedException {
        if (!isInUse(failed) || !pauses.hasNext()) {
            throw failed;
        }
        Thread.sleep(pauses.next());
    }

    /// Whether another program has the queue.
    static boolean isInUse(FailureException failed) {
        return failed.getCause() instanceof JobFile.InUseException;
    }
}
