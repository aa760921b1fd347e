package dev.crossdock.ui.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.ServerLink;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

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
    private final Consumer<Optional<SiteId>> manage;

    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("21");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<TlsMode> tls = new SimpleObjectProperty<>(TlsMode.EXPLICIT);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<RemotePath> folder = Optional.empty();

    /// @param connect takes the server once the form makes sense
    /// @param manage opens the site manager, on a site if one is meant
    public ConnectViewModel(
            Sites sites, Consumer<Destination> connect, Consumer<Optional<SiteId>> manage) {
        this.manage = manage;
        this.sites = sites;
        this.connect = connect;
        tls.addListener((_, before, now) -> followPort(before, now));
    }

    public Sites sites() {
        return sites;
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

    /// Lets a server be corrected that could not be reached.
    ///
    /// @return whether it is a saved site, which is opened in the site manager; else it is in the
    ///   form
    public boolean edit(Server server) {
        Optional<Site> saved = sites.find(server.id());
        // Under an id of its own: the password of the old one is not for another host.
        saved.ifPresentOrElse(this::edit, () -> fill(server));
        return saved.isPresent();
    }

    /// Opens the site manager.
    void manage() {
        manage.accept(Optional.empty());
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

    /// Opens a saved site in the site manager.
    public void edit(Site site) {
        manage.accept(Optional.of(site.id()));
    }

    public void remove(Site site) {
        sites.remove(site);
    }

    /// Begins anew with an empty form.
    public void clear() {
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
        Optional<RemotePath> start = folder;
        clear();
        connect.accept(new Destination(server, start));
    }

    private Server typed() {
        String where = withoutBrackets(host.get().strip());
        if (where.isEmpty()) {
            throw new IllegalArgumentException(Strings.text("connect.problem.host"));
        }
        String who = user.get().strip().isEmpty() ? ANONYMOUS : user.get().strip();
        return new Server(SiteId.random(), where, where, typedPort(), tls.get(), who);
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
