package dev.crossdock.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the certificate authorities that the operating system trusts. What cannot be read counts
/// for nothing; a certificate is asked about then.
final class SystemRoots {

    /// Debian and its kin, Fedora and its kin, openSUSE, Alpine, and what is left.
    private static final List<String> BUNDLES =
            List.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/ssl/cert.pem");

    private final String system;
    private final Map<String, String> environment;
    private final List<String> bundles;

    SystemRoots(String system, Map<String, String> environment) {
        this(system, environment, BUNDLES);
    }

    SystemRoots(String system, Map<String, String> environment, List<String> bundles) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.bundles = bundles;
    }

    /// Empty if there are none, or none that can be read.
    Optional<KeyStore> load() {
        if (system.startsWith("windows")) {
            return ofType("Windows-ROOT");
        }
        if (system.startsWith("mac")) {
            return ofType("KeychainStore-ROOT");
        }
        return bundle().flatMap(SystemRoots::read);
    }

    /// Where OpenSSL is told to look comes first.
    private Optional<Path> bundle() {
        var candidates = new ArrayList<String>();
        Optional.ofNullable(environment.get("SSL_CERT_FILE")).ifPresent(candidates::add);
        candidates.addAll(bundles);
        return candidates.stream()
                .map(SystemRoots::path)
                .flatMap(Optional::stream)
                .filter(Files::isReadable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<KeyStore> ofType(String type) {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            return Optional.of(store).filter(SystemRoots::hasEntries);
        } catch (GeneralSecurityException | IOException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<KeyStore> read(Path bundle) {
        try (InputStream in = Files.newInputStream(bundle)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("root-" + number++, certificate);
            }
            return Optional.of(store).filter(SystemRoots::hasEntries);
        } catch (GeneralSecurityException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean hasEntries(KeyStore store) {
        try {
            return store.size() > 0;
        } catch (GeneralSecurityException notLoaded) {
            return false;
        }
    }
}
