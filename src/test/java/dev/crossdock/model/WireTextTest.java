package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

class WireTextTest {

    @Test
    void everyPairOfBytesComesBackAsItWas() {
        for (int i = 0; i < 256; i++) {
            roundTrip(new byte[] {(byte) i});
            for (int j = 0; j < 256; j++) {
                roundTrip(new byte[] {(byte) i, (byte) j});
                roundTrip(new byte[] {'a', (byte) i, (byte) j, 'b'});
            }
        }
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        var random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int j = 0; j < bytes.length; j++) {
                // Mostly what looks like the beginnings and ends of characters.
                if (random.nextBoolean()) {
                    bytes[j] = (byte) (0x80 | random.nextInt(0x80));
                }
            }
            roundTrip(bytes);
        }
    }

    @Test
    void mixturesOfCharactersAndForeignBytesComeBackAsTheyWere() {
        var random = new Random(12);
        String[] parts = {
            "c3bc", "e282ac", "f09f9880", "80", "ff", "eda080", "edb080", "f4908080", "c3", "61"
        };
        for (int i = 0; i < 50_000; i++) {
            var hex = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                hex.append(parts[random.nextInt(parts.length)]);
            }
            roundTrip(HexFormat.of().parseHex(hex));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "ü€😀",
                "\0\r\n\t",
                "e\u0301",
                "\uFFFD",
                "\uFEFF",
                "\u007F\u0080"
            })
    void whatIsUtf8IsReadAsUtf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertEquals(text, WireText.decode(bytes));
        assertArrayEquals(bytes, WireText.encode(text));
        assertFalse(WireText.hasForeignBytes(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "fc62", "c0af", "eda080", "f09f98", "e2", "61ff62", "f5808080"})
    void whatIsNotUtf8IsKnownAsForeign(String hex) {
        assertTrue(WireText.hasForeignBytes(WireText.decode(HexFormat.of().parseHex(hex))));
    }

    @Test
    void aSlashInDisguiseIsNoSlash() {
        String overlong = WireText.decode(HexFormat.of().parseHex("2e2ec0afc0ae"));

        assertFalse(overlong.contains("/"));
        assertTrue(RemotePath.isName(overlong));
    }

    @Test
    void readsAPartOfAnArray() {
        byte[] bytes = "xüx".getBytes(StandardCharsets.UTF_8);

        assertEquals("ü", WireText.decode(bytes, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uD83Db", "\uDC00", "\uDC7F", "\uDD00"})
    void refusesToSendWhatIsNoText(String text) {
        assertFalse(WireText.isSendable(text));
        assertThrows(IllegalArgumentException.class, () -> WireText.encode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1252",
                "windows-1251",
                "ISO-8859-15",
                "Shift_JIS",
                "windows-31j",
                "EUC-JP",
                "ISO-2022-JP",
                "GBK",
                "GB18030",
                "Big5",
                "Big5-HKSCS",
                "EUC-KR",
                "KOI8-R",
                "TIS-620"
            })
    void bytesComeBackAsTheyWereInEveryCharsetOfSites(String name) throws Exception {
        Charset charset = Charset.forName(name);
        var random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            String text = WireText.decode(bytes, 0, bytes.length, charset);
            assertTrue(WireText.isSendable(text));
            assertArrayEquals(
                    bytes, WireText.encode(text, charset), () -> HexFormat.of().formatHex(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, M\u00fcller \u20ac",
        "Shift_JIS, \u8868\u793a",
        "ISO-2022-JP, \u65e5\u672c\u8a9e abc",
        "GB18030, \ud842\udfb7"
    })
    void whatIsProperTextOfTheCharsetIsReadAsSuch(String name, String text) throws Exception {
        Charset charset = Charset.forName(name);
        byte[] bytes = text.getBytes(charset);

        assertEquals(text, WireText.decode(bytes, 0, bytes.length, charset));
        assertArrayEquals(bytes, WireText.encode(text, charset));
    }

    @Test
    void whatTheCharsetDoesNotHaveIsNoQuestionMark() {
        assertThrows(
                CharacterCodingException.class,
                () -> WireText.encode("\u65e5", Charset.forName("windows-1252")));
    }

    private static void roundTrip(byte[] bytes) {
        String text = WireText.decode(bytes);
        assertTrue(WireText.isSendable(text));
        assertArrayEquals(bytes, WireText.encode(text), () -> HexFormat.of().formatHex(bytes));
        boolean proper =
                text.equals(new String(bytes, StandardCharsets.UTF_8)) && !text.contains("\uFFFD");
        assertTrue(
                proper != WireText.hasForeignBytes(text) || text.contains("\uFFFD"),
                () -> HexFormat.of().formatHex(bytes));
    }
}
