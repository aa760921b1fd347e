package dev.crossdock.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.about.Fact;
import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.model.TranscriptLine.Direction;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.Tally;
import dev.crossdock.queue.Totals;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.Memo;
import dev.crossdock.site.Site;
import dev.crossdock.site.Topic;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.vault.Vault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class ReportTextTest {

    private static final Instant NOW = Instant.parse("2026-11-26T07:30:00Z");
    private static final Server ALPHA = server("a", "Atlantis", "ftp.atlantis.example", "jane");
    private static final Server BETA =
            server("b", "Bermuda", "2001:db8::b0b", "bob@atlantis.example");
    private static final List<String> SECRETS =
            List.of(
                    "atlantis",
                    "bermuda",
                    "b0b",
                    "jane",
                    "bob",
                    "cordoba",
                    "delphi",
                    "eldorado",
                    "fiddler",
                    "geneva",
                    "203.0.113",
                    "203,0,113",
                    "hunter2",
                    "machine-user",
                    "certissuer",
                    "5e:cr:et");

    @Test
    void nothingOfWhoAnybodyIsGetsIn() {
        String report = ReportText.of(facts()).toLowerCase(Locale.ROOT);
        for (String secret : SECRETS) {
            assertFalse(report.contains(secret), secret + " is in\n" + report);
        }
    }

    @Test
    void whatAHelperNeedsIsThere() {
        String report = ReportText.of(facts());
        for (String part :
                List.of(
                        "Crossdock: 1.2",
                        "Window scale: 2.0",
                        "Server: host-1:2121",
                        "TLSv1.3, TLS_AES_256_GCM_SHA384, certificate 2026-01-01 to 2027-01-01",
                        "Product: ProFTPD",
                        "Can: +proxy, SSCN",
                        "FEAT: XCRC filename",
                        "worked on 2026-11-26",
                        "did not work on 2026-11-26: 550 path-",
                        "host-1:2121 CPSV",
                        "Skipped: 1 patterns everywhere, more for 0 sites",
                        "Saved sites: 2",
                        "Jobs: 1 running, 2 waiting, 3 paused, 4 failed, 5 ended",
                        "Vault: locked, by master password",
                        "07:30:00.000 host-1 #3 > USER user-",
                        "< 227 Entering Passive Mode (address-1,1,2)")) {
            assertTrue(report.contains(part), part + " is not in\n" + report);
        }
    }

    @Test
    void aNameThatIsMetBeforeItIsKnownIsStruckOutAllTheSame() {
        String report = ReportText.of(facts());
        assertTrue(report.contains("550 path-"), report);
        assertEquals(
                2,
                report.lines().filter(line -> line.contains("no such file or so")).count(),
                report);
    }

    @Test
    void aReportIsForItsOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, "what was there");
        ReportFile.write(file, "report");
        assertEquals("report", Files.readString(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    private static ReportFacts facts() {
        var proxy = Route.between(Method.PROXY, Side.TARGET, Side.SOURCE);
        var ladder =
                new Ladder(
                        List.of(
                                new Ladder.Rung(
                                        proxy,
                                        new Evidence.Proven(NOW),
                                        List.of("Atlantis proves nothing."))),
                        List.of(
                                new Ladder.LeftOut(
                                        Route.relay(),
                                        "Relay between Atlantis and Bermuda is not allowed.",
                                        "Allow it.")));
        return new ReportFacts(
                NOW,
                new ReportFacts.Machine(
                        List.of(new Fact("Crossdock", "1.2"), new Fact("Window scale", "2.0")),
                        "machine-user",
                        "/home/machine-user"),
                List.of(new Site(ALPHA, Optional.empty()), new Site(BETA, Optional.empty())),
                Optional.of(known(ALPHA)),
                Optional.of(known(BETA)),
                Optional.of(ladder),
                Optional.of(ladder),
                List.of(
                        new Memo(
                                new Topic.Skill(Endpoint.of(ALPHA), Capability.CPSV),
                                new Evidence.Refuted("550 Cordoba plans: no such file or so", NOW)),
                        new Memo(
                                new Topic.Skill(
                                        new Endpoint("geneva.example", 21, TlsMode.EXPLICIT),
                                        Capability.CPSV),
                                new Evidence.Proven(NOW))),
                TransferSettings.usual()
                        .with(
                                new TransferSettings.Skips(
                                        List.of(NamePattern.files("delphi*")), Map.of())),
                new Totals(
                        1,
                        2,
                        3,
                        4,
                        5,
                        new Tally(0, 0, 0, 0, 0, 0),
                        Hold.NONE,
                        Optional.of("/eldorado is full")),
                7,
                new ReportFacts.VaultFacts(
                        Vault.State.LOCKED, Optional.of(Vault.Protection.MASTER_PASSWORD)),
                List.of(
                        line(Direction.SENT, "USER jane"),
                        line(Direction.SENT, "PASS ********"),
                        line(Direction.RECEIVED, "230 Welcome to Atlantis, Jane Fiddler"),
                        line(Direction.RECEIVED, "550 CORDOBA PLANS: no such file or so"),
                        line(Direction.SENT, "RETR cordoba plans"),
                        line(Direction.RECEIVED, "227 Entering Passive Mode (203,0,113,9,1,2)"),
                        line(Direction.RECEIVED, "150 Opening ftp://203.0.113.9/eldorado/x"),
                        line(Direction.NOTE, "hunter2@203.0.113.9 and /delphi/geneva")));
    }

    private static ServerFacts known(Server server) {
        return new ServerFacts(
                server,
                new Capabilities(
                        Map.of(Capability.PROXY, "AUTH TLS +proxy", Capability.SSCN, "SSCN"),
                        List.of("size", "modify"),
                        List.of("SHA-256"),
                        List.of("XCRC filename;start;end", "SITE jane")),
                Optional.of(
                        new TlsFacts(
                                "TLSv1.3",
                                "TLS_AES_256_GCM_SHA384",
                                new Certificate(
                                        "CN=ftp.atlantis.example",
                                        "CN=Certissuer",
                                        Instant.parse("2026-01-01T00:00:00Z"),
                                        Instant.parse("2027-01-01T00:00:00Z"),
                                        List.of("ftp.atlantis.example"),
                                        "5e".repeat(32),
                                        false))),
                "203.0.113.9",
                "203.0.113.10",
                RemotePath.of("/home/jane/delphi"),
                ServerProduct.PROFTPD);
    }

    private static TranscriptLine line(Direction direction, String text) {
        return new TranscriptLine(NOW, ALPHA, 3, direction, text);
    }

    private static Server server(String id, String name, String host, String user) {
        return new Server(new SiteId(id), name, host, 2121, TlsMode.EXPLICIT, user);
    }
}
