package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;

import java.util.List;
import java.util.Optional;

/// The rows of a pane's table, sorted and filtered.
///
/// @param total how many entries the folder has without the filter
/// @param focus the name to select and scroll to; empty keeps what was selected in the same folder
record Shown(RemotePath folder, List<Entry> rows, int total, Optional<String> focus) {

    static final Shown NOTHING = new Shown(RemotePath.ROOT, List.of(), 0, Optional.empty());

    Shown {
        rows = List.copyOf(rows);
    }
}
