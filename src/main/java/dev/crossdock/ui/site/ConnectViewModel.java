package dev.crossdock.ui.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;
import java.util.function.Consumer;

/// The form for a connection: checks what was typed and makes a server of it.
public final class ConnectViewModel {

    private static final String ANONYMOUS = "anonymous";

    private final Sites sites;
    private final Consumer<Destination> connect;

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("21");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<TlsMode> tls = new SimpleObjectProperty<>(TlsMode.EXPLICIT);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Site>> edited =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<SiteId> id = Optional.empty();
    private Optional<RemotePath> folder = Optional.empty();

    /// @param connect takes the server once the form makes sense
    public ConnectViewModel(Sites sites, Consumer<Destination> connect) {
        this.sites = sites;
        this.connect = connect;
        tls.addListener((_, before, now) -> followPort(before, now));
    }

    public Sites sites() {
        return sites;
    }

    StringProperty nameProperty() {
        return name;
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty portProperty() {
        return port;
    }

    public StringProperty userProperty() {
        return user;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public ObjectProperty<TlsMode> tlsProperty() {
        return tls;
    }

    /// What is wrong with the form, in words; empty while nothing is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Where the values of the form come from, if not from the user; else empty.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Whether there is a listing behind the form to go back to.
    public BooleanProperty canGoBackProperty() {
        return canGoBack;
    }

    BooleanBinding editsSite() {
        return Bindings.createBooleanBinding(() -> edited.get().isPresent(), edited);
    }

    BooleanBinding isClear() {
        return tls.isEqualTo(TlsMode.CLEAR);
    }

    /// Connects to a saved site.
    void chooseLocal() {
        connect.accept(Destination.LOCAL);
    }

    public void choose(Site site) {
        connect.accept(Destination.of(site));
    }

    /// Fills the form with a server that could not be reached, to be corrected.
    public void edit(Server server) {
        // Under an id of its own: the password of the old one is not for another host.
        sites.find(server.id()).ifPresentOrElse(this::edit, () -> fill(server));
    }

    /// Fills the form with what a link says; nothing is connected, looked up or saved.
    public void fill(ServerLink link) {
        clear();
        host.set(link.host());
        tls.set(link.tls());
        port.set(Integer.toString(link.port()));
        user.set(link.user());
        folder = link.folder();
        String words =
                link.folder()
                        .map(to -> Strings.text("connect.link.folder", VisibleText.of(to.value())))
                        .orElse(Strings.text("connect.link"));
        note.set(link.hadPassword() ? words + " " + Strings.text("connect.link.password") : words);
    }

    /// Fills the form with a saved site, to be changed.
    public void edit(Site site) {
        fill(site.server());
        id = Optional.of(site.id());
        edited.set(Optional.of(site));
    }

    public void remove(Site site) {
        sites.remove(site);
        edited.get().filter(open -> open.id().equals(site.id())).ifPresent(_ -> clear());
    }

    /// Begins anew with an empty form.
    public void clear() {
        id = Optional.empty();
        edited.set(Optional.empty());
        name.set("");
        host.set("");
        user.set("");
        password.set("");
        tls.set(TlsMode.EXPLICIT);
        port.set("21");
        problem.set("");
        folder = Optional.empty();
        note.set("");
    }

    /// Connects to what was typed, or says what is wrong with it.
    public void submit() {
        problem.set("");
        Server server;
        try {
            server = typed();
        } catch (IllegalArgumentException e) {
            problem.set(String.valueOf(e.getMessage()));
            return;
        }
        boolean anonymous = server.user().equals(ANONYMOUS) && password.get().isEmpty();
        // By custom anonymous logins give an address as the password (RFC 1635).
        sites.register(server, anonymous ? ANONYMOUS + "@" : password.get());
        Optional<RemotePath> start = edited.get().flatMap(Site::folder).or(() -> folder);
        edited.get().ifPresent(_ -> sites.save(server, start));
        clear();
        connect.accept(new Destination(server, start));
    }

    private Server typed() {
        String where = withoutBrackets(host.get().strip());
        if (where.isEmpty()) {
            throw new IllegalArgumentException(Strings.text("connect.problem.host"));
        }
        String who = user.get().strip().isEmpty() ? ANONYMOUS : user.get().strip();
        String called = name.get().strip().isEmpty() ? where : name.get().strip();
        return new Server(id.orElseGet(SiteId::random), called, where, typedPort(), tls.get(), who);
    }

    private int typedPort() {
        String typed = port.get().strip();
        if (!typed.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(Strings.text("connect.problem.port"));
        }
        return Integer.parseInt(typed);
    }

    private void fill(Server server) {
        clear();
        name.set(server.name().equals(server.host()) ? "" : server.name());
        host.set(server.host());
        tls.set(server.tls());
        port.set(Integer.toString(server.port()));
        user.set(server.user());
    }

    /// Changes the port with the mode unless the user typed one of their own.
    private void followPort(TlsMode before, TlsMode now) {
        if (port.get().strip().equals(Integer.toString(before.defaultPort()))) {
            port.set(Integer.toString(now.defaultPort()));
        }
    }

    private static String withoutBrackets(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return bracketed ? host.substring(1, host.length() - 1) : host;
    }
}
