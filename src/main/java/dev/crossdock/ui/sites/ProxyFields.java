package dev.crossdock.ui.sites;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ProxyServer.Kind;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The go-between of a site; its fields count only while there is one.
final class ProxyFields {

    private static final int SOCKS_PORT = 1080;
    private static final int HTTP_PORT = 8080;

    private final ObjectProperty<Optional<Kind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final Typed<String> host = new Typed<>("site-proxy-host", this::host, kind);
    private final Typed<Integer> port = new Typed<>("site-proxy-port", this::port, kind);
    private final Typed<String> user = new Typed<>("site-proxy-user", this::user, kind);
    private final SecretField password = new SecretField(SecretKind.PROXY);

    ProxyFields() {
        kind.addListener((_, before, now) -> followPort(before, now));
    }

    ObjectProperty<Optional<Kind>> kindProperty() {
        return kind;
    }

    Typed<String> host() {
        return host;
    }

    Typed<Integer> port() {
        return port;
    }

    /// Empty for a proxy that wants no login.
    Typed<String> user() {
        return user;
    }

    SecretField password() {
        return password;
    }

    boolean isUsed() {
        return kind.get().isPresent();
    }

    ObservableValue<Boolean> isUsedProperty() {
        return kind.map(Optional::isPresent);
    }

    void show(Optional<ProxyServer> proxy) {
        kind.set(proxy.map(ProxyServer::kind));
        host.show(proxy.map(it -> it.address().host()).orElse(""));
        port.show(proxy.map(it -> Integer.toString(it.address().port())).orElse(""));
        user.show(proxy.map(ProxyServer::user).orElse(""));
        password.clear();
    }

    /// @throws IllegalArgumentException if a field makes no sense
    Optional<ProxyServer> value() {
        return kind.get()
                .map(which ->
                        new ProxyServer(
                                which,
                                new ServerAddress(host.value(), port.value()),
                                user.value()));
    }

    List<Typed<?>> fields() {
        return List.of(host, port, user);
    }

    List<ObservableValue<?>> values() {
        return Stream.concat(Stream.of(kind), password.values().stream()).toList();
    }

    private String host(String typed) {
        if (isUsed() && typed.isBlank()) {
            throw new IllegalArgumentException(Strings.text("sites.problem.proxy"));
        }
        return isUsed() ? Words.host(typed) : typed;
    }

    private int port(String typed) {
        return isUsed() ? Words.port(typed) : SOCKS_PORT;
    }

    private String user(String typed) {
        return isUsed()
                ? new ProxyServer(Kind.SOCKS5, new ServerAddress("x", 1), typed.strip()).user()
                : typed;
    }

    private void followPort(Optional<Kind> before, Optional<Kind> now) {
        String typed = port.textProperty().get().strip();
        boolean isUsual =
                typed.isEmpty()
                        || before.map(which -> Integer.toString(usualPort(which)).equals(typed))
                                .orElse(false);
        if (isUsual) {
            port.show(now.map(which -> Integer.toString(usualPort(which))).orElse(""));
        }
    }

    private static int usualPort(Kind kind) {
        return switch (kind) {
            case SOCKS5 -> SOCKS_PORT;
            case HTTP_CONNECT -> HTTP_PORT;
        };
    }
}
