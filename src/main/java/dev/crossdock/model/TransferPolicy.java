package dev.crossdock.model;

import java.util.Optional;

/// What the user allows and wants of a transfer.
///
/// @param method the only method to use; empty lets the planner choose
/// @param passive the only side that may listen; empty lets the planner choose
/// @param allowRelay the bytes may pass through this computer
/// @param allowClear the bytes may travel without encryption
/// @param keepTimes the copy gets the source's time of last change
/// @param rollBack how many bytes before the end of what is there a resume begins
public record TransferPolicy(
        Optional<Method> method,
        Optional<Side> passive,
        boolean allowRelay,
        boolean allowClear,
        ExistsRule exists,
        HashRule hash,
        boolean keepTimes,
        long rollBack) {

    public static final long MOST_ROLL_BACK = 1024 * 1024;

    public TransferPolicy {
        requireRollBack(rollBack);
    }

    /// @throws IllegalArgumentException with words for a person
    public static void requireRollBack(long bytes) {
        if (bytes < 0 || bytes > MOST_ROLL_BACK) {
            throw new IllegalArgumentException(
                    "A resume goes back by 0 to %,d bytes, not %,d."
                            .formatted(MOST_ROLL_BACK, bytes));
        }
    }

    /// Encrypted from server to server or not at all.
    public static TransferPolicy secure(ExistsRule exists) {
        return new TransferPolicy(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                exists,
                HashRule.WHEN_CHEAP,
                false,
                0);
    }

    public TransferPolicy with(ExistsRule rule) {
        return new TransferPolicy(
                method, passive, allowRelay, allowClear, rule, hash, keepTimes, rollBack);
    }

    public TransferPolicy keepingTimes(boolean keep) {
        return new TransferPolicy(
                method, passive, allowRelay, allowClear, exists, hash, keep, rollBack);
    }

    public TransferPolicy rollingBack(long bytes) {
        return new TransferPolicy(
                method, passive, allowRelay, allowClear, exists, hash, keepTimes, bytes);
    }
}
