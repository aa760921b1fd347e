package dev.crossdock.testing;

import java.io.IOException;

/// The server does not want this data connection.
final class RefusedData extends IOException {

    private static final long serialVersionUID = 1;

    private final String reply;

    RefusedData(String reply) {
        super(reply);
        this.reply = reply;
    }

    /// What it says about that, as the last reply of the transfer.
    String reply() {
        return reply;
    }
}
