package dev.crossdock.ui.sites;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.Site;
import dev.crossdock.site.Start;
import dev.crossdock.ui.control.Strings;

import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where to begin, and which folders have a name.
final class FolderPart implements Part {

    private final Typed<Optional<RemotePath>> remote =
            new Typed<>("site-folder", FolderPart::remote);
    private final Typed<Optional<String>> local =
            new Typed<>("site-local-folder", FolderPart::local);
    private final BookmarkList bookmarks = new BookmarkList();
    private final Typed<Boolean> pending =
            new Typed<>("site-bookmark-name", _ -> nothingPends(), bookmarks.pendingProperty());

    Typed<Optional<RemotePath>> remote() {
        return remote;
    }

    Typed<Optional<String>> local() {
        return local;
    }

    BookmarkList bookmarks() {
        return bookmarks;
    }

    @Override
    public void show(Site site) {
        remote.show(site.start().remote().map(RemotePath::value).orElse(""));
        local.show(site.start().local().orElse(""));
        bookmarks.show(site.bookmarks());
        pending.show("");
    }

    @Override
    public Site over(Site site) {
        return site.starting(new Start(remote.value(), local.value()))
                .withBookmarks(bookmarks.all());
    }

    @Override
    public List<Typed<?>> fields() {
        return List.of(remote, local, pending);
    }

    /// Says that a bookmark was typed and not added, once somebody insists.
    Typed<Boolean> pending() {
        return pending;
    }

    @Override
    public List<ObservableValue<?>> values() {
        return Stream.concat(
                        Stream.of(remote.textProperty(), local.textProperty()),
                        bookmarks.values().stream())
                .toList();
    }

    /// Empty for none.
    static Optional<RemotePath> remote(String typed) {
        return Words.optional(typed).map(RemotePath::of);
    }

    /// Empty for none.
    static Optional<String> local(String typed) {
        return new Start(Optional.empty(), Words.optional(typed)).local();
    }

    private boolean nothingPends() {
        if (bookmarks.pendingProperty().getValue()) {
            throw new IllegalArgumentException(Strings.text("sites.problem.bookmark"));
        }
        return true;
    }
}
