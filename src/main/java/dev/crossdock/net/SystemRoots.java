package dev.crossdock.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        this.system = system;
        this.environment = environment;
        this.bundles = bundles;
    }

    /// Empty if there are none, or none that can be read.
    Optional<KeyStore> load() {
        List<String> stores = stores(system);
        return stores.isEmpty()
                ? bundle().flatMap(SystemRoots::read)
                : holding(stores.stream().flatMap(type -> ofType(type).stream()).toList());
    }

    /// Java's names for where an operating system keeps its roots; none where they are in a file.
    ///
    /// A Mac has the certificates that its users trust apart from its own roots. In Windows both
    /// are in one store, and `Windows-MY` holds who the user is.
    static List<String> stores(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return List.of("Windows-ROOT");
        }
        return lower.startsWith("mac") ? List.of("KeychainStore-ROOT", "KeychainStore") : List.of();
    }

    /// What is trusted in such a store. In one of roots that is all; elsewhere the user's own keys
    /// stand beside it, whose certificates vouch for nobody.
    static Set<Certificate> roots(String type, KeyStore store) throws KeyStoreException {
        var roots = new LinkedHashSet<Certificate>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate != null
                    && (type.endsWith("-ROOT") || store.isCertificateEntry(alias))) {
                roots.add(certificate);
            }
        }
        return roots;
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

    private static Set<Certificate> ofType(String type) {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            return roots(type, store);
        } catch (GeneralSecurityException | IOException unusable) {
            return Set.of();
        }
    }

    private static Optional<KeyStore> read(Path bundle) {
        try (InputStream in = Files.newInputStream(bundle)) {
            return holding(CertificateFactory.getInstance("X.509").generateCertificates(in));
        } catch (GeneralSecurityException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<KeyStore> holding(Collection<? extends Certificate> roots) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate root : roots) {
                store.setCertificateEntry("root-" + number++, root);
            }
            return Optional.of(store).filter(_ -> !roots.isEmpty());
        } catch (GeneralSecurityException | IOException unusable) {
            return Optional.empty();
        }
    }
}
