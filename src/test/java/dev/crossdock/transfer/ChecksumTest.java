package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class ChecksumTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind,   text,      hex
                    CRC32,  '',        00000000
                    CRC32,  123456789, cbf43926
                    CRC32,  anly,      00064463
                    MD5,    abc,       900150983cd24fb0d6963f7d28e17f72
                    SHA1,   abc,       a9993e364706816aba3e25717850c26c9cd0d89d
                    SHA256, abc,       ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
                    SHA512, '',        cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
                    """)
    void bytesThatComeByHaveAChecksumAndTheNextOnesAnother(HashKind kind, String text, String hex) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        var checksum = Checksum.of(kind);

        checksum.add(new byte[] {1}, 1);
        FileHash before = checksum.take();
        checksum.add(bytes, bytes.length);

        assertEquals(new FileHash(kind, hex), checksum.take());
        checksum.add(new byte[] {1}, 1);
        assertEquals(before, checksum.take());
    }
}
