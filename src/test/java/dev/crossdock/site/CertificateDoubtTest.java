package dev.crossdock.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

class CertificateDoubtTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    now,        rooted, host,            names,                     doubts
                    2026-06-01, true,   ftp.example,     ftp.example,               ''
                    2026-06-01, false,  ftp.example,     ftp.example,               No authority that this computer trusts vouches for it.
                    2027-01-02, true,   ftp.example,     ftp.example,               It ran out on 2027-01-01.
                    2025-12-31, true,   ftp.example,     ftp.example,               It is not valid before 2026-01-01.
                    2026-06-01, true,   ftp.example,     '',                        It does not say that it is for ftp.example.
                    2026-06-01, true,   ftp.example,     www.example mail.example,  'It is not for ftp.example but for www.example, mail.example.'
                    2026-06-01, true,   FTP.example,     www.example ftp.EXAMPLE,   ''
                    2026-06-01, true,   ftp.example.org, *.example.org,             ''
                    2026-06-01, true,   a.b.example.org, *.example.org,             It is not for a.b.example.org but for *.example.org.
                    2026-06-01, true,   example.org,     *.example.org,             It is not for example.org but for *.example.org.
                    2026-06-01, true,   127.0.0.2,       127.0.0.2,                 ''
                    2027-06-01, false,  ftp.example,     ftp.example,               No authority that this computer trusts vouches for it. It ran out on 2027-01-01.
                    """)
    void whatSpeaksAgainstACertificateIsSaid(
            String now, boolean rooted, String host, String names, String doubts) {
        var server = new Server(SiteId.random(), "beta", host, 21, TlsMode.EXPLICIT, "anna");
        var certificate =
                new Certificate(
                        "CN=x",
                        "CN=y",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        names.isEmpty() ? List.of() : List.of(names.split(" ")),
                        "a".repeat(64),
                        rooted);
        assertEquals(
                doubts,
                String.join(
                        " ",
                        CertificateDoubt.of(server, certificate, Instant.parse(now + "T12:00:00Z"))
                                .stream()
                                .map(CertificateDoubt::words)
                                .toList()));
    }
}
