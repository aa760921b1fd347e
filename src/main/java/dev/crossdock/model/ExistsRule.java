package dev.crossdock.model;

/// What to do when the target already has a file of that name.
public enum ExistsRule {
    ASK,
    SKIP,
    OVERWRITE,
    RESUME,
    RENAME,
    /// Leave the file alone and report a failure.
    FAIL
}
