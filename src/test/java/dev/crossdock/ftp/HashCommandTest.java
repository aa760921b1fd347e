package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

class HashCommandTest {

    private static final RemotePath FILE = RemotePath.of("/pub/a file.bin");
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final String OTHER_MD5 = "0123456789abcdef0123456789ABCDEF";
    private static final String SHA256 =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    feat                                  > commands
                    'HASH CRC32;MD5;SHA-1*;SHA-256;SHA-512' > CRC32=HASH MD5=HASH SHA1=HASH SHA256=HASH SHA512=HASH
                    'HASH SHA256*'                        > SHA256=HASH
                    'HASH'                                > ''
                    'HASH WHIRLPOOL;SHA-384*'             > ''
                    'HASH SHA-1*|XMD5|XSHA256'            > MD5=XMD5 SHA1=HASH SHA256=XSHA256
                    'XCRC filename;start;end'             > CRC32=XCRC
                    'xcrc "filename" SP EP'               > CRC32=XCRC
                    'XSHA'                                > SHA1=XSHA
                    'XSHA1'                               > SHA1=XSHA1
                    'XMD5|MD5'                            > MD5=MD5
                    'XSHA512|XSHA256|XSHA1|XMD5|XCRC'     > CRC32=XCRC MD5=XMD5 SHA1=XSHA1 SHA256=XSHA256 SHA512=XSHA512
                    'SIZE|MDTM'                           > ''
                    """)
    void featTellsHowToAsk(String feat, String commands) {
        Capabilities server = server(feat);
        assertEquals(
                commands,
                Arrays.stream(HashKind.values())
                        .flatMap(kind -> HashCommand.of(server, kind).stream())
                        .map(command -> command.kind() + "=" + command.verb())
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    one                     > other                   > shared
                    'HASH SHA-1*;SHA-512'   > 'XSHA512|XMD5'          > SHA512
                    'HASH SHA-256*;MD5'     > 'MD5|XCRC'              > MD5
                    'XCRC|XSHA'             > 'HASH CRC32;SHA-1*'     > SHA1
                    'XCRC'                  > 'XCRC filename;start'   > CRC32
                    'HASH SHA-256*'         > 'XMD5|XCRC'             >
                    'HASH SHA-256*'         > SIZE                    >
                    """)
    void theStrongestThatBothHave(String one, String other, HashKind shared) {
        Optional<HashKind> expected = Optional.ofNullable(shared);

        assertEquals(expected, HashCommand.strongestShared(server(one), server(other)));
        assertEquals(expected, HashCommand.strongestShared(server(other), server(one)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind   > verb    > path        > lines
                    SHA256 > HASH    > /a          > OPTS HASH SHA-256|HASH /a
                    SHA1   > HASH    > /a b        > OPTS HASH SHA-1|HASH /a b
                    CRC32  > HASH    > /a 0 5      > OPTS HASH CRC32|HASH /a 0 5
                    MD5    > MD5     > /a b        > MD5 /a b
                    MD5    > XMD5    > /a          > XMD5 /a
                    MD5    > XMD5    > /a"b        > XMD5 /a"b
                    CRC32  > XCRC    > /a 0 5      > XCRC "/a 0 5"
                    CRC32  > XCRC    > /a "b"      > ``
                    """)
    void thePathGoesAsTheCommandTakesIt(HashKind kind, String verb, String path, String lines) {
        assertEquals(
                lines, String.join("|", new HashCommand(kind, verb).lines(RemotePath.of(path))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind   > verb > code > text                                          > value
                    MD5    > HASH > 213  > MD5 0-1048575 {md5} /pub/a file.bin           > {md5}
                    MD5    > HASH > 213  > md5 0-1048575 {MD5} a file.bin                > {md5}
                    MD5    > HASH > 213  > MD5 {md5}                                     > {md5}
                    MD5    > HASH > 213  > MD5 0-9 {md5} {other}                         > {md5}
                    SHA256 > HASH > 213  > SHA-256 0-0 {sha} x                           > {sha}
                    SHA256 > HASH > 213 > Computing SHA-256 digest|SHA-256 0-5 {sha} /pub/a file.bin > {sha}
                    MD5 > MD5 > 251 > Computing MD5 digest|/pub/a file.bin {MD5} > {md5}
                    CRC32 > XCRC > 250 > Computing CRC32 digest|0012D20A > 0012d20a
                    SHA256 > HASH > 213  > Computing|SHA-256 0-0 {sha} x                 > {sha}
                    CRC32  > HASH > 213  > CRC32 0-5 ABC1 x                              > 0000abc1
                    MD5    > XMD5 > 250  > {MD5}                                         > {md5}
                    MD5    > XMD5 > 250  > {md5} /pub/a file.bin                         > {md5}
                    MD5    > XMD5 > 250  > XMD5 of "/pub/a file.bin" is {md5}            > {md5}
                    MD5    > XMD5 > 250  > Computing MD5 digest|{md5}                    > {md5}
                    MD5    > MD5  > 251  > /pub/a file.bin {MD5}                         > {md5}
                    MD5    > MD5  > 251  > "/pub/a file.bin" {md5}                       > {md5}
                    MD5    > MD5  > 251  > "{other}" {md5}                               > {md5}
                    SHA256 > XSHA256 > 213 > {sha}                                       > {sha}
                    CRC32  > XCRC > 250  > 1A2B3C4D                                      > 1a2b3c4d
                    CRC32  > XCRC > 250  > 1A2B                                          > 00001a2b
                    CRC32  > XCRC > 250  > 0x1A2B                                        > 00001a2b
                    CRC32  > XCRC > 250  > Computing CRC32 digest|1A2B                   > 00001a2b
                    CRC32  > XCRC > 250  > CRC of a file.bin: 1A2B3C4D                   > 1a2b3c4d
                    """)
    void theValueIsFound(HashKind kind, String verb, int code, String text, String value)
            throws Exception {
        assertEquals(
                filled(value), new HashCommand(kind, verb).read(reply(code, text), FILE).hex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind   > verb > code > text
                    MD5    > HASH > 213  > SHA-1 0-9 {md5} x
                    MD5    > HASH > 213  > MD5 5-9 {md5} x
                    MD5    > HASH > 213  > MD5 0- {md5} x
                    MD5    > HASH > 213  > MD5 0-9 {sha} x
                    MD5    > HASH > 213  > MD5 0-9 x {md5}
                    MD5    > HASH > 213  > MD5
                    MD5    > HASH > 213  > MD5 0-9
                    MD5    > HASH > 213  > ``
                    MD5    > HASH > 250  > MD5 0-9 {md5} x
                    MD5    > XMD5 > 250  > ``
                    MD5    > XMD5 > 250  > Done.
                    MD5    > XMD5 > 250  > {md5} {other}
                    MD5    > XMD5 > 250  > {md5}0
                    MD5    > XMD5 > 250  > {sha}
                    MD5    > XMD5 > 250  > "{md5}
                    MD5    > MD5  > 251  > "{md5}"
                    CRC32  > XCRC > 250  > CRC bad
                    CRC32  > XCRC > 250  > 1A2B3C4D5
                    CRC32  > XCRC > 250  > 20261124 1A2B3C4D
                    CRC32  > XCRC > 250  > -1
                    SHA256 > XSHA256 > 250 > {md5}
                    """)
    void whatCanBeReadInTwoWaysOrNoneIsRefused(HashKind kind, String verb, int code, String text) {
        var command = new HashCommand(kind, verb);
        assertThrows(GarbledException.class, () -> command.read(reply(code, text), FILE));
    }

    @Test
    void aFileMayHaveAChecksumForItsName() throws Exception {
        RemotePath named = RemotePath.of("/pub/" + OTHER_MD5);
        var command = new HashCommand(HashKind.MD5, "XMD5");

        for (String text :
                List.of(
                        MD5 + " " + OTHER_MD5,
                        OTHER_MD5 + " " + MD5,
                        named + " " + MD5,
                        "\"" + OTHER_MD5 + "\" " + MD5,
                        MD5)) {
            assertEquals(MD5, command.read(new Reply(250, text), named).hex(), text);
        }
    }

    @Test
    void aShortNameDoesNotCutAValue() {
        var command = new HashCommand(HashKind.MD5, "XMD5");
        String cut = "ab" + MD5.substring(2);

        assertThrows(
                GarbledException.class,
                () -> command.read(new Reply(250, cut + " " + OTHER_MD5), RemotePath.of("/ab")));
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "550", "450", "504", "350"})
    void aNoIsARefusal(int code) {
        var command = new HashCommand(HashKind.MD5, "XMD5");
        var refused =
                assertThrows(
                        RefusedException.class, () -> command.read(new Reply(code, MD5), FILE));
        assertEquals("XMD5 /pub/a file.bin", refused.command());
    }

    private static Reply reply(int code, String text) {
        return new Reply(code, filled(text));
    }

    private static String filled(String text) {
        return text.replace("{md5}", MD5)
                .replace("{MD5}", MD5.toUpperCase(Locale.ROOT))
                .replace("{other}", OTHER_MD5)
                .replace("{sha}", SHA256)
                .replace('|', '\n');
    }

    private static Capabilities server(String feat) {
        return FeatReply.read(new Reply(211, "Features:\n " + feat.replace("|", "\n ") + "\nEnd"));
    }
}
