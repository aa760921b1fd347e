package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.vault.Vault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

@Timeout(60)
class SitesCommandTest {

    private static final String FILE =
            """
            <FileZilla3><Servers><Folder>F
            <Server><Host>h1</Host><Port>21</Port><Protocol>0</Protocol><User>u1</User>
            <Pass encoding="base64">aHVudGVyMg==</Pass><Logontype>1</Logontype>
            <MaximumMultipleConnections>2</MaximumMultipleConnections><Name>one</Name></Server>
            <Folder>empty</Folder></Folder>
            <Server><Host>h2</Host><Port>22</Port><Protocol>1</Protocol><Name>ssh&#x9b;31m</Name>
            </Server>
            <Server><Host>h3</Host><Port>21</Port><Protocol>4</Protocol><User>u3</User>
            <Logontype>2</Logontype><Name>two</Name></Server></Servers></FileZilla3>
            """;

    @TempDir private Path folder;
    private Shell shell;
    private Path file;

    @BeforeEach
    void aFileOfFileZilla() throws Exception {
        shell = new Shell(folder.resolve("home"));
        file = Files.writeString(folder.resolve("sitemanager.xml"), FILE);
    }

    @Test
    void anImportTakesSitesFoldersPasswordsAndBounds() throws Exception {
        vault();

        Shell.Result result = shell.run("sites", "import", file.toString());

        assertEquals(0, result.code(), result.err());
        assertEquals(
                List.of("taken", "raised", "skipped", "taken"),
                result.out().lines().map(line -> line.split(" ")[0]).toList());
        assertTrue(result.err().contains("2 of its sites were taken, 1 with a password"));
        assertNoControls(result);
        Site one = site("one");
        assertEquals(SiteGroup.of("F"), one.group());
        assertTrue(shell.cores.sites.groups().contains(SiteGroup.of("F", "empty")));
        assertArrayEquals(
                "hunter2".toCharArray(),
                shell.cores.secrets.find(one.server(), SecretKind.PASSWORD).orElseThrow());
        assertEquals(
                OptionalInt.of(2), shell.cores.settings.current().slots().of(one.id()).logins());

        Shell.Result again = shell.run("sites", "import", file.toString());
        assertEquals(2, shell.cores.sites.all().size());
        assertTrue(again.out().contains("It is already there."), again.out());
    }

    @Test
    void theReportIsReadByScripts() {
        List<JsonNode> lines =
                shell.run("sites", "import", "--no-passwords", "--json", file.toString()).json();
        assertEquals("raised", lines.get(1).path("outcome").asText());
        assertEquals("F/one", lines.get(1).path("site").asText());
        assertTrue(lines.get(1).path("message").asText().contains("now it is required"));
    }

    @Test
    void aDryRunChangesNothing() {
        Shell.Result result = shell.run("sites", "import", "--dry-run", file.toString());
        assertEquals(0, result.code(), result.err());
        assertTrue(result.err().contains("would be taken"), result.err());
        assertEquals(List.of(), shell.cores.sites.all());
        assertEquals(Set.of(), shell.cores.sites.groups());
        assertEquals(Vault.State.ABSENT, shell.cores.secrets.vault().state());
    }

    @Test
    void withoutAVaultNothingIsImportedUnlessPasswordsStayBehind() {
        Shell.Result refused = shell.run("sites", "import", file.toString());
        assertEquals(3, refused.code());
        assertTrue(refused.err().contains("--no-passwords"), refused.err());
        assertEquals(List.of(), shell.cores.sites.all());

        Shell.Result result = shell.run("sites", "import", "--no-passwords", file.toString());
        assertEquals(0, result.code(), result.err());
        assertEquals(2, shell.cores.sites.all().size());
    }

    @Test
    void aLockedVaultIsOpenedByItsMasterPassword() throws Exception {
        shell.cores.secrets.vault().create(Vault.Protection.MASTER_PASSWORD, "m".toCharArray());
        shell.cores.secrets.vault().lock();
        assertEquals(3, shell.run("sites", "import", file.toString()).code());

        shell.terminal = FakeTerminal.typing("wrong", "m");
        Shell.Result result = shell.run("sites", "import", file.toString());

        assertEquals(0, result.code(), result.err());
        assertTrue(shell.cores.secrets.isStored(site("one").server(), SecretKind.PASSWORD));
    }

    @Test
    void aMasterPasswordComesWithoutAPersonToo() throws Exception {
        shell.cores.secrets.vault().create(Vault.Protection.MASTER_PASSWORD, "m".toCharArray());
        shell.cores.secrets.vault().lock();
        shell.environment.put("CROSSDOCK_MASTER_PASSWORD", "m");
        Shell.Result result = shell.run("sites", "import", file.toString());
        assertEquals(0, result.code(), result.err());
        shell.cores.secrets.vault().lock();
        assertEquals(0, shell.run("sites", "remove", "one").code());
    }

    @Test
    void ofTwoSitesThatAreCalledTheSameNoneIsRemoved() throws Exception {
        shell.run("sites", "import", "--no-passwords", file.toString());
        Site one = site("one");
        shell.cores.sites.save(
                new Site(
                                new Server(
                                        SiteId.random(),
                                        one.name(),
                                        "elsewhere",
                                        21,
                                        TlsMode.EXPLICIT,
                                        "me"),
                                Optional.empty())
                        .in(one.group()));
        int before = shell.cores.sites.all().size();
        assertEquals(2, shell.run("sites", "remove", "F/one").code());
        assertEquals(before, shell.cores.sites.all().size());
    }

    @Test
    void sitesGoToAFolder() {
        shell.run("sites", "import", "--no-passwords", "--into=A/B", file.toString());
        assertEquals(SiteGroup.of("A", "B", "F"), site("one").group());
    }

    @Test
    void sitesAreListedAndShownWithoutPasswords() throws Exception {
        vault();
        shell.run("sites", "import", file.toString());

        Shell.Result list = shell.run("sites", "list");
        assertEquals("F/one  ftpes://u1@h1:21\ntwo  ftpes://u3@h3:21\n", list.out());
        List<JsonNode> objects = shell.run("sites", "list", "--json").json();
        assertEquals("h1", objects.getFirst().path("host").asText());

        JsonNode shown = shell.run("sites", "show", "F/one", "--json").onlyJson();
        assertTrue(shown.path("passwordStored").asBoolean());
        assertEquals(2, shown.path("connections").asInt());
        Shell.Result text = shell.run("sites", "show", "two");
        assertTrue(text.out().contains("options.logon.kind  ask\n"), text.out());
        for (Shell.Result result : List.of(list, text)) {
            assertFalse(result.out().contains("hunter2"));
            assertNoControls(result);
        }
    }

    @Test
    void aRemovedSiteTakesItsPasswordAlong() throws Exception {
        vault();
        shell.run("sites", "import", file.toString());

        assertEquals(2, shell.run("sites", "remove", "two", "three").code());
        assertEquals(2, shell.cores.sites.all().size());
        assertEquals(0, shell.run("sites", "remove", "two", "one").code());

        assertEquals(List.of(), shell.cores.sites.all());
        assertEquals(Set.of(), shell.cores.secrets.vault().names());
    }

    @Test
    void anExportHasPasswordsOnlyWhereAskedFor() throws Exception {
        vault();
        shell.run("sites", "import", file.toString());
        Path plain = folder.resolve("plain.xml");
        Path full = folder.resolve("full.xml");
        Path own = folder.resolve("own.json");

        Shell.Result without = shell.run("sites", "export", plain.toString());
        Shell.Result with = shell.run("sites", "export", "--with-passwords", full.toString());
        Shell.Result ours = shell.run("sites", "export", "--with-passwords", own.toString());

        assertEquals(0, without.code(), without.err());
        assertFalse(Files.readString(plain).contains("<Pass"));
        assertFalse(without.err().contains("plain text"), without.err());
        assertTrue(Files.readString(full).contains("aHVudGVyMg=="));
        assertTrue(with.err().contains("plain text in effect"), with.err());
        assertTrue(Files.readString(own).contains("\"hunter2\""), ours.err());

        assertEquals(2, shell.run("sites", "export", plain.toString()).code());
        assertEquals(0, shell.run("sites", "export", "--force", plain.toString()).code());
    }

    @Test
    void anExportOfOursIsImportedElsewhere() throws Exception {
        vault();
        shell.run("sites", "import", file.toString());
        Path own = folder.resolve("own.json");
        shell.run("sites", "export", "--with-passwords", own.toString());

        shell = new Shell(folder.resolve("elsewhere"));
        vault();
        Shell.Result result = shell.run("sites", "import", own.toString());

        assertEquals(0, result.code(), result.err());
        assertTrue(shell.cores.secrets.isStored(site("one").server(), SecretKind.PASSWORD));
        assertTrue(shell.cores.sites.groups().contains(SiteGroup.of("F", "empty")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sites",
                "sites show",
                "sites show nothing",
                "sites remove",
                "sites import /no/such/file",
                "sites import /",
                "sites export --format=winscp x.xml"
            })
    void whatCannotBeIsWrongUsage(String line) {
        Shell.Result result = shell.run(line.split(" "));
        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains("--help"), result.err());
    }

    @Test
    void aFileThatIsNoneIsTold() throws Exception {
        Files.writeString(file, "\u001b[31mhello");
        Shell.Result result = shell.run("sites", "import", file.toString());
        assertEquals(3, result.code());
        assertTrue(result.err().contains("“sitemanager.xml” cannot be read"), result.err());
        assertNoControls(result);
    }

    private void vault() throws Exception {
        shell.cores.secrets.vault().create(Vault.Protection.KEY_FILE, new char[0]);
    }

    private Site site(String name) {
        return shell.cores.sites.named(name).orElseThrow();
    }

    private static void assertNoControls(Shell.Result result) {
        assertTrue(
                (result.out() + result.err())
                        .chars()
                        .noneMatch(c -> Character.isISOControl(c) && c != '\n'),
                result.out());
    }
}
