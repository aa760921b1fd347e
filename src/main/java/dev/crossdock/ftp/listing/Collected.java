package dev.crossdock.ftp.listing;

import dev.crossdock.model.Entry;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.util.ArrayList;
import java.util.List;

/// Gathers what a listing gave.
final class Collected {

    private static final int REASONS_KEPT = 100;

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int uncounted;

    void add(Entry entry) {
        entries.add(entry);
    }

    void leaveOut(String reason) {
        if (leftOut.size() < REASONS_KEPT) {
            leftOut.add(reason);
        } else {
            uncounted++;
        }
    }

    void tooLong(String beginning) {
        leaveOut(
                "A line of more than %d KiB: %s…"
                        .formatted(Lines.LONGEST / 1024, Visible.text(beginning)));
    }

    Listing of(RemotePath folder) {
        var reasons = new ArrayList<>(leftOut);
        if (uncounted > 0) {
            reasons.add("And " + uncounted + " more.");
        }
        return new Listing(folder, entries, reasons);
    }
}
