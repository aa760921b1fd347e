package dev.crossdock.model;

import java.util.Locale;
import java.util.Objects;

/// Why something did not work, in words for a person.
///
/// @param server the name of the site it happened on; empty when it was no server's doing
/// @param message what happened, one sentence
/// @param advice what to do next, one sentence; may be empty
/// @param details the servers' own words or a stack trace, for behind a button; may be empty
public record Failure(
        Kind kind, String server, String message, Remedy remedy, String advice, String details) {

    public enum Kind {
        /// The server answered no.
        REFUSED,
        /// The login was not accepted.
        LOGIN,
        /// Nothing came before the deadline.
        SILENT,
        /// No connection: unknown host, refused port, no network.
        UNREACHABLE,
        /// The connection ended in the middle.
        LOST,
        /// The answer is not FTP, or not what was asked for.
        GARBLED,
        /// The certificate is not trusted, or not the one it was.
        UNTRUSTED,
        /// No TLS could be agreed on.
        TLS_REJECTED,
        /// The target does not hold as many bytes as the source.
        TRUNCATED,
        /// The target already has that file.
        EXISTS,
        /// The name cannot be used on the target.
        NAME,
        /// No route is left for these two servers.
        NO_ROUTE,
        LOCAL_DISK,
        CANCELLED,
        /// A fault of Crossdock.
        BUG;

        /// As scripts read it: `no-route`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Remedy {
        NEXT_ROUTE,
        RETRY_LATER,
        ASK_USER,
        GIVE_UP
    }

    public Failure {
        Objects.requireNonNull(kind);
        if (message.isBlank()) {
            throw new IllegalArgumentException("a failure says what happened");
        }
    }

    public static Failure of(
            Kind kind, String server, String message, Remedy remedy, String advice) {
        return new Failure(kind, server, message, remedy, advice, "");
    }

    public Failure with(Remedy other) {
        return new Failure(kind, server, message, other, advice, details);
    }

    public Failure advising(String other) {
        return new Failure(kind, server, message, remedy, other, details);
    }

    public Failure withDetails(String other) {
        return new Failure(kind, server, message, remedy, advice, other);
    }

    /// Message and advice as one text.
    public String words() {
        return advice.isEmpty() ? message : message + " " + advice;
    }
}
