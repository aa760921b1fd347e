package dev.crossdock.transfer;

import dev.crossdock.model.RemotePath;

/// What is left to do for a file that is whole.
sealed interface Naming {

    record Nothing() implements Naming {}

    /// It came aside and is to be given its name.
    record Rename(RemotePath name) implements Naming {}

    /// It came in place, and what came aside before goes.
    record Tidy(RemotePath aside) implements Naming {}
}
