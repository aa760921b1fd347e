package dev.crossdock.queue;

import dev.crossdock.model.Progress;
import dev.crossdock.model.Route;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What one run of a job came to.
///
/// @param route the one that was taken or tried last
/// @param moved bytes that the target was known to have; empty if nobody could tell
/// @param size of the source in bytes, where it became known
record Trip(Optional<Route> route, OptionalLong moved, OptionalLong size) {

    static final Trip NONE = new Trip(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    static Trip of(Meter meter) {
        OptionalLong moved =
                switch (meter.progress()) {
                    case Progress.Unknown() -> OptionalLong.empty();
                    case Progress.Counted(long bytes) -> OptionalLong.of(bytes);
                    case Progress.Observed(long bytes, _) -> OptionalLong.of(bytes);
                };
        return new Trip(meter.route(), moved, meter.size());
    }

    Progress progress(Optional<Instant> when) {
        return moved.isPresent()
                ? new Progress.Observed(moved.getAsLong(), when.orElse(Instant.EPOCH))
                : new Progress.Unknown();
    }
}
