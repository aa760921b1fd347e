package dev.crossdock.ftp;

import java.time.Duration;

/// How long a server may take.
///
/// @param connect for one TCP connection, and for one TLS handshake
/// @param reply for an ordinary reply
/// @param login for the reply to PASS, which some servers make slow on purpose
/// @param idle for the next bytes of a data connection
public record Deadlines(Duration connect, Duration reply, Duration login, Duration idle) {

    public static final Deadlines USUAL =
            new Deadlines(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(30));
}
