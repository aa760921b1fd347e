package dev.crossdock.update;

/// What came of asking for the list.
sealed interface Fetched {

    /// The bytes as they came; nothing is known of them yet.
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared or changed.
    record Files(byte[] list, byte[] signature) implements Fetched {}

    /// @param why goes on after "could not be asked: "
    record Failed(String why) implements Fetched {}
}
