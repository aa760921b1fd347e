package dev.crossdock.cli;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.SiteStore;
import dev.crossdock.vault.Vault;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns the places of a command into servers that the core knows, and hands it their passwords.
///
/// One account on one server is one [Login], however often and in whatever way it is written.
final class Logins {

    // RFC 1635: any password will do; an address is polite, this one tells nothing.
    private static final String ANONYMOUS_PASSWORD = "anonymous@";
    private static final Set<String> ANONYMOUS = Set.of("anonymous", "ftp");

    private final Core core;
    private final PasswordSources passwords;
    private final TerminalPrompts prompts;
    private final Map<Server.Login, Login> known = new HashMap<>();

    Logins(Core core, PasswordSources passwords, TerminalPrompts prompts) {
        this.core = core;
        this.passwords = passwords;
        this.prompts = prompts;
    }

    /// @throws UsageException if no site has that name
    Login of(Place place, Side side) throws UsageException {
        return switch (place) {
            case Place.Local _ -> new Login(Server.LOCAL, "", Optional.empty());
            case Place.Remote remote -> remote(remote, side);
        };
    }

    private Login remote(Place.Remote place, Side side) throws UsageException {
        Login login = find(place, core.sites());
        Server server = login.server();
        Login first = known.putIfAbsent(server.login(), login);
        if (first == null && place instanceof Place.Url) {
            core.servers().register(server);
        }
        Login used =
                first == null ? login : new Login(first.server(), first.prefix(), login.start());
        givePassword(used.server(), side);
        return used;
    }

    /// What a place means; nothing comes of it.
    ///
    /// @throws UsageException if no site has that name
    static Login find(Place.Remote place, SiteStore sites) throws UsageException {
        return switch (place) {
            case Place.OfSite site -> saved(site, sites);
            case Place.Url url -> unsaved(url);
        };
    }

    /// @throws FailureException if the server will want a password and nobody can tell it
    void requirePassword(Login login) throws FailureException {
        Server server = login.server();
        if (server.isLocal()) {
            return;
        }
        var kept = core.passwords().find(server.id());
        kept.ifPresent(password -> Arrays.fill(password, '\0'));
        if (kept.isEmpty() && !prompts.canAsk() && needsPassword(server)) {
            requireOpenVault(server);
        }
    }

    /// @throws FailureException if nothing is stored there, or cannot be read
    private void requireOpenVault(Server server) throws FailureException {
        boolean isStored = core.secrets().isStored(server, SecretKind.PASSWORD);
        boolean isOpen = core.secrets().vault().state() == Vault.State.OPEN;
        if (isStored && !isOpen && !prompts.canOpenVault()) {
            throw new FailureException(
                    Failure.of(
                            Kind.LOGIN,
                            server.name(),
                            "The password for "
                                    + server.user()
                                    + " on "
                                    + server.name()
                                    + " is in the vault, which is locked.",
                            Remedy.ASK_USER,
                            "Give the master password with --master-password-file or in "
                                    + MasterOption.VARIABLE
                                    + "."));
        }
        if (!isStored) {
            throw new FailureException(
                    Failure.of(
                            Kind.LOGIN,
                            server.name(),
                            "There is no password for "
                                    + server.user()
                                    + " on "
                                    + server.name()
                                    + ", and no terminal to ask on.",
                            Remedy.ASK_USER,
                            "Give it with --password-file or in CROSSDOCK_PASSWORD."));
        }
    }

    /// Those that let anybody in, or know the user by a certificate, may do without.
    private static boolean needsPassword(Server server) {
        return switch (server.options().logon().kind()) {
            case PASSWORD, ASK -> true;
            case ANONYMOUS, CERTIFICATE -> false;
        };
    }

    /// What can be done about it on a command line.
    Failure advised(Login login, Failure failure) {
        boolean unknown =
                failure.kind() == Kind.UNTRUSTED
                        && login.server().tls().isEncrypted()
                        && !prompts.isChanged(login.server().id());
        return unknown
                ? new Failure(
                        failure.kind(),
                        failure.server(),
                        failure.message(),
                        failure.remedy(),
                        "Compare the fingerprint with the one from the server's owner, then accept"
                                + " it with --trust=new or on a terminal.",
                        failure.details())
                : failure;
    }

    /// Hands on the password that came with the command for a server on that side.
    void givePassword(Server server, Side side) throws UsageException {
        SiteId id = server.id();
        if (prompts.isFinal(id)) {
            return;
        }
        var given = passwords.of(side);
        if (given.isPresent()) {
            prompts.makeFinal(id);
        }
        var password =
                given.isEmpty()
                                && ANONYMOUS.contains(server.user())
                                && !core.secrets().isStored(server, SecretKind.PASSWORD)
                        ? Optional.of(ANONYMOUS_PASSWORD.toCharArray())
                        : given;
        password.ifPresent(chars -> {
            core.passwords().remember(id, chars);
            Arrays.fill(chars, '\0');
        });
    }

    private static Login saved(Place.OfSite place, SiteStore sites) throws UsageException {
        var site =
                sites.named(place.name())
                        .orElseThrow(() ->
                                new UsageException(
                                        "There is no site called "
                                                + PlainText.name(place.name())
                                                + "."));
        return new Login(site.server(), place.prefix(), site.folder());
    }

    private static Login unsaved(Place.Url url) {
        var id = SiteId.of(url.tls(), url.user(), url.host(), url.port());
        var nameless = new Server(id, url.host(), url.host(), url.port(), url.tls(), url.user());
        boolean usual = url.port() == url.tls().defaultPort();
        Server server = usual ? nameless : nameless.named(nameless.address());
        return new Login(server, url.prefix(), Optional.<RemotePath>empty());
    }
}
