package dev.crossdock.ui.queue;

import dev.crossdock.model.ByteRate;

import java.util.Optional;

/// Holds back what passes this computer.
@FunctionalInterface
public interface Throttle {

    /// Holds at once, for what is on its way as well; empty is as fast as it goes.
    void limit(Optional<ByteRate> rate);
}
