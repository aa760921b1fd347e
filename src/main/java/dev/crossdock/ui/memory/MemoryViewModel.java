package dev.crossdock.ui.memory;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.Memo;
import dev.crossdock.site.ServerMemory;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.concurrent.Executor;

/// What is remembered, and what of it shall be forgotten.
public final class MemoryViewModel {

    private final ServerMemory memory;
    private final Executor aside;
    private final Executor screen;
    private final ObservableList<Memo> shown = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// @param aside for work on the disk
    /// @param screen the JavaFX thread
    public MemoryViewModel(ServerMemory memory, Executor aside, Executor screen) {
        this.memory = memory;
        this.aside = aside;
        this.screen = screen;
    }

    private interface Change {
        void make() throws FailureException;
    }

    ObservableList<Memo> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    /// What the user should know about the file; empty while all is well.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void load() {
        after(() -> {});
    }

    void forget(List<Memo> chosen) {
        List<Memo> topics = List.copyOf(chosen);
        after(() -> memory.forget(topics));
    }

    void forgetAll() {
        after(memory::forgetAll);
    }

    private void after(Change change) {
        aside.execute(() -> {
            String refused = "";
            try {
                change.make();
            } catch (FailureException e) {
                refused = e.failure().words();
            }
            show(memory.all(), refused.isEmpty() ? memory.notice().orElse("") : refused);
        });
    }

    private void show(List<Memo> all, String words) {
        screen.execute(() -> {
            shown.setAll(all);
            notice.set(words);
        });
    }
}
