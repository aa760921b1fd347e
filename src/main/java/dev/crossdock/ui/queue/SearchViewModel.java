package dev.crossdock.ui.queue;

import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;
import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Searches the record, a moment after the last letter was typed.
public final class SearchViewModel {

    static final int MOST = 100_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final QueueViewModel model;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private @Nullable Instant typed;
    private int asked;

    public SearchViewModel(QueueViewModel model) {
        this.model = model;
        text.subscribe((_, _) -> typed = model.clock().instant());
    }

    StringProperty textProperty() {
        return text;
    }

    /// `12 found`.
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Whether only what was found is shown.
    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public void tick() {
        Instant since = typed;
        if (since != null && !model.clock().instant().isBefore(since.plus(PAUSE))) {
            typed = null;
            search(text.get().strip());
        }
    }

    private void search(String words) {
        int question = ++asked;
        if (words.isEmpty()) {
            model.find(new Ranks());
            active.set(false);
            status.set("");
            return;
        }
        status.set(Strings.text("queue.search.busy"));
        model.threads()
                .aside()
                .execute(() -> {
                    List<Rank> found = model.queue().search(QueueList.ENDED, words, MOST);
                    model.threads().front().execute(() -> show(question, found));
                });
    }

    /// An answer to an older question is of no use.
    private void show(int question, List<Rank> found) {
        if (question != asked) {
            return;
        }
        var ranks = new Ranks();
        found.forEach(ranks::add);
        model.find(ranks);
        active.set(true);
        String number = Amounts.number(found.size());
        status.set(
                Strings.text(
                        found.size() < MOST ? "queue.search.found" : "queue.search.first", number));
    }
}
