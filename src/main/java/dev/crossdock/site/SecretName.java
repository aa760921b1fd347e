package dev.crossdock.site;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.Server.Login;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.SiteId;

import java.util.Locale;
import java.util.stream.Collectors;

/// What one secret is for, and nothing else: when a site is edited, the old one has another name.
///
/// @param use where it is sent and for whom
record SecretName(SiteId site, SecretKind kind, String use) {

    static SecretName of(Server server, SecretKind kind) {
        String use =
                switch (kind) {
                    case PASSWORD -> login(server);
                    case CERTIFICATE -> server.options().logon().certificate().orElse("");
                    case PROXY -> server.options().proxy().map(SecretName::proxy).orElse("");
                };
        return new SecretName(server.id(), kind, use);
    }

    /// How the names of all secrets of a site begin in the vault.
    static String start(SiteId site) {
        return site.value() + " ";
    }

    /// The same for those of one kind.
    static String start(SiteId site, SecretKind kind) {
        return start(site) + word(kind) + " ";
    }

    /// As it stands in the vault.
    String text() {
        return start(site, kind) + use;
    }

    /// Whether that is a name in the vault for this kind of secret of this site.
    boolean isOfSameKind(String text) {
        return text.startsWith(start(site, kind));
    }

    private static String login(Server server) {
        Login login = server.login();
        String others =
                server.options().others().stream()
                        .map(address -> ", " + address.folded())
                        .collect(Collectors.joining());
        return "%s %s@%s%s"
                .formatted(
                        word(login.tls()),
                        login.user(),
                        new ServerAddress(login.host(), login.port()),
                        others);
    }

    private static String proxy(ProxyServer proxy) {
        return "%s %s@%s"
                .formatted(
                        word(proxy.kind()),
                        proxy.user(),
                        proxy.address().toString().toLowerCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
