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

    private static final Roots HERE =
            new Roots(new SystemRoots(System.getProperty("os.name", ""), System.getenv())::load);

    private final Once ofJava = new Once(() -> manager(null));
    private final Once ofSystem;

    /// Those of this computer. They are the same for all who ask, since reading them takes long.
    public static Roots here() {
        return HERE;
    }

    Roots(Supplier<Optional<KeyStore>> system) {
        this.ofSystem = new Once(() -> system.get().flatMap(Roots::manager));
    }

    /// Whether one of them vouches for the chain, for the host that the handshake is with.
    boolean vouch(X509Certificate[] chain, String authType, Socket socket) {
        return vouches(ofJava.get(), chain, authType, socket)
                || vouches(ofSystem.get(), chain, authType, socket);
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

    /// Found out when it is first asked for.
    private static final class Once {

        private final Supplier<Optional<X509ExtendedTrustManager>> source;
        private boolean known;
        private Optional<X509ExtendedTrustManager> found = Optional.empty();

        private Once(Supplier<Optional<X509ExtendedTrustManager>> source) {
            this.source = source;
        }

        private synchronized Optional<X509ExtendedTrustManager> get() {
            if (!known) {
                found = source.get();
                known = true;
            }
            return found;
        }
    }
}
