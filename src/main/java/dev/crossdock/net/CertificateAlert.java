package dev.crossdock.net;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// The alerts by which a server turns down a client's certificate (RFC 8446 §6.2). Pure.
final class CertificateAlert {

    /// As SunJSSE words it.
    private static final Pattern RECEIVED =
            Pattern.compile(
                    "(?i).*received fatal alert: (bad_certificate|unsupported_certificate|"
                            + "certificate_revoked|certificate_expired|certificate_unknown|"
                            + "certificate_required|unknown_ca|access_denied)\\b.*");

    private static final Pattern GENERAL =
            Pattern.compile("(?i).*received fatal alert: handshake_failure\\b.*");

    private CertificateAlert() {}

    /// Under TLS 1.2 servers say no more than this to a client that shows none.
    static boolean isGeneral(@Nullable String message) {
        return message != null && GENERAL.matcher(message).matches();
    }

    static boolean isIn(@Nullable String message) {
        return message != null && RECEIVED.matcher(message).matches();
    }
}
