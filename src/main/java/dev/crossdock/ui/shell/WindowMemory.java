package dev.crossdock.ui.shell;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.SiteId;

import java.util.Optional;

/// What the window remembers from one run to the next.
///
/// @param bounds empty at the first start
/// @param dividers from 0 to 1: between the panes, above the queue
/// @param look empty follows the system
/// @param sites where the site manager was; empty before it was ever open
/// @param limit for what passes this computer; empty is as fast as it goes
record WindowMemory(
        Optional<Bounds> bounds,
        boolean maximized,
        Dividers dividers,
        Optional<Bounds> sites,
        Optional<Look> look,
        Optional<ByteRate> limit,
        Optional<SiteId> left,
        Optional<SiteId> right) {

    record Bounds(double x, double y, double width, double height) {}

    record Dividers(double panes, double bottom) {
        Dividers {
            panes = Math.clamp(panes, 0.1, 0.9);
            bottom = Math.clamp(bottom, 0.2, 0.95);
        }
    }

    static final WindowMemory FRESH =
            new WindowMemory(
                    Optional.empty(),
                    false,
                    new Dividers(0.5, 0.66),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
