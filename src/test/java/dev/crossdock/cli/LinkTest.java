package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.ServerLink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class LinkTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    link                                   | tls      | user   | address         | folder       | password
                    ftps://me@alpha.test/pub/a             | EXPLICIT | me     | alpha.test:21   | /pub/a       | false
                    FTPS://alpha.test                      | EXPLICIT | ''     | alpha.test:21   | ''           | false
                    ftps://alpha.test:990/                 | IMPLICIT | ''     | alpha.test:990  | ''           | false
                    ftpes://alpha.test:990//               | EXPLICIT | ''     | alpha.test:990  | ''           | false
                    ftps-implicit://me@[::1]:2121/x        | IMPLICIT | me     | [::1]:2121      | /x           | false
                    ftp://anonymous@alpha.test/x           | CLEAR    | ''     | alpha.test:21   | /x           | false
                    ftps://me@alpha.test/~/x               | EXPLICIT | me     | alpha.test:21   | ''           | false
                    ftps://a%40b@alpha.test/a%20b%2Fc      | EXPLICIT | a@b    | alpha.test:21   | /a b/c       | false
                    ftps://alpha.test/a.iso;type=i         | EXPLICIT | ''     | alpha.test:21   | /a.iso       | false
                    ftps://alpha.test/a/../../b            | EXPLICIT | ''     | alpha.test:21   | /b           | false
                    ftps://me:secret@alpha.test/x          | EXPLICIT | me     | alpha.test:21   | /x           | true
                    ftps://me:se:cr@t@alpha.test:2121/x@y  | EXPLICIT | me     | alpha.test:2121 | /x@y         | true
                    ftps://me:@alpha.test/x                | EXPLICIT | me     | alpha.test:21   | /x           | false
                    ftps://m%FCller.example@alpha.test/    | EXPLICIT | m\uDCFCller.example | alpha.test:21 | '' | false
                    ftps://bücher.example/                 | EXPLICIT | ''     | xn--bcher-kva.example:21 | ''  | false
                    """)
    void aLinkSaysWhere(
            String typed, String tls, String user, String address, String folder, boolean password)
            throws UsageException {
        ServerLink link = LinkParser.parse(typed);
        assertEquals(tls, link.tls().name());
        assertEquals(user, link.user());
        assertEquals(address, link.address());
        assertEquals(folder, link.folder().map(RemotePath::value).orElse(""));
        assertEquals(password, link.hadPassword());
        assertFalse(link.toString().contains("secret"), link.toString());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    link                                     | words
                    http://alpha.test/                       | does not know http://
                    file:///etc/passwd                       | does not know file://
                    site:alpha/x                             | neither a command nor a link
                    alpha.test                               | neither a command nor a link
                    ftps://                                  | host is missing
                    ftps:///x                                | host is missing
                    ftps://me@/x                             | host is missing
                    ftps://@alpha.test/                      | user name before the @ is empty
                    ftps://alpha.test:0/                     | port from 1 to 65535
                    ftps://alpha.test:65536/                 | port from 1 to 65535
                    ftps://alpha.test:99999999999999/        | port from 1 to 65535
                    ftps://alpha.test:21x/                   | port from 1 to 65535
                    ftps://alpha.test/a%0D%0ADELE%20b        | line break
                    ftps://me%0D%0AUSER%20x@alpha.test/      | line break
                    ftps://me%1B[2J@alpha.test/              | control characters
                    ftps://al%0Apha.test/                    | neither a name nor an address
                    ftps://al pha.test/                      | neither a name nor an address
                    ftps://alpha.test/%zz                    | two hexadecimal digits
                    ftps://alpha.test/a%00b                  | NUL
                    ftps://[::1/                             | IPv6
                    ftps://::1/                              | IPv6
                    ftps://me:se/cret@alpha.test/            | password
                    ftps://\u202Eem@alpha.test/             | cannot be seen
                    """)
    void aHostileLinkGetsWords(String typed, String words) {
        var refused = assertThrows(UsageException.class, () -> LinkParser.parse(typed));
        assertTrue(refused.words().contains(words), refused.words());
        assertFalse(refused.words().contains("cret"), refused.words());
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 10_000_000})
    void aHugeLinkIsRefusedAtOnce(int length) {
        var refused =
                assertThrows(
                        UsageException.class,
                        () -> LinkParser.parse("ftps://alpha.test/" + "a:@".repeat(length / 3)));
        assertTrue(refused.words().contains("4,096"), refused.words());
    }

    @Test
    void theLongestLinkIsReadQuickly() {
        assertThrows(
                UsageException.class,
                () -> LinkParser.parse("ftps://" + "a:@".repeat(1_300) + "%"));
    }

    @Test
    void theWindowGetsTheLink(@TempDir Path folder) {
        var shell = new Shell(folder);
        assertEquals(new Shell.Result(0, "", ""), shell.run("ftps://me:secret@alpha.test/x"));
        assertEquals("alpha.test:21", shell.windows.links.getFirst().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cpoy", "cpoy a b", "me:secret@alpha.test", "ftps://a.test ftps://b.test"})
    void whatIsNeitherCommandNorLinkIsRefused(String typed, @TempDir Path folder) {
        var shell = new Shell(folder);
        Shell.Result result = shell.run(typed.split(" "));
        assertEquals(2, result.code());
        assertFalse(result.err().contains("secret"), result.err());
        assertEquals(0, shell.windows.opened.size());
    }
}
