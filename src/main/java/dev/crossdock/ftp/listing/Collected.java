package dev.crossdock.ftp.listing;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.util.ArrayList;
import java.util.List;

/// Gathers what a listing gave.
final class Collected {

    static final int MOST_ENTRIES = 2_000_000;
    private static final int REASONS_KEPT = 100;

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long uncounted;
    private long surplus;

    void add(Entry entry) {
        if (entries.size() < MOST_ENTRIES) {
            entries.add(entry);
        } else {
            surplus++;
        }
    }

    void leaveOut(String reason) {
        if (leftOut.size() < REASONS_KEPT) {
            leftOut.add(reason);
        } else {
            uncounted++;
        }
    }

    void tooLong(String beginning) {
        leaveOut("A line that is too long for an entry: %s…".formatted(Visible.text(beginning)));
    }

    Listing of(RemotePath folder) {
        var reasons = new ArrayList<>(leftOut);
        if (uncounted > 0) {
            reasons.add("And " + uncounted + " more.");
        }
        if (surplus > 0) {
            reasons.add(
                    "The folder has more entries than the %,d shown: %,d more."
                            .formatted(MOST_ENTRIES, surplus));
        }
        return new Listing(folder, entries, reasons);
    }
}
