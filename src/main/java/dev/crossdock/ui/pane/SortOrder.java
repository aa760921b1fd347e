package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.NaturalOrder;

import java.time.Instant;
import java.util.Comparator;

/// By which column a listing is sorted; folders come first in any order.
record SortOrder(Key key, boolean descending) {

    enum Key {
        NAME,
        SIZE,
        MODIFIED,
        PERMISSIONS
    }

    static final SortOrder BY_NAME = new SortOrder(Key.NAME, false);

    private static final Comparator<Entry> NAMES =
            Comparator.comparing(Entry::name, NaturalOrder.NATURAL);

    Comparator<Entry> comparator() {
        Comparator<Entry> byKey =
                switch (key) {
                    case NAME -> NAMES;
                    case SIZE -> Comparator.comparingLong(entry -> entry.size().orElse(-1));
                    case MODIFIED ->
                            Comparator.comparing(entry -> entry.modified().orElse(Instant.MIN));
                    case PERMISSIONS ->
                            Comparator.comparing(entry -> entry.permissions().orElse(""));
                };
        return Comparator.<Entry, Boolean>comparing(entry -> !entry.isFolder())
                .thenComparing(descending ? byKey.reversed() : byKey)
                .thenComparing(NAMES);
    }
}
