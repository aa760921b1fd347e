package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.NaturalOrder;
import dev.crossdock.model.SiteId;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The saved sites, in a file that several running Crossdocks may share. Never holds a password.
public final class SiteStore {

    private static final Comparator<Site> BY_NAME =
            Comparator.comparing(Site::name, NaturalOrder.NATURAL)
                    .thenComparing(site -> site.id().value());

    private final JsonList<Site> sites;

    public SiteStore(Path file) {
        this(file, InstantSource.system());
    }

    SiteStore(Path file, InstantSource clock) {
        sites = new JsonList<>(file, new SiteShape(), clock);
    }

    /// In the natural order of their names.
    public List<Site> all() {
        return sites.all().stream().sorted(BY_NAME).toList();
    }

    public Optional<Site> find(SiteId id) {
        return sites.all().stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /// By the name the user gave it; upper and lower case count only if two names differ in nothing
    /// else.
    public Optional<Site> named(String name) {
        List<Site> all = all();
        return all.stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .or(() -> onlyNamed(all, name));
    }

    /// Adds the site or puts it in the place of the one with its id.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void save(Site site) throws FailureException {
        sites.change(before -> with(before, site));
    }

    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void remove(SiteId id) throws FailureException {
        sites.change(before -> before.stream().filter(site -> !site.id().equals(id)).toList());
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return sites.notice();
    }

    private static Optional<Site> onlyNamed(List<Site> all, String name) {
        List<Site> found = all.stream().filter(site -> site.name().equalsIgnoreCase(name)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Site> with(List<Site> before, Site site) {
        var after = new ArrayList<>(before);
        after.removeIf(other -> other.id().equals(site.id()));
        after.add(site);
        return after;
    }
}
