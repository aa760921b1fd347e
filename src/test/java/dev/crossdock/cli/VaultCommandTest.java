package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.vault.Vault.Protection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class VaultCommandTest {

    private static final Server ALPHA =
            new Server(new SiteId("1"), "alpha", "alpha", 21, TlsMode.EXPLICIT, "me");
    private static final String NAME = "1 password explicit me@alpha:21";

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(folder);
        shell.environment.clear();
        shell.cores.sites.save(new Site(ALPHA, Optional.empty()));
        shell.cores.server("alpha").password = "s3cret";
    }

    @Test
    void aVaultIsMadeWithAPasswordThatIsTypedTwice() {
        shell.terminal = FakeTerminal.typing("open", "open");
        assertEquals(0, shell.run("vault", "create").code());
        var status = shell.run("vault", "status");
        assertTrue(status.out().contains("protected by a master password"), status.out());
        assertEquals(
                "locked", shell.run("vault", "status", "--json").onlyJson().get("state").asText());
        assertEquals(2, shell.run("vault", "create").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open;close", "", "open"})
    void aPasswordThatIsNotTypedTwiceMakesNone(String typed) {
        shell.terminal = FakeTerminal.typing(typed.split(";"));
        assertEquals(2, shell.run("vault", "create").code());
        assertEquals("There is no vault.\n", shell.run("vault", "status").out());
    }

    @Test
    void withoutATerminalTheMasterPasswordComesFromAFileOrTheEnvironment() throws Exception {
        assertEquals(2, shell.run("vault", "create").code());
        Path file = Files.writeString(folder.resolve("master"), "open\n");
        assertEquals(
                0, shell.run("vault", "create", "--master-password-file", file.toString()).code());
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "wrong");
        var wrong = shell.run("vault", "change", "--key-file");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("not the master password"), wrong.err());
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "open");
        assertEquals(0, shell.run("vault", "change", "--key-file").code());
        assertTrue(shell.run("vault", "status").out().contains("no master password"));
        Path fresh = Files.writeString(folder.resolve("fresh"), "fresh");
        assertEquals(
                0,
                shell.run("vault", "change", "--new-master-password-file", fresh.toString())
                        .code());
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "fresh");
        assertEquals(0, shell.run("vault", "change", "--key-file").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "", "\n"})
    void aFileForTheMasterPasswordHasOneLine(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("master"), text);
        assertEquals(
                2, shell.run("vault", "create", "--master-password-file", file.toString()).code());
    }

    @Test
    void namesAreListedAndForgotten() throws Exception {
        keep();
        assertEquals("alpha  " + NAME + "\n", shell.run("vault", "list").out());
        assertEquals(NAME, shell.run("vault", "list", "--json").onlyJson().get("name").asText());
        assertEquals(1, shell.run("vault", "forget", "not there").code());
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "open");
        assertEquals(0, shell.run("vault", "forget", NAME).code());
        assertEquals("", shell.run("vault", "list").out());
    }

    @Test
    void theListTellsTheSiteAndItsFolderOrThatItIsGone() throws Exception {
        keep();
        shell.cores.sites.save(new Site(ALPHA, Optional.empty()).in(SiteGroup.of("Work", "Far")));
        var gone = new Server(new SiteId("11"), "gone", "gone", 21, TlsMode.EXPLICIT, "me");
        shell.cores.secrets.keep(gone, SecretKind.PASSWORD, "s3cret".toCharArray());
        assertEquals(
                "Work/Far/alpha  " + NAME + "\nno site any more  11 password explicit me@gone:21\n",
                shell.run("vault", "list").out());
        assertEquals(
                List.of(
                        "{\"name\":\"1 password explicit me@alpha:21\",\"site\":\"alpha\","
                                + "\"group\":[\"Work\",\"Far\"]}",
                        "{\"name\":\"11 password explicit"
                                + " me@gone:21\",\"site\":null,\"group\":[]}"),
                shell.run("vault", "list", "--json").out().lines().toList());
    }

    @Test
    void aDamagedVaultIsShownRestoredAndSetAside() throws Exception {
        keep();
        Path vault = folder.resolve("vault.json");
        Files.writeString(vault, "none");
        var status = shell.run("vault", "status");
        assertEquals(1, status.code());
        assertTrue(status.out().contains("crossdock vault restore"), status.out());
        assertEquals(0, shell.run("vault", "restore").code());
        assertEquals(0, shell.run("vault", "status").code());
        assertEquals(2, shell.run("vault", "set-aside").code());
        Files.writeString(vault, "none");
        assertEquals(0, shell.run("vault", "set-aside").code());
        assertFalse(Files.exists(vault));
    }

    @Test
    void aGoodVaultIsSetAsideOnlyByWhoForgotItsMasterPassword() throws Exception {
        keep();
        var refused = shell.run("vault", "set-aside");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--forgotten"), refused.err());
        assertTrue(Files.exists(folder.resolve("vault.json")));
        assertEquals(0, shell.run("vault", "set-aside", "--forgotten").code());
        assertFalse(Files.exists(folder.resolve("vault.json")));
    }

    @Test
    void aSavedPasswordWorksUnattended() throws Exception {
        keep();
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "open");
        var listed = shell.run("ls", "site:alpha/");
        assertEquals(0, listed.code(), listed.err());
        assertEquals(List.of("me/s3cret"), shell.cores.server("alpha").passwordsSeen);
    }

    @Test
    void withoutAMasterPasswordNorATerminalItIsSaidThatTheVaultIsLocked() throws Exception {
        keep();
        var listed = shell.run("ls", "site:alpha/");
        assertEquals(3, listed.code());
        assertTrue(listed.err().contains("--master-password-file"), listed.err());
        assertEquals(List.of(), shell.cores.server("alpha").passwordsSeen);
    }

    @Test
    void aWrongMasterPasswordIsSaid() throws Exception {
        keep();
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "wrong");
        var listed = shell.run("ls", "site:alpha/");
        assertEquals(3, listed.code());
        assertTrue(listed.err().contains("is not the master password"), listed.err());
    }

    @Test
    void onATerminalTheMasterPasswordIsAskedForAndMayBeLeftOut() throws Exception {
        keep();
        shell.terminal = FakeTerminal.typing("wrong", "open");
        assertEquals(0, shell.run("ls", "site:alpha/").code());
        shell.terminal = FakeTerminal.typing("", "s3cret");
        var listed = shell.run("ls", "site:alpha/");
        assertEquals(0, listed.code(), listed.err());
    }

    private void keep() throws Exception {
        var secrets = shell.cores.secrets;
        secrets.vault().create(Protection.MASTER_PASSWORD, "open".toCharArray());
        secrets.keep(ALPHA, SecretKind.PASSWORD, "s3cret".toCharArray());
    }
}
