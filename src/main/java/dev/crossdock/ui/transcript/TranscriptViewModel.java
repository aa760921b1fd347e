package dev.crossdock.ui.transcript;

import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TranscriptLine;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The last lines of the transcript, of both servers or of one.
public final class TranscriptViewModel {

    /// Whose lines are shown.
    enum Filter {
        ALL,
        LEFT,
        RIGHT
    }

    private static final int KEPT = 10_000;

    private final TranscriptLog log;
    private final Supplier<Optional<SiteId>> left;
    private final Supplier<Optional<SiteId>> right;
    private final List<TranscriptLine> all = new ArrayList<>();
    private final ObservableList<TranscriptLine> shown = FXCollections.observableArrayList();
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private long seen;

    /// @param left the server of the left pane, if it has one
    /// @param right the server of the right pane, if it has one
    public TranscriptViewModel(
            TranscriptLog log, Supplier<Optional<SiteId>> left, Supplier<Optional<SiteId>> right) {
        this.log = log;
        this.left = left;
        this.right = right;
        filter.addListener((_, _, _) -> filterAgain());
    }

    ObservableList<TranscriptLine> shown() {
        return shown;
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /// Pulls what was said since the last time.
    public void tick() {
        var page = log.since(seen);
        if (page.seen() == seen) {
            return;
        }
        seen = page.seen();
        all.addAll(page.lines());
        trim(all);
        List<TranscriptLine> fresh = page.lines().stream().filter(this::passes).toList();
        if (!fresh.isEmpty()) {
            shown.addAll(fresh);
            trim(shown);
        }
    }

    /// Applies the filter to all lines, as when a pane went to another server.
    public void filterAgain() {
        shown.setAll(all.stream().filter(this::passes).toList());
    }

    private boolean passes(TranscriptLine line) {
        return switch (filter.get()) {
            case ALL -> true;
            case LEFT -> left.get().filter(line.server().id()::equals).isPresent();
            case RIGHT -> right.get().filter(line.server().id()::equals).isPresent();
        };
    }

    /// Drops the oldest fifth at once, since dropping one line for each new one is slow.
    private static void trim(List<TranscriptLine> lines) {
        if (lines.size() > KEPT) {
            lines.subList(0, lines.size() - KEPT + KEPT / 5).clear();
        }
    }
}
