package dev.crossdock.ui.pane;

import dev.crossdock.model.Failure;

import java.util.List;
import java.util.Optional;

/// Something the user should know about the folder or the last action, shown above the listing.
///
/// @param failure what went wrong, for the button “Details”
/// @param more further lines behind the same button
public record Notice(String words, Optional<Failure> failure, List<String> more) {

    public Notice {
        more = List.copyOf(more);
    }

    public static Notice of(String words) {
        return new Notice(words, Optional.empty(), List.of());
    }

    public static Notice of(Failure failure) {
        return new Notice(failure.words(), Optional.of(failure), List.of());
    }
}
