package dev.crossdock.ui.sites;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.vault.Vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Secrets in the vault, which is opened or made where needed.
public final class VaultKeyring implements Keyring, LoginTest.Lent {

    private final PasswordDesk desk;
    private final Passwords passwords;
    private final SiteSecrets secrets;

    public VaultKeyring(PasswordDesk desk, Passwords passwords, SiteSecrets secrets) {
        this.desk = desk;
        this.passwords = passwords;
        this.secrets = secrets;
    }

    @Override
    public BiPredicate<Server, SecretKind> kept() {
        return secrets.stored();
    }

    @Override
    public Optional<char[]> find(Server server, SecretKind kind) {
        Optional<char[]> ofThisRun = passwords.find(server, kind);
        if (ofThisRun.isPresent() || secrets.vault().state() != Vault.State.OPEN) {
            return ofThisRun;
        }
        try {
            return secrets.find(server, kind);
        } catch (FailureException lockedMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(Server server, SecretKind kind, char[] secret)
            throws FailureException, InterruptedException {
        if (!desk.keep(server, kind, secret)) {
            throw new FailureException(
                    Failure.of(
                            Failure.Kind.CANCELLED,
                            server.name(),
                            Strings.text("sites.secret.notKept", server.name()),
                            Failure.Remedy.ASK_USER,
                            ""));
        }
    }

    @Override
    public void forget(SiteId site, SecretKind kind) throws FailureException {
        desk.forget(site, kind);
    }

    @Override
    public void lend(Server server, SecretKind kind, char[] secret) {
        passwords.remember(server, kind, secret);
    }

    @Override
    public void takeBack(SiteId site) throws FailureException {
        forget(List.of(site));
    }

    @Override
    public void forget(Collection<SiteId> sites) throws FailureException {
        sites.forEach(passwords::forget);
        secrets.forget(sites);
    }
}
