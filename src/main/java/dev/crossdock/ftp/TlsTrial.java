package dev.crossdock.ftp;

/// What data connections of one kind have shown of one server, and what that says of TLS 1.3. Pure.
///
/// A refusal (425, 522) may be chance: a firewall, a port in use. Or the server wants each data
/// connection to resume the session of the control connection and runs out of tickets for it, after
/// a few that worked: proftpd gives two at the login, another one with each download and none with
/// an upload, so the third upload in a row fails. Therefore one success under TLS 1.3 says little,
/// one of another kind nothing, and
///
/// - a refusal under TLS 1.3 puts TLS 1.2 on trial;
/// - the trial is won when TLS 1.2 has carried more in a row, on one session, than TLS 1.3 ever
///   did;
/// - it is pointless where TLS 1.3 has carried more in a row than there can be tickets in stock;
/// - it is void when TLS 1.2 works after it was refused too: refusals come by chance there;
/// - it is lost when TLS 1.2 is refused twice in a row, until something works again.
///
/// @param mostUnderTls13 how many were carried in a row on one session under TLS 1.3, at most
record TlsTrial(int mostUnderTls13, Stage stage) {

    static final TlsTrial NONE = new TlsTrial(0, Stage.NONE);

    /// Java keeps ten tickets of one server.
    private static final int MOST_TICKETS = 10;

    /// How far it is.
    enum Stage {
        NONE,
        RUNNING,
        /// TLS 1.2 was refused once.
        SHAKEN,
        LOST
    }

    TlsTrial {
        if (mostUnderTls13 < 0) {
            throw new IllegalArgumentException("a negative count: " + mostUnderTls13);
        }
    }

    /// Whether the server is to be offered TLS 1.2 alone.
    boolean isRunning() {
        return stage == Stage.RUNNING || stage == Stage.SHAKEN;
    }

    /// The server did not take a data connection.
    TlsTrial refused(boolean underTls13) {
        return switch (stage) {
            case NONE -> underTls13 ? at(Stage.RUNNING) : this;
            case RUNNING -> underTls13 ? this : at(Stage.SHAKEN);
            case SHAKEN -> underTls13 ? this : at(Stage.LOST);
            case LOST -> this;
        };
    }

    /// A data connection has carried what it should.
    ///
    /// @param inARow how many of the kind have on that session, without another kind between
    TlsTrial worked(boolean underTls13, int inARow) {
        if (underTls13) {
            int most = Math.max(mostUnderTls13, inARow);
            return new TlsTrial(most, stage == Stage.LOST ? Stage.NONE : stage);
        }
        return switch (stage) {
            case NONE, SHAKEN, LOST -> at(Stage.NONE);
            case RUNNING -> isPointless() || isWonBy(false, inARow) ? at(Stage.NONE) : this;
        };
    }

    /// Whether this success shows that TLS 1.2 does what TLS 1.3 does not.
    boolean isWonBy(boolean underTls13, int inARow) {
        return !underTls13 && stage == Stage.RUNNING && !isPointless() && inARow > mostUnderTls13;
    }

    private boolean isPointless() {
        return mostUnderTls13 > MOST_TICKETS;
    }

    private TlsTrial at(Stage other) {
        return new TlsTrial(mostUnderTls13, other);
    }
}
