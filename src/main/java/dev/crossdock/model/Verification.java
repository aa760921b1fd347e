package dev.crossdock.model;

/// What proved that the file arrived whole; a checksum comes on top of the size.
public enum Verification {
    NO("no"),
    SIZE("size"),
    CRC32("crc32"),
    MD5("md5"),
    SHA1("sha-1"),
    SHA256("sha-256"),
    SHA512("sha-512");

    private final String word;

    Verification(String word) {
        this.word = word;
    }

    /// As scripts read it.
    public String word() {
        return word;
    }
}
