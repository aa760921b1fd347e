package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class FileZillaImportTest {

    private static final String CRYPT =
            """
            <Pass encoding="crypt" pubkey="iUBo00X+ZW9igUnfCBs5mwpotSNtikA8w623cClxmhYAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw">fZwkMWU5glwYluV/KBl3Rnk85gy+461H2p0HuF+lXirIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5/SHCOaoRUgUzGcbT6uAp4NNpgLTo+BABczUVf0FZLfk</Pass>
            """;

    @Test
    void everyFieldIsTaken() throws Exception {
        Imported imported =
                read(
                        """
                        <Folder expanded="1">Mirrors
                          <Server>
                            <Host>ftp.example.org</Host><Port>2121</Port><Protocol>4</Protocol>
                            <User>bob</User><Pass encoding="base64">aHVudGVyMg==</Pass>
                            <Account>acc</Account><Logontype>4</Logontype>
                            <TimezoneOffset>-90</TimezoneOffset>
                            <PasvMode>MODE_ACTIVE</PasvMode>
                            <MaximumMultipleConnections>2</MaximumMultipleConnections>
                            <EncodingType>Custom</EncodingType>
                            <CustomEncoding>ISO-8859-1</CustomEncoding>
                            <PostLoginCommands><Command>SITE UTIME</Command><Command/>
                            </PostLoginCommands>
                            <Name> Example </Name><Comments>two
                        lines</Comments><Colour>7</Colour><LocalDir>/home/bob</LocalDir>
                            <RemoteDir>1 0 3 a b 5 linux</RemoteDir>
                            <Bookmark><Name>inc</Name><RemoteDir>1 0 8 incoming</RemoteDir></Bookmark>
                          </Server>
                        </Folder>
                        """);

        Parcel parcel = imported.sites().getFirst();
        var site = parcel.site();
        var options = site.server().options();
        assertEquals("Example", site.name());
        assertEquals(SiteGroup.of("Mirrors"), site.group());
        assertEquals("ftp.example.org:2121", site.server().address());
        assertEquals(TlsMode.EXPLICIT, site.server().tls());
        assertEquals("bob", site.server().user());
        assertEquals(
                new Logon(Logon.Kind.PASSWORD, Optional.of("acc"), Optional.empty()),
                options.logon());
        assertArrayEquals("hunter2".toCharArray(), parcel.password().orElseThrow());
        assertEquals(Duration.ofMinutes(-90), options.timeOffset());
        assertTrue(options.data().active());
        assertEquals(OptionalInt.of(2), parcel.connections());
        assertEquals("ISO-8859-1", options.charset());
        assertEquals(List.of("SITE UTIME"), options.afterLogin());
        assertEquals("two\nlines", site.notes());
        assertEquals(SiteColour.ORANGE, site.colour());
        assertEquals(Optional.of("/home/bob"), site.start().local());
        assertEquals(Optional.of(RemotePath.of("/a b/linux")), site.folder());
        assertEquals(
                List.of(
                        new Bookmark(
                                "inc", Optional.of(RemotePath.of("/incoming")), Optional.empty())),
                site.bookmarks());
        assertEquals(List.of(new Finding.Taken("Mirrors/Example")), imported.findings());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    fields                                                    | found   | words
                    <Protocol>0</Protocol>                                    | raised  | now it is required
                    <Protocol>6</Protocol>                                    | warned  | not encrypted
                    <Protocol>1</Protocol>                                    | skipped | SFTP
                    <Protocol>7</Protocol>                                    | skipped | no FTP site
                    <Protocol>x</Protocol>                                    | skipped | Protocol
                    <Port>0</Port>                                            | skipped | Port
                    <Port>65536</Port>                                        | skipped | Port
                    <Port></Port>                                             | skipped | Port
                    <Host> </Host>                                            | skipped | host name
                    <Host>a b</Host>                                          | skipped | host name
                    <Host>a&#10;b</Host>                                      | skipped | host name
                    <User></User>                                             | skipped | no user name
                    <User>a&#13;&#10;DELE x</User>                            | skipped | user name
                    <Type>11</Type>                                           | skipped | Type
                    <Logontype>8</Logontype>                                  | skipped | Logontype
                    <Logontype>5</Logontype>                                  | dropped | logs on in a way
                    <TimezoneOffset>1441</TimezoneOffset>                     | skipped | TimezoneOffset
                    <EncodingType>Custom</EncodingType>                       | skipped | charset
                    <EncodingType>Custom</EncodingType><CustomEncoding>no-such</CustomEncoding> | changed | UTF-8 is used
                    <Name>a&#9;b</Name>                                       | changed | control characters
                    <Name> </Name>                                            | skipped | no name
                    <RemoteDir>1 0 4 pub</RemoteDir>                          | dropped | Its folder
                    <RemoteDir>1 0 2 ..</RemoteDir>                           | dropped | Its folder
                    <RemoteDir>1 0 3 a/b</RemoteDir>                          | dropped | Its folder
                    <RemoteDir>1 0 5 a&#13;&#10;bc</RemoteDir>                | dropped | Its folder
                    <RemoteDir>2 4 dka0 3 pub</RemoteDir>                     | changed | no Unix path
                    <PostLoginCommands><Command>A&#10;DELE x</Command></PostLoginCommands> | dropped | sent after login
                    <Parameter Name="x">y</Parameter>                         | dropped | Parameters
                    <SyncBrowsing>1</SyncBrowsing>                            | dropped | browsing
                    <Bookmark><Name>x</Name></Bookmark>                       | dropped | bookmark
                    <Pass encoding="base64">!!</Pass>                         | dropped | damaged
                    <Pass encoding="rot13">x</Pass>                           | dropped | not known here
                    <Pass encoding="base64">YQpi</Pass>                       | dropped | line break
                    <Pass encoding="crypt" pubkey="AAAA">AAAA</Pass>          | dropped | could not be decrypted
                    <MaximumMultipleConnections>x</MaximumMultipleConnections> | dropped | no number
                    """)
    void whatCannotBeKeptIsTold(String fields, String found, String words) throws Exception {
        Imported imported = read(server(fields) + server("<Name>other</Name>"));

        Finding finding =
                imported.findings().stream()
                        .filter(one -> one.word().equals(found))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(imported.findings()));
        assertTrue(finding.words().contains(words), finding.words());
        if (found.equals("raised")) {
            assertEquals(TlsMode.EXPLICIT, imported.sites().getFirst().site().server().tls());
        }
        assertEquals(found.equals("skipped") ? 1 : 2, imported.sites().size());
        assertEquals("other", imported.sites().getLast().site().name());
    }

    @ParameterizedTest
    @CsvSource({"0, ANONYMOUS", "1, PASSWORD", "2, ASK", "3, ASK", "4, PASSWORD", "7, ASK"})
    void theWayToLogOnIsTaken(String type, Logon.Kind kind) throws Exception {
        var site = only(read(server("<Logontype>" + type + "</Logontype>"))).site();
        assertEquals(kind, site.server().options().logon().kind());
    }

    @Test
    void oldFilesHaveTheNameInTheElementItself() throws Exception {
        var imported =
                read(
                        "<Server><Host>h</Host><Port>21</Port><Protocol>4</Protocol>Old name"
                                + "</Server>");
        assertEquals("Old name", only(imported).site().name());
        assertEquals("anonymous", only(imported).site().server().user());
    }

    @Test
    void foldersWithoutSitesAreKeptAndThoseWithoutNameAreNot() throws Exception {
        var imported =
                read("<Folder>a<Folder>b</Folder></Folder><Folder>" + server("") + "</Folder>");
        assertEquals(List.of(SiteGroup.of("a"), SiteGroup.of("a", "b")), imported.groups());
        assertEquals(List.of(), imported.sites());
        assertEquals("skipped", imported.findings().getFirst().word());
    }

    @Test
    void onlyTheServersOfAWholeExportAreRead() throws Exception {
        byte[] file =
                ("<FileZilla3><Settings><Server>"
                                + "x"
                                + "</Server></Settings><Servers>"
                                + server("")
                                + "</Servers><Queue><Server/></Queue></FileZilla3>")
                        .getBytes(StandardCharsets.UTF_8);
        assertEquals(1, Import.read(file, "f", MasterPasswords.none()).sites().size());
    }

    @Test
    void aPasswordUnderAMasterPasswordIsOpened() throws Exception {
        var asked = new Asked("wrong", "master");
        Parcel parcel = read(crypt("one") + crypt("two"), asked).sites().getLast();
        assertArrayEquals("s3cret-ü".toCharArray(), parcel.password().orElseThrow());
        assertEquals(List.of(false, true), asked.agains);
        assertTrue(asked.given.stream().allMatch(given -> given[0] == '\0'), "not wiped");
    }

    @Test
    void theFormWithoutATagIsOpenedToo() throws Exception {
        String older =
                crypt("one")
                        .replaceFirst(
                                ">fZwk[^<]*",
                                ">eaYx7t4b+cmPEgMs3q3Q56B5OY/HhriMyEbsia+FpRrIycrLzM3Oz9DR0tPU1dbX"
                                        + "2Nna29zd3t/g4eLj5OXm52P9Dt05mJcBh6QfCXTphVw");
        assertArrayEquals(
                "older".toCharArray(),
                only(read(older, new Asked("master"))).password().orElseThrow());
    }

    @Test
    void afterThreeWrongMasterPasswordsTheSiteAsks() throws Exception {
        var asked = new Asked("a", "b", "c", "master");
        Parcel parcel = only(read(crypt("one"), asked));
        assertEquals(Optional.empty(), parcel.password());
        assertEquals(Logon.Kind.ASK, parcel.site().server().options().logon().kind());
        assertEquals(3, asked.agains.size());
    }

    @Test
    void whoDoesNotKnowTheMasterPasswordIsAskedOnce() throws Exception {
        var asked = new Asked();
        read(crypt("one") + crypt("two") + crypt("three").replace("Hw\"", "HA\""), asked);
        assertEquals(1, asked.agains.size());
    }

    @Test
    void aDamagedEncryptedPasswordIsNoPassword() throws Exception {
        for (int i = 0; i < 40; i++) {
            String damaged =
                    crypt("one").replace("fZwkMWU5", "fZwkMW" + (char) ('A' + i % 26) + (i / 26));
            assertEquals(Optional.empty(), only(read(damaged, new Asked("master"))).password());
        }
    }

    @Test
    void noFindingRepeatsAPassword() throws Exception {
        var imported =
                read(
                        server("<Pass>top\nsecret</Pass>")
                                + server("<Pass encoding=\"topsecret\">secret</Pass>")
                                + server("<Host></Host><Pass>secret</Pass>"));
        assertEquals(
                3, imported.findings().stream().map(Finding::site).filter("n"::equals).count() - 2);
        for (Finding finding : imported.findings()) {
            assertTrue(!finding.words().contains("secret"), finding.words());
        }
    }

    private static String crypt(String name) {
        return server("<Name>" + name + "</Name>" + CRYPT.strip());
    }

    /// One that is usual but for these fields: of two with one name the first counts.
    private static String server(String fields) {
        return "<Server>"
                + fields
                + "<Host>h</Host><Port>21</Port><Protocol>4</Protocol><User>u</User>"
                + "<Logontype>1</Logontype><Name>n</Name></Server>";
    }

    @Test
    void encryptedPasswordsThatNobodyWantsAreNoLoss() throws Exception {
        Imported imported =
                read(
                        server(
                                "<Pass encoding=\"crypt\" pubkey=\"AAAA\">AAAA</Pass>"
                                        + "<Logontype>1</Logontype>"),
                        MasterPasswords.unwanted());
        assertEquals(Logon.Kind.PASSWORD, only(imported).site().server().options().logon().kind());
        assertEquals(1, imported.findings().size());
    }

    private static Parcel only(Imported imported) {
        assertEquals(1, imported.sites().size(), imported.findings()::toString);
        return imported.sites().getFirst();
    }

    private static Imported read(String servers) throws Exception {
        return read(servers, MasterPasswords.none());
    }

    private static Imported read(String servers, MasterPasswords port) throws Exception {
        String file =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <FileZilla3 version="3.60.2" platform="*nix"><Servers>%s</Servers></FileZilla3>
                """;
        return Import.read(
                file.replace("%s", servers).getBytes(StandardCharsets.UTF_8),
                "sitemanager.xml",
                port);
    }
}
