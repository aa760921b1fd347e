package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Logon;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class OtherImportsTest {

    private static final String BOB =
            "A35C455F5B5B5B3E333E3A282C7239243D312C303972332E3B34293228392E6E55555555555555555555"
                    + "5555555555555555";

    @Test
    void winScpIsTaken() throws Exception {
        var imported =
                read(
                        """
                        [Configuration\\Interface]
                        HostName=no

                        [Sessions\\Default%20Settings]
                        HostName=none
                        [Sessions\\%EF%BB%BFa%20b/d%C3%A4mon]
                        HostName=ftp.example.org
                        PortNumber=990
                        UserName=bob
                        Password=BOB
                        FSProtocol=5
                        Ftps=1
                        FtpPasvMode=0
                        RemoteDirectory=/p%C3%A4th
                        LocalDirectory=C:\\x
                        Note=one%0D%0Atwo
                        Color=255
                        TimeDifference=-0.0416666666666667
                        MinTlsVersion=13
                        PostLoginCommands=SITE A%0D%0ASITE B
                        ProxyMethod=2
                        ProxyHost=proxy.example.org
                        ProxyPort=1080
                        """
                                .replace("BOB", BOB));

        assertEquals(Format.WINSCP, imported.format());
        Parcel parcel = only(imported);
        var site = parcel.site();
        var options = site.server().options();
        assertEquals("dämon", site.name());
        assertEquals(SiteGroup.of("a b"), site.group());
        assertEquals("ftp.example.org:990", site.server().address());
        assertEquals(TlsMode.IMPLICIT, site.server().tls());
        assertArrayEquals("hunter2".toCharArray(), parcel.password().orElseThrow());
        assertTrue(options.data().active());
        assertEquals("/päth", site.folder().orElseThrow().value());
        assertEquals(Optional.of("C:\\x"), site.start().local());
        assertEquals("one\r\ntwo", site.notes());
        assertEquals(SiteColour.RED, site.colour());
        assertEquals(Duration.ofHours(-1), options.timeOffset());
        assertEquals(TlsRules.Versions.ONLY_13, options.tls().versions());
        assertEquals(List.of("SITE A", "SITE B"), options.afterLogin());
        assertEquals(
                Optional.of(
                        new ProxyServer(
                                ProxyServer.Kind.SOCKS5,
                                new ServerAddress("proxy.example.org", 1080),
                                "")),
                options.proxy());
        assertEquals(1, imported.findings().size(), imported.findings()::toString);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    lines                                | found   | words
                    FSProtocol=1                         | skipped | SFTP
                    FSProtocol=6                         | skipped | no FTP site
                    FSProtocol=5~Ftps=9                  | skipped | encrypted
                    FSProtocol=5                         | warned  | not encrypted
                    FSProtocol=5~Ftps=2                  | raised  | TLS is required
                    FSProtocol=5~IsWorkspace=1           | skipped | workspace
                    FSProtocol=5~MaxTlsVersion=11        | raised  | older than 1.2
                    FSProtocol=5~Password=zz             | dropped | damaged
                    FSProtocol=5~Password=A35D455F       | dropped | damaged
                    FSProtocol=5~ProxyMethod=1           | dropped | proxy
                    FSProtocol=5~ProxyMethod=3           | dropped | proxy
                    FSProtocol=5~TimeDifference=x        | dropped | time offset
                    FSProtocol=5~TlsCertificateFile=a.pem | dropped | certificate
                    FSProtocol=5~RemoteDirectory=a       | dropped | folder
                    FSProtocol=5~RemoteDirectory=/a%0D%0Ab | dropped | folder
                    FSProtocol=5~Utf=1                   | changed | charset
                    FSProtocol=5~PortNumber=0            | skipped | port
                    """)
    void whatWinScpHasThatCannotBeKeptIsTold(String lines, String found, String words)
            throws Exception {
        var imported =
                read(
                        "[Sessions\\x]\nHostName=h\nUserName=u\n"
                                + lines.replace('~', '\n')
                                + "\n[Sessions\\y]\nHostName=h\nUserName=u\nFSProtocol=5\nFtps=3");
        Finding finding =
                imported.findings().stream()
                        .filter(one -> one.word().equals(found))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(imported.findings()));
        assertTrue(finding.words().contains(words), finding.words());
        assertEquals(found.equals("skipped") ? 1 : 2, imported.sites().size());
    }

    @Test
    void underWinScpsMasterPasswordASiteAsks() throws Exception {
        var imported =
                read(
                        "[Sessions\\x]\nHostName=ftp.example.org\nUserName=bob\nFSProtocol=5\n"
                                + "Password="
                                + BOB
                                + "\n[Configuration\\Security]\nUseMasterPassword=1\n");
        assertEquals(Optional.empty(), only(imported).password());
        assertEquals(Logon.Kind.ASK, only(imported).site().server().options().logon().kind());
    }

    @Test
    void aPasswordOfAnotherLoginIsNotTaken() {
        assertEquals(Optional.empty(), WinScpText.password(BOB, "eveftp.example.org"));
    }

    @Test
    void flashFxpIsTaken() throws Exception {
        var imported =
                Import.read(
                        """
                        <?xml version="1.0" encoding="windows-1252"?>
                        <SITES VERSION="1.2"><SITE NAME="dämon"><GROUP>\\A\\B\\</GROUP>
                        <PROTOCOL>FTP</PROTOCOL><ADDRESS>h</ADDRESS><USERNAME>u</USERNAME>
                        <PASSWORD>pä</PASSWORD><REMOTEPATH>/r</REMOTEPATH><LOCALPATH>C:\\l</LOCALPATH>
                        <PASSIVE>DEFAULT</PASSIVE><SSL>AUTH TLS</SSL></SITE>
                        <SITE NAME="x"><PROTOCOL>SFTP</PROTOCOL></SITE>
                        <SITE NAME="y"><ADDRESS>h</ADDRESS><SSL>NONE</SSL></SITE>
                        <SITE NAME="z"><ADDRESS>h</ADDRESS><SSL>SOMETHING</SSL></SITE></SITES>
                        """
                                .getBytes(Charset.forName("windows-1252")),
                        "sites.xml",
                        MasterPasswords.none());

        assertEquals(Format.FLASHFXP, imported.format());
        Parcel parcel = imported.sites().getFirst();
        assertEquals("A/B/dämon", parcel.label());
        assertEquals("h:21", parcel.site().server().address());
        assertEquals(TlsMode.EXPLICIT, parcel.site().server().tls());
        assertArrayEquals("pä".toCharArray(), parcel.password().orElseThrow());
        assertEquals(Optional.of("C:\\l"), parcel.site().start().local());
        assertEquals(TlsMode.CLEAR, imported.sites().get(1).site().server().tls());
        assertEquals(TlsMode.EXPLICIT, imported.sites().get(2).site().server().tls());
        assertEquals(
                List.of("taken", "skipped", "taken", "warned", "taken", "raised"),
                imported.findings().stream().map(Finding::word).toList());
    }

    @Test
    void gftpIsTaken() throws Exception {
        var imported =
                read(
                        """
                        # Bookmarks
                        [Linux Sites/Kernel]
                        hostname=ftp.kernel.org
                        port=0
                        protocol=FTP
                        remote directory=/pub
                        local directory=
                        username=bob
                        password=$Ya]UYy]QYU]IMI
                        account=acc
                        [x]
                        hostname=h
                        protocol=SSH2
                        [y]
                        hostname=h
                        protocol=FTPS
                        username=anonymous
                        password=@EMAIL@
                        """);
        assertEquals(Format.GFTP, imported.format());
        Parcel parcel = imported.sites().getFirst();
        assertEquals("Linux Sites/Kernel", parcel.label());
        assertEquals("ftp.kernel.org:21", parcel.site().server().address());
        assertEquals(Optional.of("acc"), parcel.site().server().options().logon().account());
        assertArrayEquals("hunter2".toCharArray(), parcel.password().orElseThrow());
        assertEquals(
                Logon.Kind.ANONYMOUS,
                imported.sites().getLast().site().server().options().logon().kind());
        assertEquals(
                List.of("taken", "warned", "skipped", "taken"),
                imported.findings().stream().map(Finding::word).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$Y", "$YaY", "$Zz", "$ää"})
    void aDamagedGftpPasswordIsNone(String text) {
        assertTrue(GftpReader.unscrambled(text).filter(secret -> secret.length > 0).isEmpty());
    }

    @Test
    void ourOwnFileIsTakenWithWhatIsBesideTheSite() throws Exception {
        var imported =
                read(
                        """
                        {"version": 2, "sites": [
                          {"group": ["empty"]},
                          {"id": "1", "name": "n", "host": "h", "port": 21, "tls": "explicit",
                           "user": "u", "group": ["g"], "connections": 3, "password": "p"},
                          {"id": "1", "name": "bad", "host": "h", "port": 0, "tls": "explicit",
                           "user": "u"},
                          7,
                          {"id": "2", "name": "w", "host": "h", "port": 21, "tls": "explicit",
                           "user": "u", "password": 5}]}
                        """);
        assertEquals(Format.CROSSDOCK, imported.format());
        assertEquals(List.of(SiteGroup.of("empty")), imported.groups());
        assertEquals("g/n", only(imported).label());
        assertEquals(OptionalInt.of(3), only(imported).connections());
        assertArrayEquals("p".toCharArray(), only(imported).password().orElseThrow());
        assertEquals(
                List.of("taken", "skipped", "skipped", "skipped"),
                imported.findings().stream().map(Finding::word).toList());
    }

    private static Parcel only(Imported imported) {
        assertEquals(1, imported.sites().size(), imported.findings()::toString);
        return imported.sites().getFirst();
    }

    @Test
    void twoSitesOfOneNameAreToldApart() throws Exception {
        String one =
                "<SITE NAME=\"x\"><ADDRESS>a</ADDRESS><USERNAME>u</USERNAME><SSL>%s</SSL></SITE>";
        Imported imported =
                read("<SITES>" + one.formatted("NONE") + one.formatted("AUTH TLS") + "</SITES>");
        assertNotEquals(
                imported.about(imported.sites().get(0)), imported.about(imported.sites().get(1)));
    }

    private static Imported read(String text) throws Exception {
        return Import.read(text.getBytes(StandardCharsets.UTF_8), "file", MasterPasswords.none());
    }
}
