package dev.crossdock.transfer;

import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Computes the checksum of bytes as they come by.
sealed interface Checksum {

    static Checksum of(HashKind kind) {
        return switch (kind) {
            case CRC32 -> new Crc(new CRC32());
            case MD5, SHA1, SHA256, SHA512 -> new Digest(kind, digest(kind));
        };
    }

    void add(byte[] bytes, int count);

    /// Of all that was added; the next one begins anew.
    FileHash take();

    /// CRC-32 as in zip files, which is what XCRC tells.
    record Crc(CRC32 crc) implements Checksum {

        @Override
        public void add(byte[] bytes, int count) {
            crc.update(bytes, 0, count);
        }

        @Override
        public FileHash take() {
            var hash = new FileHash(HashKind.CRC32, Long.toHexString(crc.getValue()));
            crc.reset();
            return hash;
        }
    }

    record Digest(HashKind kind, MessageDigest digest) implements Checksum {

        @Override
        public void add(byte[] bytes, int count) {
            digest.update(bytes, 0, count);
        }

        @Override
        public FileHash take() {
            return new FileHash(kind, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest digest(HashKind kind) {
        try {
            return MessageDigest.getInstance(kind.label());
        } catch (NoSuchAlgorithmException everyJavaHasThem) {
            throw new IllegalStateException(everyJavaHasThem);
        }
    }
}
