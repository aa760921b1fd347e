package dev.crossdock.cli;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Asks on the terminal, one question at a time; without one every answer is no.
///
/// Questions go to standard error, so that results on standard output stay clean.
final class TerminalPrompts implements Prompts, ExistsPrompt {

    private static final int TRIES = 3;
    private static final int TYPED_DIGITS = 8;

    private final Terminal terminal;
    private final PrintStream err;
    private final InstantSource clock;
    private final ReentrantLock one = new ReentrantLock();
    private final Set<SiteId> finals = ConcurrentHashMap.newKeySet();
    private final Set<SiteId> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicInteger masterAsked = new AtomicInteger();

    TerminalPrompts(Streams streams, InstantSource clock) {
        this.terminal = streams.terminal();
        this.err = streams.err();
        this.clock = clock;
    }

    boolean canAsk() {
        return terminal.canAsk();
    }

    /// Whether somebody is being asked right now.
    boolean isAsking() {
        return one.isLocked();
    }

    /// The password of this server came with the command; there is no other to ask for.
    void makeFinal(SiteId site) {
        finals.add(site);
    }

    boolean isFinal(SiteId site) {
        return finals.contains(site);
    }

    /// The server came with another certificate than the accepted one.
    boolean isChanged(SiteId site) {
        return changed.contains(site);
    }

    @Override
    public boolean trust(Server server, Certificate presented) throws InterruptedException {
        if (!terminal.canAsk()) {
            return false;
        }
        one.lockInterruptibly();
        try {
            say("");
            say(called(server) + " shows a certificate that is not known here.");
            CertificateText.lines(server, presented, clock.instant()).forEach(this::say);
            return yes("Trust it from now on?");
        } finally {
            one.unlock();
        }
    }

    @Override
    public boolean changed(Server server, Certificate presented, PinnedCertificate accepted)
            throws InterruptedException {
        one.lockInterruptibly();
        try {
            say(called(server) + " came with another certificate. Refused.");
            say("The accepted one:");
            CertificateText.lines(accepted).forEach(this::say);
            say("The one it shows now:");
            CertificateText.lines(server, presented, clock.instant()).forEach(this::say);
            boolean isRight = terminal.canAsk() && isRight(presented);
            if (!isRight) {
                changed.add(server.id());
            }
            return isRight;
        } finally {
            one.unlock();
        }
    }

    /// Asked once: whoever types anything else did not compare.
    private boolean isRight(Certificate presented) throws InterruptedException {
        say("Somebody may be listening in. Ask the server's owner for the new fingerprint.");
        ask("To accept it, type the first " + TYPED_DIGITS + " digits the owner told you:");
        String digits =
                terminal.readLine().map(line -> word(line).replaceAll("[:\\s]", "")).orElse("");
        return digits.length() >= TYPED_DIGITS && presented.sha256().startsWith(digits);
    }

    @Override
    public Optional<GivenSecret> secret(
            Server server, SecretKind kind, boolean again, boolean mayKeep)
            throws InterruptedException {
        boolean isGiven = kind == SecretKind.PASSWORD && isFinal(server.id());
        if (!terminal.canAsk() || isGiven) {
            return Optional.empty();
        }
        one.lockInterruptibly();
        try {
            if (asked.merge(server.id() + " " + kind, 1, Integer::sum) > TRIES) {
                return Optional.empty();
            }
            if (again) {
                say(SecretWords.refused(server, kind));
            }
            ask(SecretWords.question(server, kind));
            // Never to the vault: a command asks for what it needs, the rest is for the window.
            return terminal.readPassword().map(secret -> new GivenSecret(secret, false));
        } finally {
            one.unlock();
        }
    }

    @Override
    public Optional<char[]> masterPassword(boolean again) throws InterruptedException {
        if (!terminal.canAsk()) {
            return Optional.empty();
        }
        one.lockInterruptibly();
        try {
            if (masterAsked.incrementAndGet() > TRIES) {
                return Optional.empty();
            }
            if (again) {
                say("That is not the master password of the vault.");
            }
            ask("Master password of the vault (Enter goes on without it):");
            return terminal.readPassword().filter(typed -> typed.length > 0);
        } finally {
            one.unlock();
        }
    }

    @Override
    public Optional<NewVault> newVault() {
        return Optional.empty();
    }

    @Override
    public void vaultFailed(Failure failure) {
        say(failure.words());
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        one.lockInterruptibly();
        try {
            if (!terminal.canAsk()) {
                return new Answer(ExistsRule.FAIL, true);
            }
            say("");
            say(
                    question.target()
                            + " already has "
                            + question.targetPath()
                            + bytes(question.targetSize())
                            + "; it would be replaced by "
                            + question.sourcePath()
                            + " of "
                            + question.source()
                            + bytes(question.sourceSize())
                            + ".");
            return existsAnswer(question);
        } finally {
            one.unlock();
        }
    }

    private Answer existsAnswer(Question question) throws InterruptedException {
        String choices = "[s]kip, [o]verwrite, overwrite if [n]ewer, [r]ename";
        if (question.offersResume()) {
            choices +=
                    ", [c]ontinue (keep what is there, send the missing "
                            + count(question.missing().orElseThrow())
                            + ")";
        }
        while (true) {
            ask(choices + "; with “all” for all that follow:");
            var line = terminal.readLine();
            if (line.isEmpty()) {
                return new Answer(ExistsRule.FAIL, true);
            }
            var answer = ExistsAnswer.parse(line.get(), question.offersResume());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private boolean yes(String question) throws InterruptedException {
        while (true) {
            ask(question + " [yes/no]");
            switch (terminal.readLine().map(TerminalPrompts::word).orElse("no")) {
                case "yes", "y" -> {
                    return true;
                }
                case "no", "n" -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private void say(String text) {
        err.println(PlainText.name(text));
    }

    private void ask(String text) {
        err.print(PlainText.name(text) + " ");
        err.flush();
    }

    private static String called(Server server) {
        return server.name().equals(server.address())
                ? server.name()
                : server.name() + " (" + server.address() + ")";
    }

    private static String word(String line) {
        return line.strip().toLowerCase(Locale.ROOT);
    }

    private static String bytes(OptionalLong size) {
        return size.isPresent() ? " (" + count(size.getAsLong()) + ")" : "";
    }

    private static String count(long bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
}
