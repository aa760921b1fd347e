package dev.crossdock.site;

import static dev.crossdock.site.Samples.pinned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class KnownCertificatesTest {

    private Path file;

    @BeforeEach
    void placeTheFile(@TempDir Path folder) {
        file = folder.resolve("certificates.json");
    }

    @Test
    void aPinnedCertificateIsKnownAfterARestart() throws FailureException {
        known().pin(pinned("ftp.example", 'a'));
        assertEquals(Optional.of(pinned("ftp.example", 'a')), known().find("ftp.example", 2121));
    }

    @Test
    void upperAndLowerCaseOfTheHostMakeNoDifference() throws FailureException {
        var known = known();
        known.pin(pinned("FTP.Example", 'a'));
        assertEquals("ftp.example", known.find("fTP.eXAMPLE", 2121).orElseThrow().host());
    }

    @Test
    void anotherPortIsAnotherServer() throws FailureException {
        var known = known();
        known.pin(pinned("ftp.example", 'a'));
        assertEquals(Optional.empty(), known.find("ftp.example", 21));
    }

    @Test
    void pinningAgainReplaces() throws FailureException {
        var known = known();
        known.pin(pinned("ftp.example", 'a'));
        known.pin(pinned("ftp.example", 'b'));
        assertEquals(List.of(pinned("ftp.example", 'b')), known().all());
    }

    @Test
    void pinningIfNewLeavesWhatAnotherProgramPinned() throws FailureException {
        var known = known();
        assertEquals(List.of(), known.all());
        known().pin(pinned("ftp.example", 'a'));
        known.pinIfNew(pinned("FTP.example", 'b'));
        assertEquals(List.of(pinned("ftp.example", 'a')), known.all());
    }

    @Test
    void aRemovedOneIsUnknownAgain() throws FailureException {
        var known = known();
        known.pin(pinned("alpha.example", 'a'));
        known.pin(pinned("beta.example", 'b'));
        known.remove("ALPHA.example", 2121);
        assertEquals(List.of(pinned("beta.example", 'b')), known().all());
    }

    @Test
    void severalAreRemovedAtOnce() throws FailureException {
        var known = known();
        for (String host : List.of("a", "b", "c")) {
            known.pin(pinned(host, 'a'));
        }
        known.remove(List.of(pinned("a", 'f'), pinned("c", 'a')));
        assertEquals(List.of(pinned("b", 'a')), known().all());
    }

    @Test
    void whoMadeItAndForHowLongIsKept() throws FailureException {
        var pinned =
                PinnedCertificate.of(
                        Samples.server("beta"), Samples.certificate('a', false), Samples.NOW);
        known().pin(pinned);
        assertEquals(List.of(pinned), known().all());
        assertEquals("CN=ftp.example", pinned.terms().orElseThrow().issuer());
    }

    @Test
    void aFileOfBeforeHasNoSuchTerms() throws IOException {
        Files.writeString(
                file,
                "{\"version\":1,\"certificates\":[{\"host\":\"ftp.example\",\"port\":2121,\"sha256\":\"%s\",\"subject\":\"CN=ftp.example\",\"accepted\":\"2026-11-22T17:43:00Z\"}]}"
                        .formatted("a".repeat(64)));
        assertEquals(List.of(pinned("ftp.example", 'a')), known().all());
        assertEquals(Optional.empty(), known().notice());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    host   | port    | sha256 | accepted                 | complaint
                    "h"    | 21      | "abc"  | "2026-11-22T17:43:00Z"   | not a SHA-256 fingerprint
                    ""     | 21      | "%s"   | "2026-11-22T17:43:00Z"   | needs a host
                    "h"    | 0       | "%s"   | "2026-11-22T17:43:00Z"   | port
                    "h"    | true    | "%s"   | "2026-11-22T17:43:00Z"   | “port” is not a whole number
                    "h"    | 21      | "%s"   | "yesterday"              | “accepted” is not a point in time
                    "h"    | 21      | "%s"   | 1795369380               | “accepted” is not a text
                    """)
    void aBadEntryIsNoPinButIsKeptAndReported(
            String host, String port, String sha256, String accepted, String complaint)
            throws IOException {
        Files.writeString(
                file,
                "{\"version\":1,\"certificates\":[{\"host\":%s,\"port\":%s,\"sha256\":%s,\"subject\":\"\",\"accepted\":%s}]}"
                        .formatted(host, port, sha256.formatted("a".repeat(64)), accepted));
        var known = known();
        assertEquals(List.of(), known.all());
        String notice = known.notice().orElseThrow();
        assertTrue(notice.contains(complaint), notice);
    }

    @Test
    void aDamagedFileIsSetAsideAndReported() throws IOException, FailureException {
        Files.writeString(file, "damaged");
        var known = known();
        known.pin(pinned("ftp.example", 'a'));
        assertTrue(known.notice().orElseThrow().contains("accepted certificates"));
        assertEquals(1, known().all().size());
        try (var all = Files.list(file.getParent())) {
            assertFalse(
                    all.filter(path -> path.toString().contains("unreadable")).toList().isEmpty());
        }
    }

    @Test
    void aPinWithABadFingerprintCannotBeMade() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PinnedCertificate("h", 21, "A".repeat(64), "", Instant.EPOCH));
    }

    private KnownCertificates known() {
        return new KnownCertificates(file);
    }
}
