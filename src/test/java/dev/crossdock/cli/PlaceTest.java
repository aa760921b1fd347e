package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class PlaceTest {

    private static final RemotePath HOME = RemotePath.of("/home/me");

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed,                              tls,      user,      host,        port
                    ftps://alpha/x,                     EXPLICIT, anonymous, alpha,       21
                    ftps://me@alpha/x,                  EXPLICIT, me,        alpha,       21
                    ftps://me@alpha:2121/x,             EXPLICIT, me,        alpha,       2121
                    ftps://me@alpha:990/x,              IMPLICIT, me,        alpha,       990
                    ftps://alpha:/x,                    EXPLICIT, anonymous, alpha,       21
                    FTPS://alpha/x,                     EXPLICIT, anonymous, alpha,       21
                    ftpes://alpha/x,                    EXPLICIT, anonymous, alpha,       21
                    ftpes://alpha:990/x,                EXPLICIT, anonymous, alpha,       990
                    ftps-implicit://alpha/x,            IMPLICIT, anonymous, alpha,       990
                    ftps-implicit://alpha:2121/x,       IMPLICIT, anonymous, alpha,       2121
                    ftp://alpha/x,                      CLEAR,    anonymous, alpha,       21
                    ftp://alpha:990/x,                  CLEAR,    anonymous, alpha,       990
                    ftps://me@[::1]/x,                  EXPLICIT, me,        ::1,         21
                    ftps://me@[2001:db8::7]:990/x,      IMPLICIT, me,        2001:db8::7, 990
                    ftps://[fe80::1%25eth0]:2121/x,     EXPLICIT, anonymous, fe80::1%eth0, 2121
                    ftps://me%40here@alpha/x,           EXPLICIT, me@here,   alpha,       21
                    ftps://me@here@alpha/x,             EXPLICIT, me@here,   alpha,       21
                    ftps://a%3Ab@alpha/x,               EXPLICIT, a:b,       alpha,       21
                    ftps://j%C3%B6rg@alpha/x,           EXPLICIT, jörg,      alpha,       21
                    ftps://bücher.example/x,            EXPLICIT, anonymous, xn--bcher-kva.example, 21
                    """)
    void urlNamesTheServer(String typed, TlsMode tls, String user, String host, int port)
            throws UsageException {
        var url = assertInstanceOf(Place.Url.class, Place.parse(typed));
        assertEquals(tls, url.tls());
        assertEquals(user, url.user());
        assertEquals(host, url.host());
        assertEquals(port, url.port());
        assertEquals(typed, url.typed());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    typed                        | path               | folder | contents
                    ftps://alpha                 | /                  | true   | false
                    ftps://alpha/                | /                  | true   | false
                    ftps://alpha/a/b             | /a/b               | false  | false
                    ftps://alpha/a/b/            | /a/b               | true   | false
                    ftps://alpha/a/b/.           | /a/b               | true   | true
                    ftps://alpha/a/../b          | /b                 | false  | false
                    ftps://alpha//a//b           | /a/b               | false  | false
                    ftps://alpha/~               | /home/me           | true   | false
                    ftps://alpha/~/              | /home/me           | true   | false
                    ftps://alpha/~/sub           | /home/me/sub       | false  | false
                    ftps://alpha/~/sub/          | /home/me/sub       | true   | false
                    ftps://alpha/~other/x        | /~other/x          | false  | false
                    ftps://alpha/%7E/x           | /~/x               | false  | false
                    ftps://alpha/a%20b           | /a b               | false  | false
                    ftps://alpha/a b             | /a b               | false  | false
                    ftps://alpha/a+b             | /a+b               | false  | false
                    ftps://alpha/a%25b           | /a%b               | false  | false
                    ftps://alpha/a?b#c           | /a?b#c             | false  | false
                    ftps://alpha/a:b@c           | /a:b@c             | false  | false
                    ftps://alpha/%2Fetc          | /etc               | false  | false
                    ftps://alpha/%C3%BC          | /ü                 | false  | false
                    ftps://alpha/ü               | /ü                 | false  | false
                    ftps://alpha/%F0%9F%98%80    | /😀                | false  | false
                    site:alpha/a/b               | /a/b               | false  | false
                    site:alpha/                  | /                  | true   | false
                    site:alpha/~/sub             | /home/me/sub       | false  | false
                    """)
    void pathIsDecodedAndTiedToTheLoginFolder(
            String typed, String path, boolean folder, boolean contents) throws UsageException {
        PlacePath parsed = assertInstanceOf(Place.Remote.class, Place.parse(typed)).path();
        assertEquals(RemotePath.of(path), parsed.resolve(HOME, Optional.empty()));
        assertEquals(folder, parsed.folder());
        assertEquals(contents, parsed.contents());
    }

    @Test
    void bytesThatAreNotUtf8BecomeOneLoneSurrogateEach() throws UsageException {
        var place = assertInstanceOf(Place.Remote.class, Place.parse("ftps://alpha/%FCber%E4/x"));
        RemotePath path = place.path().resolve(HOME, Optional.empty());
        assertEquals("/\uDCFCber\uDCE4/x", path.value());
        assertEquals("ftps://alpha/%FCber%E4/x", Spot.of(place.prefix(), path).url());
    }

    @Test
    void siteWithoutAPathMeansItsStartFolderElseTheLoginFolder() throws UsageException {
        var site = assertInstanceOf(Place.OfSite.class, Place.parse("site:My NAS"));
        var start = RemotePath.of("/data");
        assertEquals("My NAS", site.name());
        assertEquals(start, site.path().resolve(HOME, Optional.of(start)));
        assertEquals(HOME, site.path().resolve(HOME, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "site:alpha/x, alpha",
        "SITE:alpha/x, alpha",
        "site:two%20docks/x, two docks",
        "site:one%2Ftwo/x, one/two",
        "site:me@home:2121/x, me@home:2121"
    })
    void siteIsFoundByItsDecodedName(String typed, String name) throws UsageException {
        assertEquals(name, assertInstanceOf(Place.OfSite.class, Place.parse(typed)).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "/tmp/x", "./ftps://alpha", "C:\\x", "C:/x", "C://x", "a:b", "~/x", ""})
    void anythingElseIsLocal(String typed) throws UsageException {
        assertInstanceOf(Place.Local.class, Place.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftps://me:hunter2@alpha/x",
                "ftps://me:@alpha/x",
                "ftp://me:hunter2@alpha/x",
                "ftps://me:hunter2/hunter2@alpha/x",
                "ftps://me:hunter2@x@alpha",
                "ftps://:hunter2@alpha/x"
            })
    void passwordInAUrlIsRefusedAndNotRepeated(String typed) {
        var refusal = assertThrows(UsageException.class, () -> Place.parse(typed));
        assertFalse(refusal.words().contains("hunter2"), refusal.words());
        assertEquals("A password", refusal.words().substring(0, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftps://",
                "ftps:///x",
                "ftps://@alpha/x",
                "ftps://me@/x",
                "ftps://al pha/x",
                "ftps://alpha:0/x",
                "ftps://alpha:65536/x",
                "ftps://alpha:x/x",
                "ftps://::1/x",
                "ftps://[::1/x",
                "ftps://[alpha]/x",
                "ftps://[::1]x/x",
                "ftps://al%70ha/x",
                "ftps://m%0De@alpha/x",
                "ftps://m%1Be@alpha/x",
                "ftps://alpha/a%0Db",
                "ftps://alpha/a%0Ab",
                "ftps://alpha/a%00b",
                "ftps://alpha/a\r\nDELE b",
                "ftps://alpha/a%",
                "ftps://alpha/a%4",
                "ftps://alpha/a%zz",
                "ftps://alpha/\uFFFD",
                "site:",
                "site:/x",
                "site:a%0Ab/x",
                "sftp://alpha/x",
                "https://alpha/x"
            })
    void whatCannotBeAPlaceIsRefused(String typed) {
        assertThrows(UsageException.class, () -> Place.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ftps://me@alpha:2121 | /a/b        | ftps://me@alpha:2121/a/b
                    ftps://alpha         | /           | ftps://alpha/
                    site:two%20docks     | /a b        | site:two%20docks/a%20b
                    ftps://alpha         | /100%       | ftps://alpha/100%25
                    ftps://alpha         | /a?b#c      | ftps://alpha/a%3Fb%23c
                    ftps://alpha         | /ü          | ftps://alpha/%C3%BC
                    ftps://alpha         | /~/x        | ftps://alpha/%7E/x
                    ftps://alpha         | /~x         | ftps://alpha/~x
                    ftps://alpha         | /(a)'b'&c+d | ftps://alpha/(a)'b'&c+d
                    """,
            quoteCharacter = '"')
    void placeIsToldSoThatItCanBeGivenBack(String prefix, String path, String url)
            throws UsageException {
        assertEquals(url, Spot.of(prefix, RemotePath.of(path)).url());
        var again = assertInstanceOf(Place.Remote.class, Place.parse(url));
        assertEquals(RemotePath.of(path), again.path().resolve(HOME, Optional.empty()));
    }
}
