package dev.crossdock.transfer;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.QueueRules;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Retry;
import dev.crossdock.queue.Slots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A queue whose program was killed in the middle of a job, and the program that goes on with it.
final class KilledQueue {

    /// One run more for what may do better later.
    private static final Retry AGAIN = new Retry(2, Duration.ofMillis(2), Duration.ofMillis(4));

    private KilledQueue() {}

    /// How the job ends after all.
    ///
    /// @param folder for the files of the two programs
    /// @param begun what the first has noted of the job before it was killed
    /// @param runner of the second
    static Outcome goOn(Path folder, JobSpec spec, Optional<Begun> begun, JobRunner runner)
            throws IOException, InterruptedException {
        Path image = Files.createTempDirectory(folder, "image");
        Path first = Files.createTempDirectory(folder, "queue");
        var noted = new CountDownLatch(1);
        var killed = new CountDownLatch(1);
        JobRunner victim =
                (_, context) -> {
                    if (begun.isPresent()) {
                        context.traces().begin(begun.get());
                    }
                    noted.countDown();
                    killed.await();
                    return new Outcome.Skipped("killed");
                };
        try (var queue = open(first, victim)) {
            var _ = queue.add(List.of(spec));
            noted.await();
            for (String part : List.of("queue.db", "queue.db-wal")) {
                Files.copy(first.resolve(part), image.resolve(part));
            }
            killed.countDown();
            queue.awaitIdle();
        }
        try (var queue = open(image, runner)) {
            queue.awaitIdle();
            return queue.endedSince(0, 1).getFirst().outcome().orElseThrow();
        }
    }

    private static QueueService open(Path folder, JobRunner runner) throws IOException {
        QueueRules rules = new QueueRules(1, 1, _ -> Slots.FREE, AGAIN);
        Clock clock = Clock.systemUTC();
        var queue = new QueueService(JobFile.open(folder, clock), runner, () -> rules, clock);
        queue.begin();
        return queue;
    }
}
