package dev.crossdock.testing;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;

import java.util.Optional;

/// Whoever asks anything has lost.
public final class Nobody implements Prompts, ExistsPrompt {

    @Override
    public boolean trust(Server server, Certificate presented) {
        throw new AssertionError("asked about " + presented);
    }

    @Override
    public boolean changed(Server server, Certificate presented, PinnedCertificate accepted) {
        throw new AssertionError("told about " + presented);
    }

    @Override
    public Optional<GivenSecret> secret(
            Server server, SecretKind kind, boolean again, boolean mayKeep) {
        throw new AssertionError("asked for the %s of %s".formatted(kind, server));
    }

    @Override
    public Optional<char[]> masterPassword(boolean again) {
        throw new AssertionError("asked for the master password");
    }

    @Override
    public Optional<NewVault> newVault() {
        throw new AssertionError("asked how to make a vault");
    }

    @Override
    public void vaultFailed(Failure failure) {
        throw new AssertionError(failure.words());
    }

    @Override
    public Answer ask(Question question) {
        throw new AssertionError("asked " + question);
    }
}
