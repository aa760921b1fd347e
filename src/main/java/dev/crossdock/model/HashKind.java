package dev.crossdock.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to compute a checksum, the weakest first.
public enum HashKind {
    CRC32("CRC32", 8, Verification.CRC32),
    MD5("MD5", 32, Verification.MD5),
    SHA1("SHA-1", 40, Verification.SHA1),
    SHA256("SHA-256", 64, Verification.SHA256),
    SHA512("SHA-512", 128, Verification.SHA512);

    private final String label;
    private final int digits;
    private final Verification verification;

    HashKind(String label, int digits, Verification verification) {
        this.label = label;
        this.digits = digits;
        this.verification = verification;
    }

    /// The kind that a server calls so: `SHA-256`, `sha256`.
    public static Optional<HashKind> ofName(String name) {
        String plain = plain(name);
        return Arrays.stream(values()).filter(kind -> plain(kind.label).equals(plain)).findFirst();
    }

    /// As the list of hash names at IANA has it: `SHA-256`.
    public String label() {
        return label;
    }

    /// How many hexadecimal digits a value has.
    public int digits() {
        return digits;
    }

    /// What two equal values prove.
    public Verification verification() {
        return verification;
    }

    public boolean isStrongerThan(HashKind other) {
        return compareTo(other) > 0;
    }

    private static String plain(String name) {
        return name.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
