package dev.crossdock.ui.sites;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.Settings;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.TransferSettings.SiteSlots;
import dev.crossdock.site.TransferSettings.Slots;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.site.SiteTree;
import dev.crossdock.ui.site.Sites;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The saved sites in their folders, what is selected of them, and the form for one.
///
/// All methods are called on the JavaFX thread. Whoever fills the form anew asks first whether
/// something typed would be lost.
public final class SitesViewModel {

    /// What stands beside the tree.
    sealed interface Shown {
        /// @param isFirst whether there is nothing to choose from yet
        record Nothing(boolean isFirst) implements Shown {}

        record Form() implements Shown {}

        /// @param sites in it, however deep
        record Folder(SiteGroup group, int sites) implements Shown {}

        record Many(int count) implements Shown {}
    }

    private final Sites sites;
    private final Settings settings;
    private final Secrets secrets;
    private final BiConsumer<PaneSide, Site> connect;
    private final SiteFormViewModel form;
    private final TestViewModel test;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<SiteTree> tree;
    private final ReadOnlyObjectWrapper<List<Item>> selected =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableSet<SiteGroup> expanded = FXCollections.observableSet();
    private SiteTree all;

    /// @param connect takes a pane to a site
    public SitesViewModel(
            Sites sites,
            Settings settings,
            Secrets secrets,
            SiteTest test,
            BiConsumer<PaneSide, Site> connect) {
        this.sites = sites;
        this.settings = settings;
        this.secrets = secrets;
        this.connect = connect;
        this.test = new TestViewModel(test);
        form = new SiteFormViewModel();
        all = SiteTree.of(sites.shown(), sites.groups());
        tree = new ReadOnlyObjectWrapper<>(all);
        shown = new ReadOnlyObjectWrapper<>(new Shown.Nothing(all.isEmpty()));
        search.addListener((_, _, _) -> filter());
        sites.shown().subscribe(this::reload);
        sites.groupsProperty().addListener((_, _, _) -> reload());
        sites.noticeProperty().subscribe(this::tell);
    }

    StringProperty searchProperty() {
        return search;
    }

    /// What the search leaves of the sites and their folders.
    ReadOnlyObjectProperty<SiteTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// All of them.
    SiteTree all() {
        return all;
    }

    ReadOnlyObjectProperty<List<Item>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What went wrong outside of the form; empty while all is well.
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    SiteFormViewModel form() {
        return form;
    }

    TestViewModel test() {
        return test;
    }

    /// The folders that stand open while nothing is searched for.
    ObservableSet<SiteGroup> expanded() {
        return expanded;
    }

    /// Whether something typed would be lost.
    boolean hasChanges() {
        return shown.get() instanceof Shown.Form && form.changedProperty().get();
    }

    /// Selects rows of the tree; one site alone fills the form.
    void select(List<Item> items) {
        test.close();
        selected.set(List.copyOf(items));
        shown.set(
                items.size() == 1 && items.getFirst() instanceof Item.Entry(Site site)
                        ? opened(site)
                        : beside(items));
    }

    /// Selects a saved site, wherever it is.
    void select(SiteId id) {
        sites.find(id)
                .ifPresent(site -> {
                    search.set("");
                    expand(site.group());
                    select(List.of(new Item.Entry(site)));
                });
    }

    /// Empties the form for a site in the folder that is selected.
    void newSite() {
        SiteGroup group = around();
        select(List.of());
        form.begin(group);
        secrets.look(form::know);
        shown.set(new Shown.Form());
    }

    /// The folder that something new goes into.
    SiteGroup around() {
        List<Item> items = selected.get();
        return items.size() == 1 ? items.getFirst().around() : SiteGroup.TOP;
    }

    /// Makes a folder where [#around] says, and selects it.
    void newFolder(String name) {
        SiteGroup group = around().child(name);
        search.set("");
        sites.addGroup(group);
        expand(group.parent());
        select(List.of(new Item.Folder(group)));
    }

    /// Saves a copy of the selected site under another name and selects it.
    void duplicate() {
        List<Item> items = present(selected.get());
        if (items.size() == 1 && items.getFirst() instanceof Item.Entry(Site site)) {
            Server server = site.server();
            var copy =
                    site.with(
                            new Server(
                                    SiteId.random(),
                                    Strings.text("sites.copyName", server.name()),
                                    server.host(),
                                    server.port(),
                                    server.tls(),
                                    server.user(),
                                    server.options()));
            sites.save(copy);
            save(copy.id(), settings.current().slots().of(site.id()));
            select(copy.id());
        }
    }

    void rename(Item item, String name) {
        switch (item) {
            case Item.Folder(SiteGroup group) -> {
                SiteGroup renamed = group.parent().child(name);
                moveGroup(group, renamed);
                select(List.of(new Item.Folder(renamed)));
            }
            case Item.Entry(Site before) ->
                    sites.find(before.id())
                            .ifPresent(site -> {
                                sites.save(site.with(site.server().named(name)));
                                select(site.id());
                            });
        }
    }

    /// Whether a folder beside or under another has this name already.
    boolean isTaken(SiteGroup parent, String name) {
        return sites.groups().contains(parent.child(name));
    }

    /// Whether all can go to a folder, and at least one is not there yet.
    boolean canMove(Collection<Item> items, SiteGroup to) {
        return items.stream().noneMatch(item -> item instanceof Item.Folder(var it) && it.holds(to))
                && items.stream().anyMatch(item -> !item.parent().equals(to));
    }

    /// Moves what is still there, as it is now.
    void move(Collection<Item> before, SiteGroup to) {
        List<Item> items = present(before);
        if (!canMove(items, to)) {
            return;
        }
        var gone = new ArrayList<Item>();
        for (Item item : topmost(items)) {
            switch (item) {
                case Item.Folder(SiteGroup group) -> {
                    SiteGroup moved = to.child(group.name());
                    moveGroup(group, moved);
                    gone.add(new Item.Folder(moved));
                }
                case Item.Entry(Site site) -> gone.add(new Item.Entry(site.in(to)));
            }
        }
        sites.saveAll(sitesOf(gone));
        expand(to);
        select(gone);
    }

    /// The sites that go when these rows are deleted.
    List<Site> inside(Collection<Item> items) {
        return all.all()
                .filter(site ->
                        items.stream()
                                .anyMatch(item ->
                                        switch (item) {
                                            case Item.Folder(SiteGroup group) ->
                                                    group.holds(site.group());
                                            case Item.Entry(Site own) -> own.id().equals(site.id());
                                        }))
                .toList();
    }

    /// The folders that go when these rows are deleted.
    List<SiteGroup> foldersInside(Collection<Item> items) {
        return all.allFolders()
                .filter(group ->
                        items.stream()
                                .anyMatch(item ->
                                        item instanceof Item.Folder(var top) && top.holds(group)))
                .toList();
    }

    /// Deletes folders with all that they hold, sites with their secrets.
    void delete(Collection<Item> before) {
        List<Item> gone = topmost(present(before));
        select(List.of());
        sites.remove(foldersOf(gone), sitesOf(gone));
    }

    /// Saves what is in the form.
    ///
    /// @return what makes no sense; nothing is saved then
    Optional<SiteFormViewModel.Flaw> save() {
        return save(_ -> {});
    }

    /// @param then gets the saved site once its secrets are where they belong
    private Optional<SiteFormViewModel.Flaw> save(Consumer<Site> then) {
        Optional<SiteFormViewModel.Flaw> flaw = form.flaw();
        if (flaw.isEmpty()) {
            tell("");
            Site site = form.site();
            SiteSlots slots = form.slots();
            Map<SecretKind, SecretField.Order> orders = form.secrets();
            sites.save(site);
            save(site.id(), slots);
            form.open(site, slots);
            if (!tree.get().all().anyMatch(each -> each.id().equals(site.id()))) {
                search.set("");
            }
            expand(site.group());
            selected.set(List.of(new Item.Entry(site)));
            secrets.carryOut(site.server(), orders, () -> then.accept(site), this::tell);
            secrets.look(form::know);
        }
        return flaw;
    }

    /// Fills the form with what was saved; one that never was is put away.
    void revert() {
        if (form.freshProperty().get()) {
            select(List.of());
        } else {
            sites.find(form.base().id())
                    .ifPresentOrElse(
                            site -> form.open(site, slots(site.id())), () -> select(List.of()));
        }
    }

    /// Saves what was changed, and takes a pane to the site.
    ///
    /// @return what makes no sense; nothing happens then
    Optional<SiteFormViewModel.Flaw> connect(PaneSide side) {
        if (form.changedProperty().get() || form.freshProperty().get()) {
            return save(site -> connect.accept(side, site));
        }
        connect.accept(side, form.base());
        return Optional.empty();
    }

    /// Logs on with what is in the form, without saving it.
    ///
    /// @return what makes no sense; nothing happens then
    Optional<SiteFormViewModel.Flaw> tryOut() {
        Optional<SiteFormViewModel.Flaw> flaw = form.flaw();
        if (flaw.isEmpty()) {
            Server server = form.site().server();
            var known = new EnumMap<SecretKind, char[]>(SecretKind.class);
            form.secrets()
                    .forEach((kind, order) -> {
                        if (order instanceof SecretField.Order.Keep keep) {
                            char[] secret = keep.secret();
                            known.put(kind, secret);
                        }
                    });
            if (!known.isEmpty()) {
                addKept(server, known);
            }
            test.begin(server, known);
        }
        return flaw;
    }

    /// Beside what is typed, what is kept: a login with secrets of its own finds no others.
    private void addKept(Server server, Map<SecretKind, char[]> known) {
        for (SecretKind kind : SecretKind.values()) {
            if (!known.containsKey(kind)) {
                secrets.find(server, kind).ifPresent(kept -> known.put(kind, kept));
            }
        }
    }

    /// Looks at the files again, where others may have written.
    public void refresh() {
        sites.reload();
        secrets.look(form::know);
    }

    /// Tells what went wrong, or with nothing that all is well.
    void tell(String words) {
        notice.set(words);
    }

    private Shown opened(Site site) {
        form.open(site, slots(site.id()));
        secrets.look(form::know);
        return new Shown.Form();
    }

    private SiteSlots slots(SiteId id) {
        return settings.current().slots().of(id);
    }

    private void save(SiteId id, SiteSlots slots) {
        if (slots(id).equals(slots)) {
            return;
        }
        try {
            settings.change(now -> now.with(with(now.slots(), id, slots)));
        } catch (FailureException failed) {
            tell(failed.failure().words());
        }
    }

    private static Slots with(Slots slots, SiteId id, SiteSlots own) {
        var bySite = new HashMap<>(slots.bySite());
        if (own.equals(SiteSlots.UNBOUNDED)) {
            bySite.remove(id);
        } else {
            bySite.put(id, own);
        }
        return new Slots(slots.betweenTwo(), slots.inAll(), bySite);
    }

    private void moveGroup(SiteGroup from, SiteGroup to) {
        var open = List.copyOf(expanded);
        sites.moveGroup(from, to);
        for (SiteGroup each : open) {
            if (from.holds(each)) {
                expanded.remove(each);
                SiteGroup moved = to;
                for (String name : each.names().subList(from.names().size(), each.names().size())) {
                    moved = moved.child(name);
                }
                expanded.add(moved);
            }
        }
    }

    private void expand(SiteGroup group) {
        for (SiteGroup each = group; !each.isTop(); each = each.parent()) {
            expanded.add(each);
        }
    }

    /// Without what lies in a folder that is there too.
    private static List<Item> topmost(Collection<Item> items) {
        return items.stream()
                .filter(item ->
                        items.stream()
                                .noneMatch(other ->
                                        other instanceof Item.Folder(SiteGroup group)
                                                && !other.equals(item)
                                                && group.holds(item.parent())))
                .toList();
    }

    private static List<SiteGroup> foldersOf(Collection<Item> items) {
        return items.stream()
                .filter(Item.Folder.class::isInstance)
                .map(item -> ((Item.Folder) item).group())
                .toList();
    }

    private static List<Site> sitesOf(Collection<Item> items) {
        return items.stream()
                .filter(Item.Entry.class::isInstance)
                .map(item -> ((Item.Entry) item).site())
                .toList();
    }

    /// What of these is still there, sites as they are now.
    private List<Item> present(Collection<Item> items) {
        Set<SiteGroup> groups = sites.groups();
        return items.stream()
                .<Item>mapMulti((item, kept) -> {
                    switch (item) {
                        case Item.Folder(SiteGroup group) -> {
                            if (groups.contains(group)) {
                                kept.accept(item);
                            }
                        }
                        case Item.Entry(Site site) ->
                                sites.find(site.id())
                                        .ifPresent(now -> kept.accept(new Item.Entry(now)));
                    }
                })
                .toList();
    }

    private void reload() {
        all = SiteTree.of(sites.shown(), sites.groups());
        filter();
        selected.set(present(selected.get()));
        boolean isTyped = form.changedProperty().get() || form.freshProperty().get();
        if (!(shown.get() instanceof Shown.Form && isTyped)) {
            shown.set(beside(selected.get()));
        }
    }

    /// What belongs beside the tree; a form that shows a site as it is is left alone.
    private Shown beside(List<Item> items) {
        return switch (items.size()) {
            case 0 -> new Shown.Nothing(all.isEmpty());
            case 1 ->
                    switch (items.getFirst()) {
                        case Item.Folder(SiteGroup group) ->
                                new Shown.Folder(group, inside(items).size());
                        case Item.Entry(Site site) ->
                                shown.get() instanceof Shown.Form && site.equals(form.base())
                                        ? shown.get()
                                        : opened(site);
                    };
            default -> new Shown.Many(items.size());
        };
    }

    private void filter() {
        tree.set(all.matching(search.get()));
    }
}
