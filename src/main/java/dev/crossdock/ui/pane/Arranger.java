package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;

import java.util.List;
import java.util.Locale;

/// Filters and sorts a listing.
final class Arranger {

    private Arranger() {}

    /// @param filter part of a name, in any case; blank lets everything through
    static List<Entry> arrange(List<Entry> entries, String filter, SortOrder order) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry ->
                        wanted.isEmpty() || entry.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(order.comparator())
                .toList();
    }
}
