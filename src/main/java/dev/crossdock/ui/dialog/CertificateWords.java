package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Strings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What a certificate says, as text.
public final class CertificateWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    /// Of 32 pairs, eight stand in a line.
    private static final int LINE = 8 * 3;

    private CertificateWords() {}

    public static String issuer(String subject, String issuer) {
        return issuer.equals(subject) ? Strings.text("dialog.certificate.self") : issuer;
    }

    /// From the one day to the other.
    public static String validity(Instant notBefore, Instant notAfter, ZoneId zone) {
        return Strings.text(
                "dialog.certificate.from.to", day(notBefore, zone), day(notAfter, zone));
    }

    public static String day(Instant when, ZoneId zone) {
        return DAY.format(when.atZone(zone));
    }

    /// A fingerprint in four lines, so that two of them can be compared line by line.
    static String lines(String fingerprint) {
        var lines = new StringBuilder(fingerprint);
        for (int at = LINE - 1; at < lines.length(); at += LINE) {
            lines.setCharAt(at, '\n');
        }
        return lines.toString();
    }
}
