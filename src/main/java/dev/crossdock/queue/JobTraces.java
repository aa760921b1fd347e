package dev.crossdock.queue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// The traces of one run, kept by the queue's thread.
final class JobTraces implements Traces {

    private final JobRecord job;
    private final String store;
    private final JobReader reader;
    private final Keeper keeper;

    /// What the file has or is about to have, once it was read.
    private Optional<Begun> known = Optional.empty();

    private boolean read;

    /// Who writes them down.
    interface Keeper {

        /// @return is done once it is on disk, or cannot be
        CompletableFuture<?> keep(Optional<Begun> begun);

        void rule(ExistsRule rule);
    }

    /// @param store a number of the queue's file that no other file has
    JobTraces(JobRecord job, String store, JobReader reader, Keeper keeper) {
        this.job = job;
        this.store = store;
        this.reader = reader;
        this.keeper = keeper;
    }

    @Override
    public synchronized Optional<Begun> begun() {
        if (!read) {
            known = reader.begun(job.id());
            read = true;
        }
        return known;
    }

    @Override
    public boolean isOfAnother(RemotePath path) {
        return reader.isBegunByAnother(job, path);
    }

    @Override
    public void begin(Begun file) throws InterruptedException {
        if (!remember(Optional.of(file))) {
            return;
        }
        try {
            keeper.keep(Optional.of(file)).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void drop() {
        if (remember(Optional.empty())) {
            CompletableFuture<?> _ = keeper.keep(Optional.empty());
        }
    }

    @Override
    public void answered(ExistsRule rule) {
        keeper.rule(rule);
    }

    @Override
    public boolean wasCut() {
        return job.cut();
    }

    @Override
    public String token() {
        long mixed = (store.hashCode() * 31L + job.id().value()) * 0x9E3779B97F4A7C15L;
        return String.format(Locale.ROOT, "%08x", mixed >>> 32);
    }

    /// @return whether that is new
    private synchronized boolean remember(Optional<Begun> begun) {
        boolean fresh = !begun().equals(begun);
        known = begun;
        return fresh;
    }
}
