package dev.crossdock.model;

import java.util.Optional;

/// How to log on to a server. Holds no secret.
///
/// @param account for servers that ask for one besides the password (ACCT, RFC 959 §4.1.1)
/// @param certificate the path of a PKCS #12 file with our certificate and its key, for
///   [Kind#CERTIFICATE]
public record Logon(Kind kind, Optional<String> account, Optional<String> certificate) {

    public static final Logon USUAL = new Logon(Kind.PASSWORD, Optional.empty(), Optional.empty());

    /// Who vouches for the user.
    public enum Kind {
        /// The stored password, or else the user is asked.
        PASSWORD,
        /// The user is asked once in each run; the password is never stored.
        ASK,
        /// Nobody: any password will do (RFC 1635).
        ANONYMOUS,
        /// The certificate shown in the TLS handshake; a password only if the server asks for one.
        CERTIFICATE
    }

    public Logon {
        account.ifPresent(name -> ServerOptions.requireLine("An account", name));
        certificate.ifPresent(file -> ServerOptions.requireLine("A file name", file));
        if (kind == Kind.CERTIFICATE && certificate.isEmpty()) {
            throw new IllegalArgumentException("Choose the file with your client certificate.");
        }
    }

    public static Logon of(Kind kind) {
        return new Logon(kind, Optional.empty(), Optional.empty());
    }
}
