package dev.crossdock.model;

import java.util.List;

/// What a server listed of one folder.
///
/// @param leftOut for each line that could not be an entry, why, in words for the user
public record Listing(RemotePath folder, List<Entry> entries, List<String> leftOut) {

    public Listing {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }
}
