package dev.crossdock.net;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// The authorities that vouch for servers' certificates: Java's, and the operating system's, to
/// which companies and owners add their own. Each is read once, when it is first needed.
public final class Roots {

    private final Supplier<Optional<KeyStore>> system;
    private @Nullable Optional<X509ExtendedTrustManager> ofJava;
    private @Nullable Optional<X509ExtendedTrustManager> ofSystem;

    public Roots() {
        this(new SystemRoots(System.getProperty("os.name", ""), System.getenv())::load);
    }

    Roots(Supplier<Optional<KeyStore>> system) {
        this.system = system;
    }

    /// Whether one of them vouches for the chain, for the host that the handshake is with.
    boolean vouch(X509Certificate[] chain, String authType, Socket socket) {
        return vouches(ofJava(), chain, authType, socket)
                || vouches(ofSystem(), chain, authType, socket);
    }

    private static boolean vouches(
            Optional<X509ExtendedTrustManager> manager,
            X509Certificate[] chain,
            String authType,
            Socket socket) {
        if (manager.isEmpty()) {
            return false;
        }
        try {
            manager.get().checkServerTrusted(chain, authType, socket);
            return true;
        } catch (CertificateException notVouched) {
            return false;
        }
    }

    private synchronized Optional<X509ExtendedTrustManager> ofJava() {
        Optional<X509ExtendedTrustManager> known = ofJava;
        if (known == null) {
            known = manager(null);
            ofJava = known;
        }
        return known;
    }

    private synchronized Optional<X509ExtendedTrustManager> ofSystem() {
        Optional<X509ExtendedTrustManager> known = ofSystem;
        if (known == null) {
            known = system.get().flatMap(Roots::manager);
            ofSystem = known;
        }
        return known;
    }

    /// @param store none for Java's own
    private static Optional<X509ExtendedTrustManager> manager(@Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst();
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }
}
