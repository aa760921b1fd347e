package dev.crossdock.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.SelfSigned;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(60)
class RootsTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void whatTheSystemTrustsIsVouchedFor() throws Exception {
        SelfSigned certificate = ScriptedServer.selfSigned(Setup.USUAL.address());
        Path bundle = folder.resolve("bundle.crt");
        Files.writeString(
                bundle,
                "# Ours\n"
                        + pem(ScriptedServer.selfSigned(Setup.USUAL.address()))
                        + pem(certificate));

        assertTrue(vouched(certificate, "127.0.0.1", new Roots(linux(bundle)::load)));
        assertFalse(vouched(certificate, "127.0.0.1", new Roots(Optional::empty)));
    }

    @Test
    void aCertificateForAnotherHostIsNotVouchedFor() throws Exception {
        SelfSigned certificate =
                SelfSigned.create(
                        "elsewhere",
                        List.of("elsewhere.test"),
                        Setup.USUAL.at("127.0.0.9").address(),
                        Instant.now());
        Path bundle = Files.writeString(folder.resolve("bundle.crt"), pem(certificate));

        assertFalse(vouched(certificate, "127.0.0.1", new Roots(linux(bundle)::load)));
    }

    @Test
    void theSystemsAreReadOnceAndOnlyWhenNeeded() throws Exception {
        var reads = new AtomicInteger();
        var roots =
                new Roots(() -> {
                    reads.incrementAndGet();
                    return Optional.<KeyStore>empty();
                });
        assertEquals(0, reads.get());

        SelfSigned certificate = ScriptedServer.selfSigned(Setup.USUAL.address());
        vouched(certificate, "127.0.0.1", roots);
        vouched(certificate, "127.0.0.1", roots);

        assertEquals(1, reads.get());
    }

    @Test
    void whereOpenSslIsToldToLookComesFirst() throws Exception {
        Path told = Files.writeString(folder.resolve("told.crt"), pem(own()) + pem(own()));
        Path usual = Files.writeString(folder.resolve("usual.crt"), pem(own()));
        List<String> usuals = List.of(folder.resolve("missing").toString(), usual.toString());

        assertEquals(1, new SystemRoots("Linux", Map.of(), usuals).load().orElseThrow().size());
        assertEquals(
                2,
                new SystemRoots("Linux", Map.of("SSL_CERT_FILE", told.toString()), usuals)
                        .load()
                        .orElseThrow()
                        .size());
    }

    @Test
    void whatCannotBeReadCountsForNothing() throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage"), "-----BEGIN CERT\n\0\1");
        Path empty = Files.writeString(folder.resolve("empty"), "");

        assertEquals(Optional.empty(), linux(garbage).load());
        assertEquals(Optional.empty(), linux(empty).load());
        assertEquals(Optional.empty(), linux(folder).load());
        assertEquals(Optional.empty(), linux(folder.resolve("missing")).load());
        assertEquals(Optional.empty(), new SystemRoots("Windows 11", Map.of()).load());
        assertEquals(Optional.empty(), new SystemRoots("Mac OS X", Map.of()).load());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    system     | stores
                    Windows 11 | Windows-ROOT
                    Mac OS X   | KeychainStore-ROOT KeychainStore
                    Linux      |
                    FreeBSD    |
                    Darwin     |
                    """)
    void theSystemSaysWhichStoresHoldItsRoots(String system, @Nullable String stores) {
        assertEquals(
                Optional.ofNullable(stores).orElse(""),
                String.join(" ", SystemRoots.stores(system)));
    }

    @ParameterizedTest
    @CsvSource({"KeychainStore, 1", "KeychainStore-ROOT, 2", "Windows-ROOT, 2"})
    void keysOfTheUsersOwnAreNoRoots(String type, int roots) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        SelfSigned own = own();
        SelfSigned trusted = own();
        store.setKeyEntry(
                "own",
                own.key(),
                new char[0],
                new java.security.cert.Certificate[] {own.certificate()});
        store.setCertificateEntry("trusted", trusted.certificate());

        var found = SystemRoots.roots(type, store);

        assertEquals(roots, found.size());
        assertTrue(found.contains(trusted.certificate()));
    }

    private static SystemRoots linux(Path bundle) {
        return new SystemRoots("Linux", Map.of(), List.of(bundle.toString()));
    }

    private static SelfSigned own() throws IOException {
        return ScriptedServer.selfSigned(Setup.USUAL.address());
    }

    /// Whether the roots vouch for this certificate in a handshake with that host.
    private static boolean vouched(SelfSigned certificate, String host, Roots roots)
            throws IOException {
        var seen = new AtomicReference<Certificate>();
        try (ScriptedServer server =
                ScriptedServer.start(Setup.USUAL.with(TlsMode.IMPLICIT), certificate)) {
            var at =
                    new Server(
                            new SiteId("site"),
                            "site",
                            host,
                            server.port(),
                            TlsMode.IMPLICIT,
                            "tester");
            var tls =
                    new TlsClient(
                            at,
                            TlsRules.USUAL,
                            roots,
                            presented -> {
                                seen.set(presented);
                                return true;
                            },
                            Optional.empty());
            try (Link link = Link.connect(host, server.port(), AMPLE)) {
                link.secure(tls, AMPLE);
            }
        }
        return Objects.requireNonNull(seen.get()).trustedByRoots();
    }

    private static String pem(SelfSigned certificate) throws IOException {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
