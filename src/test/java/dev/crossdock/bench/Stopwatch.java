package dev.crossdock.bench;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.Slot;
import dev.crossdock.queue.Traces;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how long jobs have their slot, and how long they wait meanwhile until what they have
/// begun is on disk.
final class Stopwatch {

    private final AtomicLong carryingOut = new AtomicLong();
    private final AtomicLong noting = new AtomicLong();

    /// What is carried out by this is measured.
    JobRunner around(JobRunner runner) {
        return (spec, context) -> run(runner, spec, context);
    }

    private Outcome run(JobRunner runner, JobSpec spec, JobContext context)
            throws InterruptedException {
        long start = System.nanoTime();
        var free = new AtomicBoolean();
        Runnable release =
                () -> {
                    if (free.compareAndSet(false, true)) {
                        carryingOut.addAndGet(System.nanoTime() - start);
                    }
                };
        try {
            return runner.run(
                    spec,
                    new JobContext(
                            context.meter(),
                            context.cancel(),
                            context.batch(),
                            context.asked(),
                            context.children(),
                            new Timed(context.traces()),
                            new Slot() {
                                @Override
                                public void giveUp() {
                                    release.run();
                                    context.slot().giveUp();
                                }

                                @Override
                                public void takeBack() throws InterruptedException {
                                    context.slot().takeBack();
                                }
                            }));
        } finally {
            release.run();
        }
    }

    void reset() {
        carryingOut.set(0);
        noting.set(0);
    }

    /// Seconds of all jobs together, without the noting.
    double carryingOut() {
        return (carryingOut.get() - noting.get()) / 1e9;
    }

    double noting() {
        return noting.get() / 1e9;
    }

    private final class Timed implements Traces {

        private final Traces traces;

        Timed(Traces traces) {
            this.traces = traces;
        }

        @Override
        public Optional<Begun> begun() {
            return traces.begun();
        }

        @Override
        public boolean isOfAnother(RemotePath path) {
            return traces.isOfAnother(path);
        }

        @Override
        public void begin(Begun file) throws InterruptedException {
            long start = System.nanoTime();
            try {
                traces.begin(file);
            } finally {
                noting.addAndGet(System.nanoTime() - start);
            }
        }

        @Override
        public void drop() {
            traces.drop();
        }

        @Override
        public void answered(ExistsRule rule) {
            traces.answered(rule);
        }

        @Override
        public boolean wasCut() {
            return traces.wasCut();
        }

        @Override
        public String token() {
            return traces.token();
        }
    }
}
