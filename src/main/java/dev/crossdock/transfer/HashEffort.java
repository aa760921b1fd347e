package dev.crossdock.transfer;

import dev.crossdock.model.HashRule;

import java.time.Duration;

/// What a checksum costs the server that computes it. Pure.
///
/// @param size of the file, in bytes
record HashEffort(long size) {

    private static final long CHEAP_BYTES = 16 * 1024 * 1024;
    private static final long SLOWEST_BYTES_PER_SECOND = 20 * 1024 * 1024;
    private static final Duration LEAST = Duration.ofSeconds(30);

    /// Whether it is over soon.
    boolean isCheap() {
        return size <= CHEAP_BYTES;
    }

    boolean isAllowedBy(HashRule rule) {
        return switch (rule) {
            case NEVER -> false;
            case WHEN_CHEAP -> isCheap();
            case ALWAYS -> true;
        };
    }

    /// How long a slow server may take.
    Duration within() {
        return LEAST.plusSeconds(size / SLOWEST_BYTES_PER_SECOND);
    }
}
