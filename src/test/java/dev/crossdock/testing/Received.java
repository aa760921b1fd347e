package dev.crossdock.testing;

/// One command as it came.
///
/// @param read which read of the connection brought its first byte: commands with the same number
///   came in one TLS record, or on a connection without TLS in one go
public record Received(String line, int read) {

    String verb() {
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }

    String argument() {
        int space = line.indexOf(' ');
        return space < 0 ? "" : line.substring(space + 1);
    }
}
