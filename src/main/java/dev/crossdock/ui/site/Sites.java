package dev.crossdock.ui.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.ServerDirectory;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteStore;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

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

    public void save(Server server, Optional<RemotePath> folder) {
        try {
            store.save(new Site(server, folder));
        } catch (FailureException e) {
            notice.set(e.failure().words());
        }
        reload();
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
