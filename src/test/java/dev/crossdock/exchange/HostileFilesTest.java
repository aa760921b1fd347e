package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.SiteGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Whatever a file holds, it is read, or refused in words, soon.
@Timeout(60)
class HostileFilesTest {

    private static final String MARKS = "<>&[]{}=\"%\\/ 0\n\r";
    private static final String SITE =
            "<Server><Host>h</Host><Port>21</Port><Protocol>4</Protocol><User>u</User>"
                    + "<Pass encoding=\"base64\">cA==</Pass><Logontype>1</Logontype>"
                    + "<RemoteDir>1 0 3 pub</RemoteDir><Name>n</Name></Server>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE FileZilla3><FileZilla3><Servers/></FileZilla3>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><FileZilla3>&x;</FileZilla3>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><FileZilla3/>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><SITES/>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                        + "<SITES><SITE>&b;</SITE></SITES>"
            })
    void aDocumentTypeRefusesTheFile(String file) {
        assertTrue(refusal(file).contains("document type"), refusal(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "<x/>",
                "<FileZilla3>",
                "<FileZilla3><Servers>&nothing;</Servers></FileZilla3>",
                "<FileZilla3><Servers></FileZilla3>",
                "<FileZilla3/><FileZilla3",
                "{",
                "{}",
                "{\"version\": 3, \"sites\": []}",
                "{\"version\": 2, \"sites\": {}}",
                "[Sessions]",
                "hello",
                "PK\u0003\u0004\u0000\u0000"
            })
    void whatIsNoFileOfSitesIsRefusedByName(String file) {
        assertTrue(refusal(file).startsWith("“it.xml” cannot be read: "), refusal(file));
    }

    @Test
    void depthIsBounded() {
        assertContains("nested", refusal("<FileZilla3><Servers>" + "<Folder>x".repeat(200)));
        assertContains("nested", refusal("<FileZilla3><x>" + "<y>".repeat(100_000)));
        assertContains("nested", refusal("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void foldersTooDeepAreTakenIntoTheOneAbove() throws Exception {
        var imported =
                read(
                        "<FileZilla3><Servers>"
                                + "<Folder>x".repeat(80)
                                + SITE
                                + "</Folder>".repeat(80)
                                + "</Servers></FileZilla3>");
        assertEquals(SiteGroup.DEEPEST, imported.sites().getFirst().site().group().names().size());
    }

    @Test
    void sizeIsBounded() throws Exception {
        byte[] large = new byte[Import.MOST_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertTrue(
                assertThrows(
                                FailureException.class,
                                () -> Import.read(large, "it.xml", MasterPasswords.none()))
                        .failure()
                        .words()
                        .contains("larger than 8 MiB"));
        assertTrue(refusal("<FileZilla3><Servers>" + "<a/>".repeat(500_000)).contains("elements"));
        assertTrue(refusal("[a]\n".repeat(100_000)).contains("sections"));
    }

    @Test
    void manyAttributesAreRefused() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertTrue(
                refusal("<FileZilla3><Servers" + attributes + "/></FileZilla3>")
                        .startsWith("“it.xml” cannot be read: "));
    }

    @Test
    void longFieldsCostAtMostTheirSite() throws Exception {
        String large = "x".repeat(1_000_000);
        for (String field :
                List.of(
                        "Name",
                        "Host",
                        "User",
                        "Pass",
                        "Comments",
                        "RemoteDir",
                        "LocalDir",
                        "CustomEncoding",
                        "Colour",
                        "Port",
                        "Account")) {
            var imported =
                    read(
                            "<FileZilla3><Servers>"
                                    + SITE.replace(
                                            "<Server>",
                                            "<Server><%1$s>%2$s</%1$s><EncodingType>Custom</EncodingType><Logontype>4</Logontype>"
                                                    .formatted(field, large))
                                    + SITE
                                    + "</Servers></FileZilla3>");
            assertEquals("n", imported.sites().getLast().site().name(), field);
            imported.findings().forEach(one -> assertTrue(one.words().length() < 1500, field));
        }
        assertEquals(
                1,
                read("[x]\nhostname=h\nusername=u\nprotocol=FTPS\nnote=" + large).sites().size());
    }

    @Test
    void onlySoManySitesAreRead() throws Exception {
        var imported = read("[x]\nhostname=h\nprotocol=FTPS\n".repeat(Harvest.MOST_SITES + 5));
        assertEquals(Harvest.MOST_SITES, imported.sites().size());
        assertTrue(imported.findings().getLast().words().contains("first 10,000"));
    }

    @Test
    void manyKeysCostABoundedNumberOfGuessesAndQuestions() throws Exception {
        var random = new Random(1);
        var file = new StringBuilder("<FileZilla3><Servers>");
        for (int i = 0; i < 300; i++) {
            byte[] key = new byte[64];
            random.nextBytes(key);
            file.append(
                    SITE.replace(
                            "<Pass encoding=\"base64\">cA==",
                            "<Pass encoding=\"crypt\" pubkey=\"%s\">AAAA"
                                    .formatted(Base64.getEncoder().encodeToString(key))));
        }
        var asked = new Asked("x".repeat(100).split(""));
        var imported =
                Import.read(
                        (file + "</Servers></FileZilla3>").getBytes(StandardCharsets.UTF_8),
                        "it.xml",
                        asked);
        assertEquals(300, imported.sites().size());
        assertTrue(asked.agains.size() < 10, asked.agains::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void theCharsetIsFound(String charset) throws Exception {
        String file =
                "<?xml version=\"1.0\" encoding=\"%s\"?><FileZilla3><Servers>%s</Servers></FileZilla3>"
                        .formatted(charset, SITE.replace("<Name>n", "<Name>dämon"));
        var imported =
                Import.read(
                        file.getBytes(Charset.forName(charset)), "it.xml", MasterPasswords.none());
        assertEquals("dämon", imported.sites().getFirst().site().name());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aTruncatedFileIsReadOrRefused(String sample) throws Exception {
        byte[] whole = sample.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            attempt(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedFileIsReadOrRefused(String sample) throws Exception {
        byte[] whole = sample.getBytes(StandardCharsets.UTF_8);
        var random = new Random(42);
        for (int round = 0; round < 1_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int at = random.nextInt(damaged.length);
                switch (random.nextInt(3)) {
                    case 0 -> damaged[at] = (byte) random.nextInt(256);
                    case 1 -> damaged[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
                    default -> {
                        int from = random.nextInt(damaged.length);
                        int length = Math.min(20, damaged.length - Math.max(at, from));
                        System.arraycopy(damaged, from, damaged, at, length);
                    }
                }
            }
            attempt(damaged);
        }
    }

    @Test
    void nothingOutsideIsOpened() throws Exception {
        // Were it read, the name of the site would say so.
        Path secret = Files.createTempFile("crossdock", ".txt");
        try {
            Files.writeString(secret, "secret");
            String file =
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><FileZilla3><Servers><Server><Name>&x;</Name></Server></Servers></FileZilla3>"
                            .formatted(secret.toUri());
            assertTrue(!refusal(file).contains("secret"));
        } finally {
            Files.delete(secret);
        }
    }

    static List<String> samples() {
        return List.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><FileZilla3 version=\"3.60.2\"><Servers>"
                        + "<Folder expanded=\"1\">f"
                        + SITE
                        + "</Folder>"
                        + SITE
                        + "</Servers></FileZilla3>",
                "<SITES><SITE NAME=\"x\"><GROUP>\\A\\</GROUP><PROTOCOL>FTP</PROTOCOL>"
                        + "<ADDRESS>h</ADDRESS><PORT>21</PORT><SSL>NONE</SSL></SITE></SITES>",
                "[Sessions\\a%20b/c]\nHostName=h\nUserName=u\nFSProtocol=5\nFtps=3\nPassword=A35C45"
                        + "5F5B5B\nTimeDifference=0.5\nPostLoginCommands=a%0D%0Ab\n",
                """
                [a/b]
                hostname=h
                port=21
                protocol=FTP
                remote directory=/
                username=u
                password=$Ya]U
                """,
                """
                {"version": 2, "sites": [{"group": ["a"]}, {"id": "1", "name": "n", "host": "h",
                "port": 21, "tls": "explicit", "user": "u", "group": ["a"], "folder": "/pub",
                "bookmarks": [{"name": "b", "folder": "/x"}], "connections": 2, "password": "p",
                "options": {"charset": "UTF-8", "timeOffsetSeconds": 60, "afterLogin": ["A"]}}]}
                """);
    }

    private static void attempt(byte[] file) throws Exception {
        try {
            Import.read(file, "it.xml", MasterPasswords.none())
                    .findings()
                    .forEach(one -> assertTrue(one.words().indexOf('\n') < 0));
        } catch (FailureException refused) {
            assertTrue(refused.failure().words().startsWith("“it.xml” cannot be read: "));
        }
    }

    private static void assertContains(String part, String whole) {
        assertTrue(whole.contains(part), whole);
    }

    @Test
    void aFolderOfTooManyNamesIsToldOfOnce() throws Exception {
        String deep = "a\\".repeat(30_000);
        String site = "<SITE NAME=\"x\"><GROUP>" + deep + "</GROUP><ADDRESS>h</ADDRESS></SITE>";
        Imported imported = read("<SITES>" + site + "</SITES>");
        assertTrue(imported.findings().size() < 10, imported.findings().size() + " findings");
    }

    @Test
    void whatIsToldOfAFileIsBounded() throws Exception {
        String folders = "<Folder>a".repeat(SiteGroup.DEEPEST);
        String file =
                "<FileZilla3><Servers>"
                        + folders
                        + "<Folder>b</Folder>".repeat(120_000)
                        + "</Folder>".repeat(SiteGroup.DEEPEST)
                        + "</Servers></FileZilla3>";
        assertEquals(Harvest.MOST_FINDINGS + 1, read(file).findings().size());
    }

    @Test
    void paddingThatIsNoneIsReadAtOnce() {
        String text = "=".repeat(60_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertTrue(Keyring.base64(text).isEmpty()));
    }

    private static String refusal(String file) {
        return assertThrows(FailureException.class, () -> read(file)).failure().words();
    }

    private static Imported read(String file) throws Exception {
        return Import.read(file.getBytes(StandardCharsets.UTF_8), "it.xml", MasterPasswords.none());
    }
}
