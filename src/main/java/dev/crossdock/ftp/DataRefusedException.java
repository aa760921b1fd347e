package dev.crossdock.ftp;

import dev.crossdock.model.Reply;

import java.io.IOException;
import java.util.Set;

/// The server did not take our data connection under TLS 1.3; a new login, which will be under TLS
/// 1.2, may do better.
///
/// Some servers want each data connection to resume the control connection's session, and under TLS
/// 1.3 hand out too few tickets for it.
public final class DataRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> CODES = Set.of(425, 522);

    private final String command;
    private final transient Reply reply;

    DataRefusedException(String command, Reply reply) {
        super(command + ": " + reply);
        this.command = command;
        this.reply = reply;
    }

    static boolean is(Reply reply) {
        return CODES.contains(reply.code());
    }

    /// The same as what it is if there is no hope left.
    RefusedException plain() {
        return new RefusedException(command, reply);
    }
}
