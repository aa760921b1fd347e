package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;

/// What came in on a control connection.
public sealed interface Heard {

    record Answer(Reply reply) implements Heard {}

    /// Nothing more will come.
    record Gone(IOException cause) implements Heard {}
}
