package dev.crossdock.site;

import static dev.crossdock.site.Samples.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Logon;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;
import dev.crossdock.vault.Vault.State;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The desk with a vault behind it.
class SecretDeskTest {

    private static final Server BETA = server("beta");

    @TempDir private Path folder;
    private final FakePrompts prompts = new FakePrompts();
    private final Passwords passwords = new Passwords();
    private Vault vault;
    private SiteSecrets secrets;
    private PasswordDesk desk;

    @Test
    void aVaultWhoseKeyFileIsGoneIsNeverAskedAMasterPasswordFor() throws Exception {
        vault.create(Protection.KEY_FILE, new char[0]);
        secrets.keep(BETA, SecretKind.PASSWORD, "kept".toCharArray());
        Files.delete(folder.resolve("vault.key"));
        var later =
                new SiteSecrets(
                        new Vault(
                                folder.resolve("vault.json"),
                                InstantSource.system(),
                                new Argon2Cost(1024, 1, 1)));
        prompts.willAnswer("typed");
        char[] secret =
                new PasswordDesk(passwords, later, prompts)
                        .secret(BETA, SecretKind.PASSWORD, false)
                        .orElseThrow();
        assertEquals("typed", new String(secret));
        assertTrue(
                prompts.heard.stream().noneMatch(question -> question.contains("master")),
                prompts.heard::toString);
    }

    @BeforeEach
    void open() {
        vault =
                new Vault(
                        folder.resolve("vault.json"),
                        InstantSource.system(),
                        new Argon2Cost(1024, 1, 1));
        secrets = new SiteSecrets(vault);
        desk = new PasswordDesk(passwords, secrets, prompts);
    }

    @ParameterizedTest
    @EnumSource
    void aStoredSecretIsGivenWithoutAQuestion(SecretKind kind) throws Exception {
        create();
        secrets.keep(BETA, kind, "stored".toCharArray());
        assertEquals("stored", secret(BETA, kind, false));
        assertEquals(List.of(), prompts.heard);
    }

    @Test
    void thePasswordOfThisRunGoesBeforeTheStoredOne() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "stored".toCharArray());
        passwords.remember(BETA.id(), "typed".toCharArray());
        assertEquals("typed", password(BETA));
    }

    @Test
    void aLockedVaultIsOpenedByItsMasterPasswordOnce() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "stored".toCharArray());
        vault.lock();
        prompts.willAnswer("wrong", "open");
        assertEquals("stored", password(BETA));
        assertEquals("stored", password(BETA));
        assertEquals(List.of("master password", "master password again"), prompts.heard);
    }

    @Test
    void whoeverGivesUpTheMasterPasswordIsAskedForThePasswordItself() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "stored".toCharArray());
        vault.lock();
        prompts.willAnswer("give up", "typed");
        assertEquals("typed", password(BETA));
        assertEquals("typed", password(BETA));
        assertEquals(List.of("master password", "password ftp.example"), prompts.heard);
        assertEquals(State.LOCKED, vault.state());
    }

    @Test
    void aLockedVaultThatHoldsNothingForTheLoginStaysLocked() throws Exception {
        create();
        vault.lock();
        prompts.willAnswer("typed");
        assertEquals("typed", password(BETA));
        assertEquals(List.of("password ftp.example"), prompts.heard);
    }

    @Test
    void whatIsToBeKeptIsOutOfReachOnceTheVaultIsLocked() throws Exception {
        create();
        prompts.willAnswer("keep typed", "give up", "give up");
        assertEquals("typed", password(BETA));
        assertTrue(secrets.isStored(BETA, SecretKind.PASSWORD));
        vault.lock();
        assertEquals("nothing", password(BETA));
    }

    @Test
    void toKeepSomethingInALockedVaultItIsOpened() throws Exception {
        create();
        vault.lock();
        prompts.willAnswer("keep typed", "open");
        assertEquals("typed", password(BETA));
        assertEquals(List.of("password ftp.example", "master password"), prompts.heard);
        assertTrue(secrets.isStored(BETA, SecretKind.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a master password", "key file"})
    void theFirstThatIsKeptMakesTheVault(String how) throws Exception {
        prompts.willAnswer("keep typed", how);
        assertEquals("typed", password(BETA));
        assertEquals(List.of("password ftp.example", "new vault"), prompts.heard);
        assertEquals(
                Optional.of(
                        how.equals("key file") ? Protection.KEY_FILE : Protection.MASTER_PASSWORD),
                vault.protection());
        assertEquals("typed", new String(secrets.find(BETA, SecretKind.PASSWORD).orElseThrow()));
    }

    @Test
    void whoeverWantsNoVaultGoesOnWithThePasswordForThisRun() throws Exception {
        prompts.willAnswer("keep typed", "give up");
        assertEquals("typed", password(BETA));
        assertEquals("typed", password(BETA));
        assertEquals(State.ABSENT, vault.state());
    }

    @Test
    void aRefusedStoredPasswordIsReplacedByTheOneThatIsKept() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "old".toCharArray());
        prompts.willAnswer("keep new");
        assertEquals("new", secret(BETA, SecretKind.PASSWORD, true));
        assertEquals(List.of("password ftp.example again"), prompts.heard);
        assertEquals("new", new String(secrets.find(BETA, SecretKind.PASSWORD).orElseThrow()));
    }

    @Test
    void aRefusedStoredPasswordStaysStoredUnlessTheNewOneIsKept() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "old".toCharArray());
        prompts.willAnswer("new");
        assertEquals("new", secret(BETA, SecretKind.PASSWORD, true));
        assertEquals("new", password(BETA));
        assertEquals("old", new String(secrets.find(BETA, SecretKind.PASSWORD).orElseThrow()));
    }

    @Test
    void aSiteThatAsksEachTimeIsNeverStoredNorReadFromTheVault() throws Exception {
        create();
        Server asks = BETA.with(BETA.options().with(Logon.of(Logon.Kind.ASK)));
        secrets.keep(asks, SecretKind.PASSWORD, "stored".toCharArray());
        prompts.willAnswer("keep typed");
        assertEquals("typed", password(asks));
        assertEquals(List.of("password ftp.example only for now"), prompts.heard);
        assertEquals("stored", new String(secrets.find(asks, SecretKind.PASSWORD).orElseThrow()));
    }

    @Test
    void aDamagedVaultIsLeftAloneAndStopsNoLogin() throws Exception {
        Files.writeString(folder.resolve("vault.json"), "no vault");
        prompts.willAnswer("keep typed");
        assertEquals("typed", password(BETA));
        assertEquals(List.of("password ftp.example only for now"), prompts.heard);
        assertEquals("no vault", Files.readString(folder.resolve("vault.json")));
    }

    @Test
    void aVaultThatCannotBeWrittenIsToldOf() throws Exception {
        create();
        Files.delete(folder.resolve("vault.json.lock"));
        Files.createDirectory(folder.resolve("vault.json.lock"));
        prompts.willAnswer("keep typed");
        assertEquals("typed", password(BETA));
        assertTrue(prompts.heard.getLast().startsWith("failed: The vault could not be written"));
        assertEquals("typed", password(BETA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "port", "user", "address"})
    void aStoredPasswordIsNotSentElsewhereWhenTheSiteIsEdited(String edited) throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "stored".toCharArray());
        var moved =
                new Server(
                        BETA.id(),
                        BETA.name(),
                        edited.equals("host") ? "evil.example" : BETA.host(),
                        edited.equals("port") ? 4242 : BETA.port(),
                        BETA.tls(),
                        edited.equals("user") ? "otto" : BETA.user(),
                        edited.equals("address")
                                ? BETA.options()
                                        .withAddresses(
                                                List.of(new ServerAddress("evil.example", 21)))
                                : BETA.options());
        prompts.willAnswer("keep other");
        assertEquals("other", password(moved));
        assertEquals(1, vault.names().size());
    }

    @Test
    void aProxysPasswordIsForThatProxy() throws Exception {
        create();
        Server first = through("one.example");
        secrets.keep(first, SecretKind.PROXY, "stored".toCharArray());
        assertEquals("stored", secret(first.named("renamed"), SecretKind.PROXY, false));
        prompts.willAnswer("give up");
        assertEquals("nothing", secret(through("two.example"), SecretKind.PROXY, false));
        assertEquals(List.of("proxy ftp.example"), prompts.heard);
    }

    @Test
    void aSiteThatIsForgottenLeavesNothingAndItsNeighbourAll() throws Exception {
        create();
        for (SecretKind kind : SecretKind.values()) {
            secrets.keep(BETA, kind, "stored".toCharArray());
        }
        secrets.keep(server("beta2"), SecretKind.PASSWORD, "other".toCharArray());
        secrets.forget(BETA.id());
        assertFalse(secrets.isStored(BETA, SecretKind.PROXY));
        assertTrue(secrets.isStored(server("beta2"), SecretKind.PASSWORD));
        assertEquals(1, vault.names().size());
    }

    @Test
    void threadsWithDifferentSitesShareTheQuestionForTheMasterPassword() throws Exception {
        create();
        List<Server> servers = List.of(server("a"), server("b"), server("c"), server("d"));
        for (Server each : servers) {
            secrets.keep(each, SecretKind.PASSWORD, each.name().toCharArray());
        }
        vault.lock();
        var waiting = new CopyOnWriteArrayList<Thread>();
        try (var executor = Executors.newCachedThreadPool()) {
            var answers = new ArrayList<Future<String>>();
            for (Server each : servers) {
                answers.add(
                        executor.submit(() -> {
                            waiting.add(Thread.currentThread());
                            return password(each);
                        }));
            }
            await().until(() ->
                    waiting.size() == 4
                            && waiting.stream()
                                    .allMatch(t -> t.getState() == Thread.State.WAITING));
            prompts.willAnswer("open");
            for (int i = 0; i < 4; i++) {
                assertEquals(servers.get(i).name(), answers.get(i).get());
            }
        }
        assertEquals(List.of("master password"), prompts.heard);
    }

    @Test
    void namesTellTheSiteTheKindAndTheLogin() throws Exception {
        create();
        secrets.keep(BETA, SecretKind.PASSWORD, "stored".toCharArray());
        assertEquals(Set.of("id-beta password explicit anna@ftp.example:2121"), vault.names());
    }

    private static Server through(String proxy) {
        return BETA.with(
                BETA.options()
                        .withProxy(
                                Optional.of(
                                        new ProxyServer(
                                                ProxyServer.Kind.SOCKS5,
                                                new ServerAddress(proxy, 1080),
                                                "me"))));
    }

    private void create() throws FailureException {
        vault.create(Protection.MASTER_PASSWORD, "open".toCharArray());
    }

    private String password(Server server) throws InterruptedException {
        return secret(server, SecretKind.PASSWORD, false);
    }

    private String secret(Server server, SecretKind kind, boolean again)
            throws InterruptedException {
        return desk.secret(server, kind, again).map(String::new).orElse("nothing");
    }
}
