package dev.crossdock.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.SelfSigned;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

class CertificateGateTest {

    private final Looked socket = new Looked();

    @Test
    void theRootsAreNotAskedAboutTheSameCertificateOnDataConnections() throws Exception {
        SelfSigned own = own();
        var gate = new CertificateGate(new Roots(Optional::empty), _ -> true);
        check(gate, own);
        int looks = socket.looks;
        assertTrue(looks > 0);

        check(gate, own);

        assertEquals(looks, socket.looks);
        assertEquals(own.sha256(), gate.passed().orElseThrow().sha256());
        assertEquals(Optional.empty(), gate.refused());
    }

    @Test
    void anotherCertificateOnADataConnectionIsRefusedWithWhatTheRootsSayOfIt() throws Exception {
        SelfSigned vouched = own();
        SelfSigned unknown = own();
        var gate = new CertificateGate(new Roots(() -> Optional.of(store(vouched))), _ -> true);
        check(gate, own());

        assertThrows(CertificateException.class, () -> check(gate, vouched));
        assertEquals(vouched.sha256(), gate.refused().orElseThrow().sha256());
        assertTrue(gate.refused().orElseThrow().trustedByRoots());

        assertThrows(CertificateException.class, () -> check(gate, unknown));
        assertFalse(gate.refused().orElseThrow().trustedByRoots());
    }

    private void check(CertificateGate gate, SelfSigned shown) throws CertificateException {
        gate.checkServerTrusted(new X509Certificate[] {shown.certificate()}, "ECDHE_ECDSA", socket);
    }

    private static SelfSigned own() throws IOException {
        return ScriptedServer.selfSigned(Setup.USUAL.address());
    }

    private static KeyStore store(SelfSigned trusted) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("trusted", trusted.certificate());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Whoever vouches for a certificate looks at the connection.
    private static final class Looked extends Socket {

        private int looks;

        @Override
        public boolean isConnected() {
            looks++;
            return false;
        }
    }
}
