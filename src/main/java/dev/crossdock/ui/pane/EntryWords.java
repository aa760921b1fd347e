package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;

/// How an entry reads in the table.
final class EntryWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ZoneId zone;

    EntryWords(ZoneId zone) {
        this.zone = zone;
    }

    String name(Entry entry) {
        String name = VisibleText.of(entry.name());
        return entry.linkTarget()
                .map(target -> name + " \u2192 " + VisibleText.of(target))
                .orElse(name);
    }

    String size(Entry entry) {
        boolean counts = entry.kind() == Entry.Kind.FILE && entry.size().isPresent();
        return counts ? Amounts.bytes(entry.size().getAsLong()) : "";
    }

    String modified(Entry entry) {
        return entry.modified().map(when -> WHEN.format(when.atZone(zone))).orElse("");
    }

    String permissions(Entry entry) {
        return entry.permissions().map(VisibleText::of).orElse("");
    }

    Icon icon(Entry entry) {
        return switch (entry.kind()) {
            case FILE -> Icon.FILE;
            case FOLDER -> Icon.FOLDER;
            case LINK -> Icon.LINK;
            case OTHER -> Icon.OTHER;
        };
    }

    /// `12 entries`, `3 of 12 selected, 4.2 MB`.
    String summary(int total, int shown, List<Entry> selected) {
        if (!selected.isEmpty()) {
            long bytes =
                    selected.stream()
                            .filter(entry -> entry.kind() == Entry.Kind.FILE)
                            .map(Entry::size)
                            .mapToLong(size -> size.orElse(0))
                            .sum();
            boolean sizes = selected.stream().map(Entry::size).anyMatch(OptionalLong::isPresent);
            String picked = Strings.text("pane.selected", selected.size(), total);
            return sizes ? picked + ", " + Amounts.bytes(bytes) : picked;
        }
        return shown == total
                ? Strings.count("pane.entries", total)
                : Strings.text("pane.filtered", shown, total);
    }
}
