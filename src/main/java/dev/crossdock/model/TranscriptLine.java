package dev.crossdock.model;

import java.time.Instant;

/// One line of a control connection, passwords already masked.
///
/// @param connection numbers the control connections of one run, from 1
public record TranscriptLine(
        Instant when, Server server, int connection, Direction direction, String text) {

    public enum Direction {
        SENT,
        RECEIVED,
        /// Said by Crossdock itself: connected, TLS agreed, closed.
        NOTE
    }
}
