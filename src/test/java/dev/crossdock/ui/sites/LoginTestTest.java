package dev.crossdock.ui.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.PasswordDesk;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.SiteSecrets;
import dev.crossdock.testing.Nobody;
import dev.crossdock.ui.FakeBrowsers;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.Protection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class LoginTestTest {

    private static final Server ALPHA =
            new Server(new SiteId("alpha"), "alpha", "alpha.test", 21, TlsMode.EXPLICIT, "me");

    @TempDir private Path folder;

    private final List<Server> opened = new ArrayList<>();
    private Vault vault = vault(Path.of("unused"));
    private SiteSecrets secrets = new SiteSecrets(vault);

    @BeforeEach
    void open() throws Exception {
        vault = vault(folder.resolve("vault.json"));
        vault.create(Protection.MASTER_PASSWORD, "open".toCharArray());
        secrets = new SiteSecrets(vault);
        secrets.keep(ALPHA, SecretKind.PASSWORD, "kept before".toCharArray());
    }

    @Test
    void whatTheUserHasKeptDuringATestWithATypedPasswordIsForgottenBehindIt() {
        Set<String> before = Set.copyOf(vault.names());
        begin(Map.of(SecretKind.PASSWORD, "typed".toCharArray()));
        assertFalse(opened.getFirst().id().equals(ALPHA.id()));
        assertEquals(before, vault.names());
    }

    @Test
    void whatTheUserHasKeptForTheSiteItselfStays() {
        Set<String> before = Set.copyOf(vault.names());
        begin(Map.of());
        assertEquals(List.of(ALPHA), opened);
        assertEquals(before, vault.names());
    }

    /// A test whose password is refused; the user types another and has it kept.
    private void begin(Map<SecretKind, char[]> typed) {
        var passwords = new Passwords();
        var desk = new PasswordDesk(passwords, secrets, new Nobody());
        var browsers = new FakeBrowsers();
        var test =
                new LoginTest(
                        server -> {
                            opened.add(server);
                            keepAnother(desk, server);
                            return browsers.open(server);
                        },
                        new VaultKeyring(desk, passwords, secrets),
                        new TranscriptLog(),
                        Runnable::run,
                        Runnable::run);
        Runnable _ = test.begin(ALPHA, typed, _ -> {});
    }

    private static void keepAnother(PasswordDesk desk, Server server) {
        try {
            assertTrue(desk.keep(server, SecretKind.PASSWORD, "another".toCharArray()));
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
    }

    private static Vault vault(Path file) {
        return new Vault(file, InstantSource.system(), new Argon2Cost(1024, 1, 1));
    }
}
