package dev.crossdock.ui.sites;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;

import java.util.Optional;

/// A user whom nobody may ask.
final class NoPrompts implements Prompts {

    @Override
    public boolean trust(Server server, Certificate presented) {
        throw new AssertionError("trust in " + server);
    }

    @Override
    public boolean changed(Server server, Certificate presented, PinnedCertificate accepted) {
        throw new AssertionError("another certificate of " + server);
    }

    @Override
    public Optional<GivenSecret> secret(
            Server server, SecretKind kind, boolean again, boolean mayKeep) {
        throw new AssertionError(kind + " of " + server);
    }

    @Override
    public Optional<char[]> masterPassword(boolean again) {
        throw new AssertionError("the master password");
    }

    @Override
    public Optional<NewVault> newVault() {
        throw new AssertionError("a new vault");
    }

    @Override
    public void vaultFailed(Failure failure) {
        throw new AssertionError(failure.words());
    }
}
