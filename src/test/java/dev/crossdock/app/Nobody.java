package dev.crossdock.app;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;

import java.util.Optional;

/// Whoever asks anything has lost.
final class Nobody implements Prompts, ExistsPrompt {

    @Override
    public boolean trust(Server server, Certificate presented) {
        throw new AssertionError("asked about " + presented);
    }

    @Override
    public boolean changed(Server server, Certificate presented, PinnedCertificate accepted) {
        throw new AssertionError("told about " + presented);
    }

    @Override
    public Optional<char[]> password(Server server, boolean again) {
        throw new AssertionError("asked for the password of " + server);
    }

    @Override
    public Answer ask(Question question) {
        throw new AssertionError("asked " + question);
    }
}
