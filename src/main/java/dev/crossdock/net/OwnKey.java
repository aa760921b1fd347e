package dev.crossdock.net;

import org.jspecify.annotations.Nullable;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/// Shows one certificate to each server that asks, whatever issuers it names.
///
/// Many servers compare certificates with a list of their own and name an issuer that has nothing
/// to do with it; the JDK's key managers would keep silent then.
final class OwnKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final @Nullable PrivateKey key;
    private final X509Certificate[] chain;
    private volatile boolean asked;

    OwnKey(PrivateKey key, X509Certificate[] chain) {
        this.key = key;
        this.chain = chain.clone();
    }

    /// Shows none, but knows whether one was asked for.
    OwnKey() {
        this.key = null;
        this.chain = new X509Certificate[0];
    }

    /// Whether a server has asked for a certificate since [#forgetAsked].
    boolean isAsked() {
        return asked;
    }

    void forgetAsked() {
        asked = false;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        asked = true;
        PrivateKey own = key;
        return own != null && Arrays.asList(keyTypes).contains(own.getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return chooseClientAlias(keyTypes, issuers, null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
