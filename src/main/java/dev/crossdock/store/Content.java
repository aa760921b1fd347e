package dev.crossdock.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What was found where a file of ours should be.
public sealed interface Content {

    record Absent() implements Content {}

    /// An object of a version that we know.
    record Good(ObjectNode root) implements Content {}

    /// Something that we cannot read.
    ///
    /// @param why goes on after "could not be used: "
    record Bad(String why) implements Content {}
}
