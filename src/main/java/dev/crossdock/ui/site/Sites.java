package dev.crossdock.ui.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteStore;
import dev.crossdock.site.Start;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The saved sites as both panes show them, and the connections that are not saved.
public final class Sites {

    /// Where secrets of sites are kept.
    public interface Forgetting {
        /// Forgets all secrets of sites, in the background.
        ///
        /// @param failed gets, on the screen, the words of what did not work
        void forget(Collection<SiteId> sites, Consumer<String> failed);
    }

    private final SiteStore store;
    private final ServerDirectory directory;
    private final Passwords passwords;
    private final Forgetting secrets;
    private final ObservableList<Site> loaded = FXCollections.observableArrayList();

    /// One for all: it is forgotten, listeners and all, once nobody holds it.
    private final ObservableList<Site> shown = FXCollections.unmodifiableObservableList(loaded);

    private final ReadOnlyObjectWrapper<Set<SiteGroup>> groups =
            new ReadOnlyObjectWrapper<>(Set.of());

    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    public Sites(
            SiteStore store, ServerDirectory directory, Passwords passwords, Forgetting secrets) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.secrets = secrets;
        reload();
        store.notice().ifPresent(notice::set);
    }

    /// What the user should know about the file of sites; empty while all is well.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableList<Site> shown() {
        return shown;
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

    /// Saves a connection; what else is set for a site that is saved already stays.
    public void save(Server server, Optional<RemotePath> folder) {
        save(starting(server, folder));
    }

    /// The same in a folder of sites.
    public void save(Server server, Optional<RemotePath> folder, SiteGroup group) {
        save(starting(server, folder).in(group));
    }

    public void save(Site site) {
        saveAll(List.of(site));
    }

    public void saveAll(Collection<Site> sites) {
        change(() -> store.saveAll(sites));
    }

    private Site starting(Server server, Optional<RemotePath> folder) {
        return store.find(server.id())
                .map(site -> site.with(server).starting(new Start(folder, site.start().local())))
                .orElseGet(() -> new Site(server, folder));
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

    /// Forgets the site and its secrets; jobs and panes that use it go on.
    public void remove(Site site) {
        remove(List.of(), List.of(site));
    }

    /// The same for many, and for folders with the sites in them.
    public void remove(Collection<SiteGroup> folders, Collection<Site> sites) {
        List<Site> inFolders =
                store.all().stream()
                        .filter(site ->
                                folders.stream().anyMatch(folder -> folder.holds(site.group())))
                        .toList();
        List<Site> gone = Stream.concat(inFolders.stream(), sites.stream()).toList();
        gone.forEach(site -> directory.register(site.server()));
        boolean isDone =
                isDone(() -> store.removeAll(sites.stream().map(Site::id).toList(), folders));
        // Those of a site that is back next time are left to it.
        if (isDone && !gone.isEmpty()) {
            secrets.forget(
                    gone.stream().map(Site::id).toList(),
                    words -> notice.set(Strings.text("sites.secrets.stay", words)));
        }
    }

    /// All folders but the top.
    public Set<SiteGroup> groups() {
        return store.groups();
    }

    public ReadOnlyObjectProperty<Set<SiteGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    public void addGroup(SiteGroup group) {
        change(() -> store.addGroup(group));
    }

    /// Gives a folder another name or place, with all that it holds.
    ///
    /// @throws IllegalArgumentException if the folder would come to lie in itself
    public void moveGroup(SiteGroup from, SiteGroup to) {
        change(() -> store.moveGroup(from, to));
    }

    /// Looks at the file again, where others may have written.
    public void reload() {
        loaded.setAll(store.all());
        // For those who cannot hear from a list that was empty and stays so.
        groups.set(store.groups());
    }

    private interface Change {
        void make() throws FailureException;
    }

    private void change(Change change) {
        boolean _ = isDone(change);
    }

    /// Makes a change.
    ///
    /// @return whether the disk took it
    private boolean isDone(Change change) {
        // Emptied first: who is told of changes is told of the same trouble again.
        notice.set("");
        boolean isDone = false;
        try {
            change.make();
            isDone = true;
        } catch (FailureException e) {
            notice.set(e.failure().words());
        }
        reload();
        return isDone;
    }
}
