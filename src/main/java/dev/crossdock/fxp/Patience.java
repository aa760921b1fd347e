package dev.crossdock.fxp;

import java.time.Duration;

/// How long the two servers may take over one file.
///
/// @param reply for an answer during set-up
/// @param objection for a source to refuse its RETR, before a STOR that empties a file goes out
/// @param firstByte from the transfer commands to the first byte at the target, where that can be
///   seen
/// @param growth for the next byte at the target, where that can be seen
/// @param blind for the whole transfer where nothing can be seen
/// @param afterError for the other server once one has failed
/// @param afterEnd for the other server once one has said it is done
public record Patience(
        Duration reply,
        Duration objection,
        Duration firstByte,
        Duration growth,
        Duration blind,
        Duration afterError,
        Duration afterEnd) {

    /// The slowest transfer we wait for when nothing can be seen of it.
    private static final long SLOWEST_BYTES_PER_SECOND = 64 * 1024;

    /// Some servers show a file's size only when it is whole; none of them is waited for longer
    /// than this speed needs.
    private static final long SLOWEST_UNSEEN_BYTES_PER_SECOND = 2 * 1024 * 1024;

    /// For two servers that have sent each other files on this route: an empty file at the target
    /// is no sign of trouble then.
    public Patience onKnownRoute() {
        return new Patience(reply, objection, blind, growth, blind, afterError, afterEnd);
    }

    /// @param size of the file in bytes, 0 if not known
    public static Patience forSize(long size) {
        return new Patience(
                Duration.ofSeconds(20),
                Duration.ofMillis(700),
                Duration.ofSeconds(15 + size / SLOWEST_UNSEEN_BYTES_PER_SECOND),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60 + size / SLOWEST_BYTES_PER_SECOND),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }
}
