package dev.crossdock.queue;

import dev.crossdock.model.Progress;
import dev.crossdock.model.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/// How far one job is. The job's threads write, the screen reads.
public final class Meter {

    private final LongAdder counted = new LongAdder();
    private final AtomicReference<Progress.@Nullable Observed> observed = new AtomicReference<>();
    private volatile @Nullable Route route;
    private volatile String note = "";
    private volatile long size = -1;
    private volatile boolean counting;

    /// Bytes passed through this computer.
    public void add(int bytes) {
        counting = true;
        counted.add(bytes);
    }

    /// Bytes pass through this computer from here on.
    ///
    /// @param offset what was at the target before, in bytes
    public void begin(long offset) {
        counting = true;
        counted.reset();
        counted.add(offset);
    }

    /// The target said how much it has.
    public void observe(long bytes, Instant when) {
        observed.set(new Progress.Observed(bytes, when));
    }

    /// The route that is being tried.
    public void route(Route taken) {
        route = taken;
    }

    /// What the job is doing, in a few words; empty while it simply sends.
    public void note(String words) {
        note = words;
    }

    /// The source's size, once it is known better than from the listing.
    public void size(long bytes) {
        size = bytes;
    }

    public Progress progress() {
        if (counting) {
            return new Progress.Counted(counted.sum());
        }
        Progress seen = observed.get();
        return seen == null ? new Progress.Unknown() : seen;
    }

    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    public String note() {
        return note;
    }

    public OptionalLong size() {
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }
}
