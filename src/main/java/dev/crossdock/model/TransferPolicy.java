package dev.crossdock.model;

import java.util.Optional;

/// What the user allows and wants of a transfer.
///
/// @param method the only method to use; empty lets the planner choose
/// @param passive the only side that may listen; empty lets the planner choose
/// @param allowRelay the bytes may pass through this computer
/// @param allowClear the bytes may travel without encryption
public record TransferPolicy(
        Optional<Method> method,
        Optional<Side> passive,
        boolean allowRelay,
        boolean allowClear,
        ExistsRule exists,
        HashRule hash) {

    /// Encrypted from server to server or not at all.
    public static TransferPolicy secure(ExistsRule exists) {
        return new TransferPolicy(
                Optional.empty(), Optional.empty(), false, false, exists, HashRule.WHEN_CHEAP);
    }

    public TransferPolicy with(ExistsRule rule) {
        return new TransferPolicy(method, passive, allowRelay, allowClear, rule, hash);
    }
}
