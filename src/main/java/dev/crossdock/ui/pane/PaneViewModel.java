package dev.crossdock.ui.pane;

import dev.crossdock.browse.Browser;
import dev.crossdock.browse.Browsers;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.site.Destination;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One pane: its connection, its folder, its rows.
///
/// All methods are called on the JavaFX thread.
public final class PaneViewModel {

    private static final Listing NOTHING = new Listing(RemotePath.ROOT, List.of(), List.of());

    private final PaneSide side;
    private final Browsers browsers;
    private final PaneThreads threads;
    private final Calls calls;

    private final ReadOnlyObjectWrapper<PaneState> state =
            new ReadOnlyObjectWrapper<>(new PaneState.Choosing());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Notice>> notice =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<SortOrder> order = new SimpleObjectProperty<>(SortOrder.BY_NAME);
    private final ObjectProperty<List<Entry>> selected = new SimpleObjectProperty<>(List.of());

    /// Numbers the connections and the folders asked for, so that late answers can be told.
    private final AtomicLong connection = new AtomicLong();

    private final AtomicLong visit = new AtomicLong();
    private Listing listing = NOTHING;
    private long arrangement;
    private int pending;
    private @Nullable Browser browser;
    private Optional<Destination> destination = Optional.empty();

    public PaneViewModel(PaneSide side, Browsers browsers, PaneThreads threads) {
        this.side = side;
        this.browsers = browsers;
        this.threads = threads;
        this.calls = new Calls(threads);
        filter.addListener((_, _, _) -> arrange(Optional.empty()));
        order.addListener((_, _, _) -> arrange(Optional.empty()));
    }

    public PaneSide side() {
        return side;
    }

    public ReadOnlyObjectProperty<PaneState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The server is being asked something.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The user chooses another site while this one stays connected.
    public BooleanProperty choosingProperty() {
        return choosing;
    }

    public ObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ObjectProperty<SortOrder> orderProperty() {
        return order;
    }

    ObjectProperty<List<Entry>> selectedProperty() {
        return selected;
    }

    public Optional<ServerFacts> facts() {
        return state.get() instanceof PaneState.Browsing(ServerFacts facts)
                ? Optional.of(facts)
                : Optional.empty();
    }

    /// Not connected, and not about to be.
    public boolean isFree() {
        return switch (state.get()) {
            case PaneState.Choosing _, PaneState.Refused _ -> true;
            case PaneState.Connecting _, PaneState.Browsing _ -> false;
        };
    }

    /// The folder whose rows are on the screen.
    public RemotePath folder() {
        return shown.get().folder();
    }

    /// The folder as its system writes it.
    String folderText() {
        return isLocal() ? LocalPaths.HERE.text(folder()) : folder().value();
    }

    /// The pane shows this computer's own files.
    boolean isLocal() {
        return facts().filter(facts -> facts.server().isLocal()).isPresent();
    }

    public Optional<Selection> selection() {
        return facts().map(
                        facts -> new Selection(side, facts.server().id(), folder(), selected.get()))
                .filter(picked -> !picked.isEmpty());
    }

    /// Whether there is nothing to copy from here to the other pane, or nowhere to copy it.
    public BooleanBinding cannotCopyTo(PaneViewModel other) {
        return Bindings.createBooleanBinding(
                () -> selection().isEmpty() || other.facts().isEmpty(),
                selected,
                state,
                other.state);
    }

    /// Whether what is dragged may be dropped here.
    boolean welcomes(Selection picked) {
        return facts().isPresent() && picked.origin() != side;
    }

    /// Leaves the server this pane is on and goes to another.
    public void connect(Destination to) {
        leave();
        destination = Optional.of(to);
        Browser opened = browsers.open(to.server());
        browser = opened;
        state.set(new PaneState.Connecting(to.server()));
        long own = connection.get();
        ask(
                () -> Arrival.at(opened, to),
                () -> connection.get() == own,
                this::arrived,
                failure -> refused(to.server(), failure));
    }

    /// Goes back to the choice of sites, from a connection or from the attempt at one.
    public void disconnect() {
        leave();
        state.set(new PaneState.Choosing());
    }

    /// Tries again what was refused.
    void retry() {
        destination.ifPresent(this::connect);
    }

    void open(RemotePath folder) {
        notice.set(Optional.empty());
        list(folder, Optional.empty());
    }

    /// Opens a folder of this computer, if that is what the pane shows and there can be such a one.
    public void openLocal(String folder) {
        if (isLocal() && new File(folder).isAbsolute()) {
            open(LocalPaths.HERE.read(folder));
        }
    }

    /// Opens a path as its system writes it, absolute or from the folder that is open.
    ///
    /// @throws IllegalArgumentException if it can be no path
    void openTyped(String typed) {
        boolean absolute = isLocal() && new File(typed).isAbsolute();
        open(absolute ? LocalPaths.HERE.read(typed) : folder().resolve(typed));
    }

    /// Opens the folder above and selects the one we came from.
    void up() {
        if (!folder().isRoot()) {
            notice.set(Optional.empty());
            list(folder().parent(), Optional.of(folder().name()));
        }
    }

    /// Lists the folder anew; selection and scroll position stay.
    public void refresh() {
        if (facts().isPresent()) {
            open(folder());
        }
    }

    /// Lists the folder anew without the user having asked: messages stay, and a call that is under
    /// way is left alone, since it ends with a listing anyway.
    public void refreshQuietly() {
        if (facts().isPresent() && !busy.get()) {
            list(folder(), Optional.empty());
        }
    }

    void makeFolder(String name) {
        RemotePath path = folder().child(name);
        change(server -> server.makeFolder(path), Optional.of(name));
    }

    void rename(Entry entry, String name) {
        RemotePath from = folder().child(entry.name());
        RemotePath to = folder().child(name);
        change(server -> server.rename(from, to), Optional.of(name));
    }

    void delete(List<Entry> entries) {
        RemotePath in = folder();
        change(
                server ->
                        EachEntry.of(
                                entries,
                                entry -> server.delete(in.child(entry.name()), entry.kind())),
                Optional.empty());
    }

    void setPermissions(List<Entry> entries, String mode) {
        RemotePath in = folder();
        change(
                server ->
                        EachEntry.of(entries, entry -> server.chmod(in.child(entry.name()), mode)),
                Optional.empty());
    }

    /// Ends the connection without waiting for it.
    public void close() {
        leave();
    }

    @FunctionalInterface
    private interface Change {
        void make(Browser server) throws FailureException, InterruptedException;
    }

    private void arrived(Arrival arrival) {
        state.set(new PaneState.Browsing(arrival.facts()));
        choosing.set(false);
        take(arrival.listing(), Optional.empty());
        arrival.trouble().ifPresent(failure -> notice.set(Optional.of(Notice.of(failure))));
    }

    private void refused(Server server, Failure failure) {
        closeBrowser();
        state.set(new PaneState.Refused(server, failure));
    }

    private void list(RemotePath wanted, Optional<String> focus) {
        Browser asked = browser;
        if (asked == null) {
            return;
        }
        long own = connection.get();
        long ticket = visit.incrementAndGet();
        ask(
                () -> asked.list(wanted),
                () -> connection.get() == own && visit.get() == ticket,
                answer -> take(answer, focus),
                this::tell);
    }

    private void change(Change change, Optional<String> focus) {
        Browser asked = browser;
        if (asked == null) {
            return;
        }
        notice.set(Optional.empty());
        long own = connection.get();
        RemotePath in = folder();
        ask(
                () -> {
                    change.make(asked);
                    return in;
                },
                () -> connection.get() == own,
                _ -> listAgain(in, focus),
                failure -> {
                    // Part of it may have been done.
                    listAgain(in, Optional.empty());
                    tell(failure);
                });
    }

    private void listAgain(RemotePath changed, Optional<String> focus) {
        if (folder().equals(changed)) {
            list(changed, focus);
        }
    }

    private void take(Listing answer, Optional<String> focus) {
        boolean elsewhere = !answer.folder().equals(listing.folder());
        listing = answer;
        if (elsewhere) {
            filter.set("");
        }
        boolean failureIsShown = notice.get().flatMap(Notice::failure).isPresent();
        if (!answer.leftOut().isEmpty() && !failureIsShown) {
            String words = Strings.count("pane.leftOut", answer.leftOut().size());
            notice.set(Optional.of(new Notice(words, Optional.empty(), answer.leftOut())));
        }
        arrange(focus);
    }

    private void tell(Failure failure) {
        notice.set(Optional.of(Notice.of(failure)));
    }

    private void arrange(Optional<String> focus) {
        Listing current = listing;
        String wanted = filter.get();
        SortOrder by = order.get();
        long ticket = ++arrangement;
        threads.aside()
                .execute(() -> {
                    List<Entry> rows = Arranger.arrange(current.entries(), wanted, by);
                    int total = current.entries().size();
                    var result = new Shown(current.folder(), rows, total, focus);
                    threads.screen().execute(() -> show(ticket, result));
                });
    }

    private void show(long ticket, Shown result) {
        if (ticket == arrangement) {
            if (!result.folder().equals(folder())) {
                selected.set(List.of());
            }
            shown.set(result);
        }
    }

    private <T> void ask(
            Calls.Call<T> call,
            BooleanSupplier wanted,
            Consumer<T> answered,
            Consumer<Failure> failed) {
        pending++;
        busy.set(true);
        long own = connection.get();
        calls.make(call, wanted, answered, failed, () -> settle(own));
    }

    private void settle(long own) {
        if (connection.get() == own) {
            pending--;
            busy.set(pending > 0);
        }
    }

    private void leave() {
        connection.incrementAndGet();
        visit.incrementAndGet();
        arrangement++;
        pending = 0;
        busy.set(false);
        notice.set(Optional.empty());
        choosing.set(false);
        selected.set(List.of());
        closeBrowser();
        listing = NOTHING;
        filter.set("");
        arrangement++;
        shown.set(Shown.NOTHING);
    }

    private void closeBrowser() {
        Browser open = browser;
        browser = null;
        if (open != null) {
            threads.aside().execute(open::close);
        }
    }
}
