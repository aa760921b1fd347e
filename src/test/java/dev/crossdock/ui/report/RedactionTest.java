package dev.crossdock.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.model.TranscriptLine.Direction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Locale;

class RedactionTest {

    private static final Server ALPHA =
            new Server(
                    new SiteId("1"),
                    "Harbour",
                    "ftp.harbour.example",
                    21,
                    TlsMode.EXPLICIT,
                    "jane");

    private final Redaction redaction = new Redaction();
    private final LineRedaction lines = new LineRedaction(redaction);

    @BeforeEach
    void learn() {
        redaction.host("ftp.harbour.example");
        redaction.host("203.0.113.7");
        redaction.host("2001:db8::7");
        redaction.label(Redaction.Kind.USER, "jane");
        redaction.label(Redaction.Kind.USER, "jane@harbour.example");
        redaction.label(Redaction.Kind.SITE, "Old Harbour (Tor #1)");
        redaction.path("/in/secret plans.txt");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
                    text                                         § struck
                    connected to ftp.harbour.example:21          § connected to host-1:21
                    FTP.Harbour.EXAMPLE said no                  § host-1 said no
                    (203.0.113.7) and 203.0.113.8                § (host-2) and address-1
                    203.0.113.77 is another                      § address-1 is another
                    [2001:DB8:0:0::7]:21                         § [host-3]:21
                    2001:db8::8 and 2001:db8:0::8                § address-1 and address-1
                    fe80::1%eth0 ::1 ::ffff:10.1.2.3             § private-address-1 loopback-address-1 private-address-2
                    10.0.0.5 127.0.0.1                           § private-address-1 loopback-address-1
                    at 10:20:30 on 2026-11-26                    § at 10:20:30 on 2026-11-26
                    ProFTPD 1.3.8b, TLSv1.3, 12.5 KB             § ProFTPD 1.3.8b, TLSv1.3, 12.5 KB
                    JANE and janet                               § user-1 and janet
                    jane@harbour.example                         § user-2
                    user jane%40harbour.example                  § user user-2
                    bob@mail.example, bob@mail.example.          § user-3@host-4, user-3@host-4.
                    OLD HARBOUR (TOR #1) is full                 § site-1 is full
                    Entering Passive Mode (10,0,0,5,195,80).     § Entering Passive Mode (private-address-1,195,80).
                    (203,0,113,7,1,2)                            § (host-2,1,2)
                    (|||6446|)                                   § (|||6446|)
                    "/" is the current folder                    § "/" is the current folder
                    "/home/jane/x ""y\""" is it                   § "/path-3/user-1/path-4" is it
                    'CPSV' not understood                        § 'CPSV' not understood
                    Can't open secret plans.txt: no              § Can't open path-2: no
                    SECRET PLANS.TXT                             § path-2
                    secret%20plans.txt                           § path-2
                    no such file: other.zip                      § no such file: name-1
                    /a/b: no. See /A/b/                          § /path-3/path-4: no. See /path-3/path-4/
                    C:\\Users\\jane\\x                           § C:\\path-3\\user-1\\path-4
                    ~/x/y                                        § ~/path-3/path-4
                    TLS/SSL and AUTH TLS                         § TLS/SSL and AUTH TLS
                    see ftps://jane:pw@host.example/x            § see ftps://name-1
                    a%C3%A4b.txt                                 § path-3
                    Zugriff auf “Grüße aus Bremen” fehlt         § Zugriff auf “path-3” fehlt
                    ab:cd:ef:01:23:45:67:89:ab:cd:ef:01:23:45:67:89 § digest-1
                    0123456789abcdef0123456789abcdef             § digest-1
                    host-1 stays                                 § host-1 stays
                    """)
    void wordsOfOthersKeepWhatIsTechnical(String text, String struck) {
        assertEquals(struck, redaction.text(text));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '§',
            quoteCharacter = '`',
            textBlock =
                    """
                    direction § line                                       § struck
                    SENT      § USER jane                                  § USER user-1
                    SENT      § USER somebody else                         § USER user-3
                    SENT      § PASS hunter2                               § PASS ********
                    SENT      § acct hunter2                               § acct ********
                    SENT      § CWD /in                                    § CWD /path-1
                    SENT      § STOR a b.txt                               § STOR path-3
                    SENT      § RNFR secret plans.txt                      § RNFR path-2
                    SENT      § MFMT 20260101120000 a b                    § MFMT 20260101120000 path-3
                    SENT      § SITE CHMOD 644 a b                         § SITE CHMOD 644 path-3
                    SENT      § SITE MSG bob hello                         § SITE MSG path-3
                    SENT      § LIST -a /x                                 § LIST -a /path-3
                    SENT      § PRET STOR a b                              § PRET STOR path-3
                    SENT      § XYZ whatever this is                       § XYZ path-3
                    SENT      § AUTH TLS                                   § AUTH TLS
                    SENT      § OPTS HASH SHA-256                          § OPTS HASH SHA-256
                    SENT      § PORT 10,0,0,5,195,80                       § PORT private-address-1,195,80
                    SENT      § EPRT |2|2001:db8::9|5282|              § EPRT |2|address-1|5282|
                    SENT      § FEAT                                       § FEAT
                    RECEIVED  § 220 ProFTPD 1.3.8b Server (Jane's box)     § 220 (… ProFTPD 1.3.8b …)
                    RECEIVED  § 220-Welcome to Harbour Works               § 220-(…)
                    RECEIVED  § 230 Hello Jane, you owe us 5 EUR           § 230 (…)
                    RECEIVED  § 331 Password required for jane             § 331 Password required for user-1
                    RECEIVED  § 257 "/home/x ""y\""" created                § 257 "/path-3/path-4" created
                    RECEIVED  § 227 Entering Passive Mode (10,0,0,5,1,2)   § 227 Entering Passive Mode (private-address-1,1,2)
                    RECEIVED  § 229 Entering Extended Passive Mode (|||1|) § 229 Entering Extended Passive Mode (|||1|)
                    RECEIVED  § ` type=file;size=5;UNIX.owner=jo; a b.txt` § ` type=file;size=5;UNIX.owner=…; path-3`
                    RECEIVED  § -rw-r--r-- 1 jo us 5 Jan 1 10:00 a b       § -rw-r--r-- (…)
                    RECEIVED  § 550 Secret Plans.txt: Permission denied    § 550 path-2: Permission denied
                    RECEIVED  § 213 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 § 213 digest-1
                    NOTE      § TLSv1.3 TLS_AES_256_GCM_SHA384             § TLSv1.3 TLS_AES_256_GCM_SHA384
                    """)
    void whatIsSaidOnAConnectionIsStruckOutByWhatItMeans(
            Direction direction, String line, String struck) {
        assertEquals(struck, lines.of(line(direction, line)));
    }

    @Test
    void theMiddleOfAGreetingIsAGreetingAndTheMiddleOfFeatIsNot() {
        assertEquals("220-(…)", lines.of(line(Direction.RECEIVED, "220-Hello")));
        assertEquals("(…)", lines.of(line(Direction.RECEIVED, "  I live in Bremen")));
        assertEquals("220 (…)", lines.of(line(Direction.RECEIVED, "220 Bye")));
        assertEquals(
                "211-Features:\n AUTH TLS\n211 End",
                lines.of(line(Direction.RECEIVED, "211-Features:\r\n AUTH TLS\r\n211 End")));
    }

    @Test
    void aNameOnceSentIsFoundInWhatServersSayWhateverTheCase() {
        lines.of(line(Direction.SENT, "RETR Holiday in Rome"));
        String said = lines.of(line(Direction.RECEIVED, "550 cannot open HOLIDAY IN ROME now"));
        assertFalse(said.toLowerCase(Locale.ROOT).contains("rome"), said);
    }

    private static TranscriptLine line(Direction direction, String text) {
        return new TranscriptLine(Instant.EPOCH, ALPHA, 1, direction, text);
    }
}
