package dev.crossdock.model;

import java.util.Locale;

/// The checksum of a whole file. Two are equal if they say the same of the content.
///
/// @param hex in lower case, a CRC with its leading zeros
public record FileHash(HashKind kind, String hex) {

    public FileHash {
        if (!isValue(kind, hex)) {
            throw new IllegalArgumentException("not a value of " + kind.label() + ": " + hex);
        }
        hex = "0".repeat(kind.digits() - hex.length()) + hex.toLowerCase(Locale.ROOT);
    }

    /// Whether the text is a value of that kind. A CRC is a number and may lack leading zeros.
    public static boolean isValue(HashKind kind, String text) {
        int length = text.length();
        boolean fits =
                kind == HashKind.CRC32
                        ? length > 0 && length <= kind.digits()
                        : length == kind.digits();
        return fits && text.matches("[0-9A-Fa-f]+");
    }
}
