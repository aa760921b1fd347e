package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.NaturalOrder;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.store.JsonList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The saved sites and their folders, in a file that several running Crossdocks may share. Never
/// holds a password.
public final class SiteStore {

    private static final Comparator<Site> BY_NAME =
            Comparator.comparing(Site::name, NaturalOrder.NATURAL)
                    .thenComparing(site -> site.id().value());

    private final JsonList<Saved> saved;

    public SiteStore(Path file) {
        this(file, InstantSource.system());
    }

    SiteStore(Path file, InstantSource clock) {
        saved = new JsonList<>(file, new SavedShape(), clock);
    }

    /// In the natural order of their names, whatever folder they are in.
    public List<Site> all() {
        return sites().stream().sorted(BY_NAME).toList();
    }

    /// All folders, those that hold no site too, but not the top.
    public Set<SiteGroup> groups() {
        var groups = new LinkedHashSet<SiteGroup>();
        for (Saved one : saved.all()) {
            SiteGroup group =
                    switch (one) {
                        case Site site -> site.group();
                        case SiteGroup folder -> folder;
                    };
            for (; !group.isTop(); group = group.parent()) {
                groups.add(group);
            }
        }
        return groups;
    }

    public Optional<Site> find(SiteId id) {
        return sites().stream().filter(site -> site.id().equals(id)).findFirst();
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

    /// What a job between two servers may do where the sites they belong to have a say in it.
    public TransferPolicy ruled(Server source, Server target, TransferPolicy allowed) {
        return source.isLocal() || target.isLocal()
                ? allowed
                : SiteRules.between(rules(source.id()), rules(target.id()), allowed);
    }

    /// Adds the site or puts it in the place of the one with its id.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void save(Site site) throws FailureException {
        saveAll(List.of(site));
    }

    /// The same for many, in one step.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void saveAll(Collection<Site> sites) throws FailureException {
        saveAll(sites, List.of());
    }

    /// The same with folders that may stay empty.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void saveAll(Collection<Site> sites, Collection<SiteGroup> groups)
            throws FailureException {
        Set<SiteId> ids = ids(sites);
        saved.change(before -> {
            var after = new LinkedHashSet<>(before);
            after.removeIf(one -> one instanceof Site site && ids.contains(site.id()));
            after.addAll(sites);
            after.addAll(groups);
            after.remove(SiteGroup.TOP);
            return List.copyOf(after);
        });
    }

    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void remove(SiteId id) throws FailureException {
        removeAll(List.of(id));
    }

    /// The same for many, in one step.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void removeAll(Collection<SiteId> ids) throws FailureException {
        removeAll(ids, List.of());
    }

    /// The same with folders and all that they hold.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void removeAll(Collection<SiteId> ids, Collection<SiteGroup> folders)
            throws FailureException {
        Set<SiteId> gone = Set.copyOf(ids);
        saved.change(before ->
                before.stream()
                        .filter(one -> !(one instanceof Site site && gone.contains(site.id())))
                        .filter(one ->
                                folders.stream().noneMatch(folder -> folder.holds(groupOf(one))))
                        .toList());
    }

    /// Makes a folder that may stay empty.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void addGroup(SiteGroup group) throws FailureException {
        if (!group.isTop()) {
            saved.change(before -> distinct(before, group));
        }
    }

    /// Gives a folder another name or place, with all that it holds. What is there already stays.
    ///
    /// @throws IllegalArgumentException if the folder would come to lie in itself
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void moveGroup(SiteGroup from, SiteGroup to) throws FailureException {
        if (from.isTop() || (from.holds(to) && !from.equals(to))) {
            throw new IllegalArgumentException("A folder cannot be moved into itself.");
        }
        change(
                from,
                one ->
                        switch (one) {
                            case Site site -> site.in(site.group().moved(from, to));
                            case SiteGroup group -> group.moved(from, to);
                        });
    }

    /// Removes a folder; what it held goes to the folder that it lay in.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void dissolveGroup(SiteGroup group) throws FailureException {
        moveGroup(group, group.parent());
    }

    /// Removes a folder with all that it holds.
    ///
    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void removeGroup(SiteGroup group) throws FailureException {
        removeAll(List.of(), List.of(group));
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return saved.notice();
    }

    private SiteRules rules(SiteId id) {
        return find(id).map(Site::rules).orElse(SiteRules.USUAL);
    }

    private List<Site> sites() {
        return saved.all().stream().filter(Site.class::isInstance).map(Site.class::cast).toList();
    }

    private void change(SiteGroup within, UnaryOperator<Saved> edit) throws FailureException {
        saved.change(before -> {
            var after = new LinkedHashSet<Saved>();
            before.forEach(one -> after.add(within.holds(groupOf(one)) ? edit.apply(one) : one));
            after.remove(SiteGroup.TOP);
            return List.copyOf(after);
        });
    }

    private static SiteGroup groupOf(Saved one) {
        return switch (one) {
            case Site site -> site.group();
            case SiteGroup group -> group;
        };
    }

    private static List<Saved> distinct(List<Saved> before, SiteGroup group) {
        if (before.contains(group)) {
            return before;
        }
        var after = new ArrayList<>(before);
        after.add(group);
        return after;
    }

    private static Set<SiteId> ids(Collection<Site> sites) {
        var ids = new HashSet<SiteId>();
        sites.forEach(site -> ids.add(site.id()));
        return ids;
    }

    private static Optional<Site> onlyNamed(List<Site> all, String name) {
        List<Site> found = all.stream().filter(site -> site.name().equalsIgnoreCase(name)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
