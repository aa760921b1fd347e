package dev.crossdock.site;

import static dev.crossdock.site.Samples.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsMode;
import dev.crossdock.vault.Vault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PasswordDeskTest {

    private final FakePrompts prompts = new FakePrompts();
    private final Passwords passwords = new Passwords();
    private PasswordDesk desk;

    @BeforeEach
    void openDesk(@TempDir Path folder) {
        var vault = new Vault(folder.resolve("vault.json"), InstantSource.system());
        desk = new PasswordDesk(passwords, new SiteSecrets(vault), prompts);
    }

    @Test
    void theRememberedPasswordIsGivenWithoutAQuestion() throws InterruptedException {
        passwords.remember(server("beta").id(), "s3cret".toCharArray());
        assertEquals("s3cret", password(server("beta"), false));
        assertEquals(List.of(), prompts.heard);
    }

    @Test
    void anAnswerIsRememberedThoughTheCallerWipesItsCopy() throws InterruptedException {
        prompts.willAnswer("s3cret");
        char[] copy = desk.secret(server("beta"), SecretKind.PASSWORD, false).orElseThrow();
        java.util.Arrays.fill(copy, 'x');
        assertEquals("s3cret", password(server("beta"), false));
        assertEquals(List.of("password ftp.example"), prompts.heard);
    }

    @Test
    void aRefusedPasswordIsForgottenAndAskedForAgain() throws InterruptedException {
        prompts.willAnswer("wrong", "right");
        assertEquals("wrong", password(server("beta"), false));
        assertEquals("right", password(server("beta"), true));
        assertEquals("right", password(server("beta"), false));
        assertEquals(List.of("password ftp.example", "password ftp.example again"), prompts.heard);
    }

    @Test
    void givingUpGivesNothingAndLeavesNothing() throws InterruptedException {
        passwords.remember(server("beta").id(), "refused".toCharArray());
        prompts.willAnswer("give up", "s3cret");
        assertEquals("nothing", password(server("beta"), true));
        assertEquals("s3cret", password(server("beta"), false));
    }

    @Test
    void twoSitesOnOneHostHaveTheirOwnPasswords() throws InterruptedException {
        prompts.willAnswer("one", "two");
        assertEquals("one", password(server("alpha"), false));
        assertEquals("two", password(server("beta"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "port", "user", "tls"})
    void aPasswordIsNotSentElsewhereWhenTheSiteIsEdited(String edited) throws InterruptedException {
        prompts.willAnswer("s3cret", "other");
        assertEquals("s3cret", password(server("beta"), false));
        Server old = server("beta");
        var now =
                new Server(
                        old.id(),
                        "renamed",
                        edited.equals("host") ? "evil.example" : old.host(),
                        edited.equals("port") ? 4242 : old.port(),
                        edited.equals("tls") ? TlsMode.CLEAR : old.tls(),
                        edited.equals("user") ? "otto" : old.user());
        assertEquals("other", password(now, false));
    }

    @Test
    void aPasswordTypedWhileTheSiteIsEditedIsForTheNewLogin() throws InterruptedException {
        passwords.remember(server("beta").id(), "old".toCharArray());
        assertEquals("old", password(server("beta"), false));
        Server old = server("beta");
        var moved = new Server(old.id(), "beta", "new.example", 21, old.tls(), old.user());
        passwords.remember(moved.id(), "new".toCharArray());
        assertEquals("new", password(moved, false));
        assertEquals(List.of(), prompts.heard);
    }

    @Test
    void aRenamedSiteKeepsItsPassword() throws InterruptedException {
        prompts.willAnswer("s3cret");
        assertEquals("s3cret", password(server("beta"), false));
        assertEquals("s3cret", password(server("beta").named("gamma"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "give up"})
    void threadsThatWantTheSamePasswordShareOneQuestion(String answer)
            throws InterruptedException, ExecutionException {
        var waiting = new CopyOnWriteArrayList<Thread>();
        var executor = Executors.newCachedThreadPool();
        try {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 8; i++) {
                answers.add(
                        executor.submit(() -> {
                            waiting.add(Thread.currentThread());
                            return password(server("beta"), false);
                        }));
            }
            await().until(() ->
                    waiting.size() == 8 && waiting.stream().allMatch(PasswordDeskTest::isWaiting));
            prompts.willAnswer(answer);
            for (Future<String> each : answers) {
                assertEquals(answer.equals("give up") ? "nothing" : answer, each.get());
            }
        } finally {
            executor.shutdownNow();
        }
        assertEquals(1, prompts.heard.size());
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private String password(Server server, boolean again) throws InterruptedException {
        return desk.secret(server, SecretKind.PASSWORD, again).map(String::new).orElse("nothing");
    }
}
