package dev.crossdock.ui.sites;

import dev.crossdock.model.Logon;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteColour;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a site is, who we are there, and what the user calls it.
final class GeneralPart implements Part {

    private static final String ANONYMOUS = "anonymous";

    private final ObjectProperty<TlsMode> tls = new SimpleObjectProperty<>(TlsMode.EXPLICIT);
    private final ObjectProperty<Logon.Kind> kind = new SimpleObjectProperty<>(Logon.Kind.PASSWORD);
    private final ObjectProperty<SiteColour> colour = new SimpleObjectProperty<>(SiteColour.NONE);
    private final Typed<String> host = new Typed<>("site-host", Words::host);
    private final Typed<Integer> port = new Typed<>("site-port", Words::port);
    private final Typed<String> user = new Typed<>("site-user", this::user, kind);
    private final Typed<Optional<String>> account = new Typed<>("site-account", this::account);
    private final Typed<Optional<String>> certificate =
            new Typed<>("site-certificate", this::certificate, kind, tls);
    private final Typed<Optional<String>> name = new Typed<>("site-name", this::name);
    private final Typed<String> notes = new Typed<>("site-notes", this::notes);
    private final SecretField password = new SecretField(SecretKind.PASSWORD);
    private final SecretField passPhrase = new SecretField(SecretKind.CERTIFICATE);

    GeneralPart() {
        tls.addListener((_, before, now) -> followPort(before, now));
    }

    Typed<String> host() {
        return host;
    }

    Typed<Integer> port() {
        return port;
    }

    Typed<String> user() {
        return user;
    }

    Typed<Optional<String>> account() {
        return account;
    }

    /// The path of a file.
    Typed<Optional<String>> certificate() {
        return certificate;
    }

    /// Empty follows the host.
    Typed<Optional<String>> name() {
        return name;
    }

    Typed<String> notes() {
        return notes;
    }

    SecretField password() {
        return password;
    }

    SecretField passPhrase() {
        return passPhrase;
    }

    ObjectProperty<TlsMode> tlsProperty() {
        return tls;
    }

    ObjectProperty<Logon.Kind> kindProperty() {
        return kind;
    }

    ObjectProperty<SiteColour> colourProperty() {
        return colour;
    }

    ObservableValue<Boolean> isClear() {
        return tls.map(mode -> !mode.isEncrypted());
    }

    ObservableValue<Boolean> hasUser() {
        return kind.map(GeneralPart::hasUser);
    }

    ObservableValue<Boolean> hasPassword() {
        return kind.map(GeneralPart::hasPassword);
    }

    ObservableValue<Boolean> hasCertificate() {
        return kind.isEqualTo(Logon.Kind.CERTIFICATE);
    }

    /// Whether a password of this form is ever sent.
    boolean wantsPassword() {
        return hasPassword(kind.get());
    }

    boolean wantsPassPhrase() {
        return kind.get() == Logon.Kind.CERTIFICATE;
    }

    @Override
    public void show(Site site) {
        Server server = site.server();
        Logon logon = server.options().logon();
        tls.set(server.tls());
        kind.set(logon.kind());
        colour.set(site.colour());
        host.show(server.host());
        port.show(Integer.toString(server.port()));
        user.show(logon.kind() == Logon.Kind.ANONYMOUS ? "" : server.user());
        account.show(logon.account().orElse(""));
        certificate.show(logon.certificate().orElse(""));
        name.show(server.name().equals(server.host()) ? "" : server.name());
        notes.show(site.notes());
        password.clear();
        passPhrase.clear();
    }

    /// Leaves the fields empty that everybody fills in.
    void blank() {
        host.show("");
        user.show("");
        name.show("");
    }

    @Override
    public Site over(Site site) {
        return site.with(server(site.server())).with(colour.get()).withNotes(notes.value());
    }

    private Server server(Server before) {
        String where = host.value();
        var logon = new Logon(kind.get(), account.value(), certificate.value());
        return new Server(
                before.id(),
                name.value().orElse(where),
                where,
                port.value(),
                tls.get(),
                user.value(),
                before.options().with(logon));
    }

    @Override
    public List<Typed<?>> fields() {
        return List.of(host, port, user, certificate, account, name, notes);
    }

    @Override
    public List<ObservableValue<?>> values() {
        return Stream.of(
                        Stream.of(tls, kind, colour),
                        fields().stream().map(Typed::textProperty),
                        password.values().stream(),
                        passPhrase.values().stream())
                .<ObservableValue<?>>flatMap(each -> each)
                .toList();
    }

    private String user(String typed) {
        if (!hasUser(kind.get())) {
            return ANONYMOUS;
        }
        String who = typed.strip();
        if (who.isEmpty()) {
            throw new IllegalArgumentException(Strings.text("sites.problem.user"));
        }
        return Blank.server(who).user();
    }

    private Optional<String> account(String typed) {
        Optional<String> given = Words.optional(typed);
        return new Logon(Logon.Kind.PASSWORD, given, Optional.empty()).account();
    }

    private Optional<String> certificate(String typed) {
        Optional<String> file = Words.optional(typed);
        if (kind.get() == Logon.Kind.CERTIFICATE && !tls.get().isEncrypted()) {
            throw new IllegalArgumentException(Strings.text("sites.problem.certificate"));
        }
        return new Logon(kind.get(), Optional.empty(), file).certificate();
    }

    private Optional<String> name(String typed) {
        return Words.optional(typed).map(given -> Blank.server(ANONYMOUS).named(given).name());
    }

    private String notes(String typed) {
        return Blank.site(Blank.server(ANONYMOUS)).withNotes(typed).notes();
    }

    private static boolean hasUser(Logon.Kind kind) {
        return switch (kind) {
            case PASSWORD, ASK, CERTIFICATE -> true;
            case ANONYMOUS -> false;
        };
    }

    private static boolean hasPassword(Logon.Kind kind) {
        return switch (kind) {
            case PASSWORD, CERTIFICATE -> true;
            case ASK, ANONYMOUS -> false;
        };
    }

    /// Changes the port with the mode unless the user typed one of their own.
    private void followPort(TlsMode before, TlsMode now) {
        if (port.textProperty().get().strip().equals(Integer.toString(before.defaultPort()))) {
            port.show(Integer.toString(now.defaultPort()));
        }
    }
}
