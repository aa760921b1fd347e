package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

class FileHashTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind,  one,                              other,                            equal
                    CRC32, 0A1B2C3D,                         a1b2c3d,                          true
                    CRC32, 00000000,                         0,                                true
                    CRC32, a1b2c3d0,                         a1b2c3d,                          false
                    MD5,   D41D8CD98F00B204E9800998ECF8427E, d41d8cd98f00b204e9800998ecf8427e, true
                    MD5,   d41d8cd98f00b204e9800998ecf8427e, d41d8cd98f00b204e9800998ecf8427f, false
                    """)
    void sameContentIsSameValue(HashKind kind, String one, String other, boolean equal) {
        assertEquals(equal, new FileHash(kind, one).equals(new FileHash(kind, other)));
    }

    @Test
    void valuesOfTwoKindsAreNeverEqual() {
        assertFalse(
                new FileHash(HashKind.MD5, "0".repeat(32))
                        .equals(new FileHash(HashKind.CRC32, "0".repeat(8))));
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, ''",
        "CRC32, 123456789",
        "CRC32, 0x1234",
        "CRC32, -1",
        "MD5,   41d8cd98f00b204e9800998ecf8427e",
        "MD5,   d41d8cd98f00b204e9800998ecf8427g",
        "MD5,   ' 41d8cd98f00b204e9800998ecf8427e'",
        "SHA1,  d41d8cd98f00b204e9800998ecf8427e"
    })
    void whatIsNoValueIsRefused(HashKind kind, String hex) {
        assertThrows(IllegalArgumentException.class, () -> new FileHash(kind, hex));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    name,     kind
                    SHA-256,  SHA256
                    sha256,   SHA256
                    SHA-1,    SHA1
                    SHA1,     SHA1
                    crc32,    CRC32
                    Md5,      MD5
                    SHA-512,  SHA512
                    SHA-384,
                    SHA-256*,
                    '',
                    """)
    void kindsAreKnownByName(String name, HashKind kind) {
        assertEquals(Optional.ofNullable(kind), HashKind.ofName(name));
    }

    @ParameterizedTest
    @EnumSource
    void theProofIsCalledAsTheHash(HashKind kind) {
        assertEquals(Optional.of(kind), HashKind.ofName(kind.verification().word()));
    }

    @Test
    void longerIsStronger() {
        assertTrue(HashKind.SHA512.isStrongerThan(HashKind.SHA256));
        assertTrue(HashKind.MD5.isStrongerThan(HashKind.CRC32));
        assertFalse(HashKind.MD5.isStrongerThan(HashKind.MD5));
    }
}
