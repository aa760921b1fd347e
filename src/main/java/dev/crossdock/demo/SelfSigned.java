package dev.crossdock.demo;

import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key on P-256 and a certificate that it signed itself, made in a few milliseconds.
public record SelfSigned(X509Certificate certificate, PrivateKey key) {

    private static final Duration LIFE = Duration.ofDays(30);

    /// Valid from the day before `now`, for 30 days.
    ///
    /// @param names DNS names; the address is added to them
    public static SelfSigned create(
            String commonName, List<String> names, InetAddress address, Instant now)
            throws IOException {
        Instant from = now.minus(Duration.ofDays(1));
        return create(commonName, names, address, from, from.plus(LIFE));
    }

    public static SelfSigned create(
            String commonName, List<String> names, InetAddress address, Instant from, Instant until)
            throws IOException {
        try {
            var random = new SecureRandom();
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            var subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
            var builder =
                    new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(120, random),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            pair.getPublic());
            builder.addExtension(
                    Extension.subjectAlternativeName, false, alternatives(names, address));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            var certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new SelfSigned(certificate, pair.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IOException("This JDK cannot make a certificate: " + e.getMessage(), e);
        }
    }

    /// The fingerprint over the DER form, 64 hexadecimal digits in lower case.
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A context that presents this certificate and asks its peer for none.
    public SSLContext serverContext() throws IOException {
        try {
            char[] noPassword = {};
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, noPassword);
            store.setKeyEntry("server", key, noPassword, new X509Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, noPassword);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("This JDK cannot use the certificate: " + e.getMessage(), e);
        }
    }

    private static GeneralNames alternatives(List<String> names, InetAddress address) {
        var all = new ArrayList<GeneralName>();
        names.forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
        all.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }
}
