package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A user who is told beforehand, or while a question is open, what to answer.
final class FakePrompts implements Prompts {

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /// "yes", "no", "give up", "key file", a password or "keep " and a password.
    FakePrompts willAnswer(String... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @Override
    public boolean trust(Server server, Certificate presented) throws InterruptedException {
        heard.add("trust " + server.host() + " " + presented.sha256().charAt(0));
        return answers.take().equals("yes");
    }

    @Override
    public void changed(Server server, Certificate presented, PinnedCertificate accepted) {
        heard.add(
                "changed %s %c to %c"
                        .formatted(
                                server.host(),
                                accepted.sha256().charAt(0),
                                presented.sha256().charAt(0)));
    }

    @Override
    public Optional<GivenSecret> secret(
            Server server, SecretKind kind, boolean again, boolean mayKeep)
            throws InterruptedException {
        heard.add(
                kind.name().toLowerCase(Locale.ROOT)
                        + " "
                        + server.host()
                        + (again ? " again" : "")
                        + (mayKeep ? "" : " only for now"));
        return answer().map(answer ->
                new GivenSecret(
                        answer.replaceFirst("^keep ", "").toCharArray(),
                        answer.startsWith("keep ")));
    }

    @Override
    public Optional<char[]> masterPassword(boolean again) throws InterruptedException {
        heard.add("master password" + (again ? " again" : ""));
        return answer().map(String::toCharArray);
    }

    @Override
    public Optional<NewVault> newVault() throws InterruptedException {
        heard.add("new vault");
        return answer().map(answer ->
                answer.equals("key file")
                        ? NewVault.withKeyFile()
                        : NewVault.under(answer.toCharArray()));
    }

    @Override
    public void vaultFailed(Failure failure) {
        heard.add("failed: " + failure.message());
    }

    private Optional<String> answer() throws InterruptedException {
        return Optional.of(answers.take()).filter(answer -> !answer.equals("give up"));
    }
}
