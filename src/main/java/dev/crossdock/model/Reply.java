package dev.crossdock.model;

import java.util.Set;

/// One answer from a server (RFC 959 §4.2); the lines of a multi-line one are joined with `\n`.
///
/// @param code 100 to 599
/// @param text what follows the code, without the code and the line ends
public record Reply(int code, String text) {

    private static final int DATA_CONNECTION_BROKE = 426;
    private static final Set<Integer> NO_DATA_CONNECTION =
            Set.of(425, 521, 522, 534, 535, 536, 537);

    public Reply {
        if (code < 100 || code > 599) {
            throw new IllegalArgumentException("not a reply code: " + code);
        }
    }

    /// 1yz: the action has begun, another reply follows.
    public boolean isPreliminary() {
        return code < 200;
    }

    /// 2yz: done.
    public boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /// 3yz: accepted so far, the server waits for the next command.
    public boolean isIntermediate() {
        return code >= 300 && code < 400;
    }

    /// 4yz: refused for now; the same command may work later.
    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    /// Whether no data connection came about (RFC 959 §4.2.2, RFC 2228 §5, RFC 4217 §10).
    public boolean isNoDataConnection() {
        return NO_DATA_CONNECTION.contains(code);
    }

    /// Whether it is about the data connection, which did not come about or broke, and says nothing
    /// of the file.
    public boolean isOfDataConnection() {
        return isNoDataConnection() || code == DATA_CONNECTION_BROKE;
    }

    /// The first line, for one-line messages.
    public String firstLine() {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
