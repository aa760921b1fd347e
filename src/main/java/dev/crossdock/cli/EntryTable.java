package dev.crossdock.cli;

import dev.crossdock.model.Entry;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A listing for people, in columns like those of `ls -l`. Pure.
final class EntryTable {

    private static final String UNKNOWN = "-";

    private final DateTimeFormatter time;

    EntryTable(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    List<String> lines(List<Entry> entries) {
        int permissions = entries.stream().mapToInt(e -> permissions(e).length()).max().orElse(0);
        int size = entries.stream().mapToInt(e -> size(e).length()).max().orElse(0);
        String format =
                "%s%-" + Math.max(1, permissions) + "s  %" + Math.max(1, size) + "s  %-16s  %s";
        return entries.stream()
                .map(entry ->
                        String.format(
                                Locale.ROOT,
                                format,
                                kind(entry),
                                permissions(entry),
                                size(entry),
                                entry.modified().map(time::format).orElse(UNKNOWN),
                                name(entry)))
                .toList();
    }

    private static String kind(Entry entry) {
        return switch (entry.kind()) {
            case FILE -> "-";
            case FOLDER -> "d";
            case LINK -> "l";
            case OTHER -> "?";
        };
    }

    private static String permissions(Entry entry) {
        return PlainText.name(entry.permissions().orElse(""));
    }

    private static String size(Entry entry) {
        return entry.size().isPresent() ? Long.toString(entry.size().getAsLong()) : UNKNOWN;
    }

    private static String name(Entry entry) {
        return PlainText.name(entry.name())
                + entry.linkTarget().map(to -> " -> " + PlainText.name(to)).orElse("");
    }
}
