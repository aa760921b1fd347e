package dev.crossdock.ui.sites;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bookmarks of a site, and the one that is being typed.
final class BookmarkList {

    private final ReadOnlyObjectWrapper<List<Bookmark>> bookmarks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty remote = new SimpleStringProperty("");
    private final StringProperty local = new SimpleStringProperty("");
    private final StringBinding problem;
    private final ObservableValue<Boolean> pending;

    BookmarkList() {
        problem = Bindings.createStringBinding(this::problemNow, name, remote, local, bookmarks);
        pending =
                Bindings.createBooleanBinding(
                        () -> !isBlank() && !isListed(), name, remote, local, bookmarks);
    }

    List<Bookmark> all() {
        return bookmarks.get();
    }

    ReadOnlyObjectProperty<List<Bookmark>> allProperty() {
        return bookmarks.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    /// A folder on the server.
    StringProperty remoteProperty() {
        return remote;
    }

    /// A folder of this computer.
    StringProperty localProperty() {
        return local;
    }

    /// Why what is typed cannot be a bookmark; empty while it can, or nothing is typed.
    ObservableStringValue problemProperty() {
        return problem;
    }

    /// Whether something is typed that the list does not have.
    ObservableValue<Boolean> pendingProperty() {
        return pending;
    }

    void show(List<Bookmark> all) {
        bookmarks.set(all);
        clear();
    }

    /// Puts one of the list where it can be changed.
    void edit(Bookmark bookmark) {
        name.set(bookmark.name());
        remote.set(bookmark.remote().map(RemotePath::value).orElse(""));
        local.set(bookmark.local().orElse(""));
    }

    boolean canAdd() {
        return pending.getValue() && problem.get().isEmpty();
    }

    /// Puts what is typed at the end of the list, if it can be there.
    void add() {
        if (canAdd()) {
            var longer = new ArrayList<>(bookmarks.get());
            longer.add(typed());
            show(List.copyOf(longer));
        }
    }

    /// Puts what is typed in the place of another, if it can be there.
    void replace(int index) {
        if (canAdd()) {
            var changed = new ArrayList<>(bookmarks.get());
            changed.set(index, typed());
            show(List.copyOf(changed));
        }
    }

    void remove(int index) {
        var shorter = new ArrayList<>(bookmarks.get());
        shorter.remove(index);
        show(List.copyOf(shorter));
    }

    /// @return where it is now
    int move(int index, int by) {
        var moved = new ArrayList<>(bookmarks.get());
        int to = Math.clamp((long) index + by, 0, moved.size() - 1);
        moved.add(to, moved.remove(index));
        bookmarks.set(List.copyOf(moved));
        return to;
    }

    /// What the user would lose; one of the list that is only looked at is not.
    List<ObservableValue<?>> values() {
        return List.of(bookmarks, pending);
    }

    private void clear() {
        name.set("");
        remote.set("");
        local.set("");
    }

    private boolean isBlank() {
        return name.get().isBlank() && remote.get().isBlank() && local.get().isBlank();
    }

    /// An edited one that was not changed is no new one.
    private boolean isListed() {
        return reason().isEmpty() && bookmarks.get().contains(typed());
    }

    private Bookmark typed() {
        return new Bookmark(
                name.get().strip(), FolderPart.remote(remote.get()), FolderPart.local(local.get()));
    }

    private Optional<String> reason() {
        try {
            Bookmark _ = typed();
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private String problemNow() {
        if (isBlank() || isListed()) {
            return "";
        }
        return bookmarks.get().size() >= Site.MOST_BOOKMARKS
                ? Strings.text("sites.problem.bookmarks", Site.MOST_BOOKMARKS)
                : reason().orElse("");
    }
}
