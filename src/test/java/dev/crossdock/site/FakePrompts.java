package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A user who is told beforehand, or while a question is open, what to answer.
final class FakePrompts implements Prompts {

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /// "yes", "no", "give up" or a password.
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
    public boolean changed(Server server, Certificate presented, PinnedCertificate accepted) {
        heard.add(
                "changed %s %c to %c"
                        .formatted(
                                server.host(),
                                accepted.sha256().charAt(0),
                                presented.sha256().charAt(0)));
        return "the new one is right".equals(answers.poll());
    }

    @Override
    public Optional<char[]> password(Server server, boolean again) throws InterruptedException {
        heard.add("password " + server.host() + (again ? " again" : ""));
        String answer = answers.take();
        return answer.equals("give up") ? Optional.empty() : Optional.of(answer.toCharArray());
    }
}
