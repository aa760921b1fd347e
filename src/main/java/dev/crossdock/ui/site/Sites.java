package dev.crossdock.ui.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.Start;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.Optional;

/// The saved sites as both panes show them, and the connections that are not saved.
public final class Sites {

    private final SiteStore store;
    private final ServerDirectory directory;
    private final Passwords passwords;
    private final ObservableList<Site> shown = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    public Sites(SiteStore store, ServerDirectory directory, Passwords passwords) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        reload();
        store.notice().ifPresent(notice::set);
    }

    /// What the user should know about the file of sites; empty while all is well.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableList<Site> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    public Optional<Site> find(SiteId id) {
        return store.find(id);
    }

    public boolean isSaved(SiteId id) {
        return store.find(id).isPresent();
    }

    /// What the user calls a server, for lists that only have its id.
    public String name(SiteId id) {
        return directory.find(id).map(Server::name).orElse("?");
    }

    /// Makes a server known for this run, with its password if one was typed.
    void register(Server server, String password) {
        directory.register(server);
        if (!password.isEmpty()) {
            passwords.remember(server.id(), password.toCharArray());
        }
    }

    /// Adds a site, or changes where its server is and where it starts; the rest of it stays.
    public void save(Server server, Optional<RemotePath> folder) {
        Site site =
                store.find(server.id())
                        .map(before ->
                                before.with(server)
                                        .starting(new Start(folder, before.start().local())))
                        .orElseGet(() -> new Site(server, folder));
        save(site);
    }

    /// Adds the site or puts it in the place of the one with its id.
    public void save(Site site) {
        try {
            store.save(site);
        } catch (FailureException e) {
            notice.set(e.failure().words());
        }
        reload();
    }

    /// Gives a folder of a saved site a name; one of that name leads there from now on.
    public void addBookmark(Server server, String name, RemotePath folder) {
        store.find(server.id())
                .ifPresent(site -> {
                    var bookmarks = new ArrayList<>(site.bookmarks());
                    bookmarks.removeIf(other -> other.name().equals(name));
                    bookmarks.add(new Bookmark(name, Optional.of(folder), Optional.empty()));
                    save(site.withBookmarks(bookmarks));
                });
    }

    /// Forgets the site; jobs and panes that use it go on.
    public void remove(Site site) {
        directory.register(site.server());
        try {
            store.remove(site.id());
        } catch (FailureException e) {
            notice.set(e.failure().words());
        }
        reload();
    }

    private void reload() {
        shown.setAll(store.all());
    }
}
