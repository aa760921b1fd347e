package dev.crossdock.model;

/// What proved that the file arrived whole.
public enum Verification {
    SIZE("size"),
    NO("no");

    private final String word;

    Verification(String word) {
        this.word = word;
    }

    /// As scripts read it.
    public String word() {
        return word;
    }
}
