package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.PinnedCertificate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

final class CertificatesCommandTest {

    private static final String PRINT = "ab".repeat(32);

    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        shell = new Shell(home);
        shell.cores.certificates.pin(
                new PinnedCertificate("alpha", 21, PRINT, "CN=a\u001b[2J", Instant.EPOCH));
        shell.cores.history.loggedInWithTls(
                new Server(SiteId.random(), "B", "::1", 2121, TlsMode.EXPLICIT, "me"));
    }

    @Test
    void bothAreListed() {
        String[] lines = shell.run("certificates", "list").out().split("\n");
        assertTrue(lines[0].startsWith("alpha:21  accepted 1970-01-01  SHA-256 ab:ab"), lines[0]);
        assertTrue(lines[0].chars().noneMatch(Character::isISOControl), lines[0]);
        assertTrue(lines[1].startsWith("[::1]:2121  with TLS since 20"), lines[1]);
        var objects = shell.run("certificates", "list", "--json").json();
        assertEquals(PRINT, objects.get(0).get("sha256").textValue());
        assertEquals("had-tls", objects.get(1).get("kind").textValue());
    }

    @Test
    void whatIsRemovedIsNoLongerAccepted() {
        assertEquals(0, shell.run("certificates", "remove", "ALPHA:21").code());
        assertEquals(List.of(), shell.cores.certificates.all());
        assertEquals(1, shell.cores.history.all().size());
    }

    @Test
    void aServerIsAllowedWithoutTlsAgain() {
        assertEquals(0, shell.run("certificates", "allow-clear", "[::1]:2121").code());
        assertEquals(List.of(), shell.cores.history.all());
        assertEquals(1, shell.cores.certificates.all().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certificates",
                "certificates remove",
                "certificates remove beta:21",
                "certificates remove alpha:21 beta:21",
                "certificates allow-clear alpha:21",
                "certificates forget alpha:21"
            })
    void whatIsNotThereIsWrongUsageAndChangesNothing(String line) {
        assertEquals(2, shell.run(line.split(" ")).code());
        assertEquals(1, shell.cores.certificates.all().size());
        assertEquals(1, shell.cores.history.all().size());
    }
}
