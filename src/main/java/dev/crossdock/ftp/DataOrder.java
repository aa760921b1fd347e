package dev.crossdock.ftp;

/// What a data connection of ours is for.
///
/// @param command the transfer command
/// @param offset where in the file to begin (REST), in bytes
record DataOrder(DataKind kind, String command, long offset) {

    DataOrder {
        if (offset < 0) {
            throw new IllegalArgumentException("before the beginning of the file: " + offset);
        }
    }

    boolean restarts() {
        return offset > 0;
    }
}
