package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import java.util.List;

/// What the user picked, and where.
///
/// @param folder that holds the entries
public record Selection(PaneSide origin, SiteId site, RemotePath folder, List<Entry> entries) {

    public Selection {
        entries = List.copyOf(entries);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
