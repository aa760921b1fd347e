package dev.crossdock.site;

import java.time.Instant;

/// A certificate that the user accepted for one host and port.
///
/// @param sha256 64 hexadecimal digits in lower case
/// @param accepted when the user said yes
public record PinnedCertificate(
        String host, int port, String sha256, String subject, Instant accepted) {}
