package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import dev.crossdock.browse.Browser;
import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;
import dev.crossdock.site.TrustMode;
import dev.crossdock.testing.Needles;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A saved password works in the next run, and stands nowhere but encrypted.
class NoPlaintextTest {

    private static final String MASTER = "Correct-Horse-Master-1";
    private static final String PASSWORD = "Battery-Staple-Pass-2";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> transcript = new ArrayList<>();
    @TempDir private Path home;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(Level.WARN);
        root.detachAppender(log);
    }

    @Test
    void aSavedPasswordIsFoundInNoFileLogOrTranscript() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Setup.USUAL.withPassword(PASSWORD))) {
            // Cheap to open, as its file says; the usual cost would only take time here.
            new Vault(
                            home.resolve("vault.json"),
                            InstantSource.system(),
                            new Argon2Cost(1024, 1, 1))
                    .create(Vault.Protection.MASTER_PASSWORD, MASTER.toCharArray());
            var first = new Person();
            first.masters.add(MASTER);
            first.passwords.addAll(List.of("Wrong-" + PASSWORD, PASSWORD));
            login(server, first);
            assertEquals(List.of("password", "master", "password"), first.heard);
            var second = new Person();
            second.masters.addAll(List.of("Wrong-" + MASTER, MASTER));
            login(server, second);
            assertEquals(List.of("master", "master"), second.heard);
            assertTrue(server.commands().stream().anyMatch(line -> line.contains(PASSWORD)));
        }
        assertTrue(Files.readString(home.resolve("vault.json")).contains("scripted"));
        assertTrue(transcript.stream().anyMatch(line -> line.startsWith("PASS ")));
        assertFalse(log.list.isEmpty());
        for (String secret : List.of(PASSWORD, MASTER)) {
            var needles = new Needles(secret);
            assertEquals(List.of(), needles.in(home));
            assertEquals(List.of(), transcript.stream().filter(needles::isIn).toList());
            assertEquals(List.of(), logged().stream().filter(needles::isIn).toList());
        }
    }

    private void login(ScriptedServer server, Person person) throws Exception {
        var wiring =
                new Wiring(
                        AppDirs.in(home),
                        new Passwords(),
                        TrustMode.NEW,
                        person,
                        person,
                        Wiring.PLANNER,
                        OptionalInt.of(1),
                        0,
                        QueueUse.KEPT);
        try (Browser browser = wiring.browsers().open(TestClient.server(server, "scripted"))) {
            var _ = browser.connect();
        } finally {
            wiring.forWindow(_ -> {}, home.resolve("window.json"))
                    .transcript()
                    .since(0)
                    .lines()
                    .forEach(line -> transcript.add(line.text()));
            wiring.close();
        }
    }

    private List<String> logged() {
        return log.list.stream()
                .map(event ->
                        event.getFormattedMessage()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    /// Keeps every password.
    private static final class Person implements Prompts, ExistsPrompt {

        final List<String> passwords = new ArrayList<>();
        final List<String> masters = new ArrayList<>();
        final List<String> heard = new ArrayList<>();

        @Override
        public boolean trust(Server server, Certificate presented) {
            throw new AssertionError("new ones are trusted");
        }

        @Override
        public boolean changed(Server server, Certificate presented, PinnedCertificate accepted) {
            throw new AssertionError("the certificate is the same");
        }

        @Override
        public Optional<GivenSecret> secret(
                Server server, SecretKind kind, boolean again, boolean mayKeep) {
            heard.add("password");
            return Optional.of(new GivenSecret(passwords.removeFirst().toCharArray(), true));
        }

        @Override
        public Optional<char[]> masterPassword(boolean again) {
            heard.add("master");
            return Optional.of(masters.removeFirst().toCharArray());
        }

        @Override
        public Optional<NewVault> newVault() {
            throw new AssertionError("there is a vault");
        }

        @Override
        public void vaultFailed(Failure failure) {
            throw new AssertionError(failure.words());
        }

        @Override
        public Answer ask(Question question) {
            throw new AssertionError("nothing is copied");
        }
    }
}
