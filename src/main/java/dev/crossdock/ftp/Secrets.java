package dev.crossdock.ftp;

import dev.crossdock.model.Logon;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.net.ClientCertificate;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.net.Dialer;
import dev.crossdock.net.ProxyException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/// What one login needs that is secret: got with no connection open, wiped at the end.
final class Secrets implements AutoCloseable {

    private static final int MOST_TRIES = 4;
    private static final char[] EMPTY = {};

    private final Server server;
    private final Logins logins;
    private boolean wantsPassword;
    private @Nullable LoginException refusal;
    private @Nullable ProxyException refusalOfProxy;
    private char @Nullable [] password;
    private char @Nullable [] proxyPassword;
    private @Nullable ClientCertificate certificate;
    private @Nullable ClientCertificateException wrongPhrase;
    private boolean gavePhrase;
    private int refusals;
    private int refusalsOfProxy;
    private int refusalsOfPhrase;

    Secrets(Server server, Logins logins) {
        this.server = server;
        this.logins = logins;
        this.wantsPassword = server.options().logon().kind() != Logon.Kind.CERTIFICATE;
    }

    /// Gets what is missing; may ask the user, once for each.
    ///
    /// @throws LoginException if something is not to be had
    /// @throws ClientCertificateException if the certificate is not, or not by the pass phrase that
    ///   was given
    void fetch()
            throws LoginException,
                    ProxyException,
                    ClientCertificateException,
                    InterruptedException {
        if (certificate == null && server.options().logon().kind() == Logon.Kind.CERTIFICATE) {
            certificate = certificate(server.options().logon().certificate().orElseThrow());
        }
        Optional<ProxyServer> proxy = server.options().proxy();
        if (proxyPassword == null && proxy.isPresent() && !proxy.get().user().isEmpty()) {
            proxyPassword = proxyPassword(proxy.get());
        }
        if (password == null && wantsPassword) {
            password = somePassword();
        }
    }

    /// Empty where the server is not to be sent one unless it asks.
    Optional<char[]> password() {
        return Optional.ofNullable(password);
    }

    Optional<ClientCertificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    /// A new one, with a copy of the proxy's password.
    Dialer dialer() {
        char[] known = proxyPassword;
        return server.options()
                .proxy()
                .map(proxy -> Dialer.through(proxy, known == null ? EMPTY : known))
                .orElse(Dialer.STRAIGHT);
    }

    /// @throws LoginException the same one, if no other password could be of use
    void refused(LoginException why) throws LoginException {
        if (why.wantsPassword() && !wantsPassword) {
            wantsPassword = true;
            return;
        }
        boolean anonymous = server.options().logon().kind() == Logon.Kind.ANONYMOUS;
        if (++refusals == MOST_TRIES || !why.isOfPassword() || anonymous) {
            throw why;
        }
        refusal = why;
        wipe(password);
        password = null;
    }

    /// @throws ProxyException the same one, if no other password could be of use
    void refused(ProxyException why) throws ProxyException {
        boolean other = why.kind() == ProxyException.Kind.LOGIN && proxyPassword != null;
        if (++refusalsOfProxy == MOST_TRIES || !other) {
            throw why;
        }
        refusalOfProxy = why;
        wipe(proxyPassword);
        proxyPassword = null;
    }

    /// @throws ClientCertificateException the same one, if no other pass phrase could be of use
    void refused(ClientCertificateException why) throws ClientCertificateException {
        boolean other = why.kind() == ClientCertificateException.Kind.LOCKED && gavePhrase;
        if (++refusalsOfPhrase == MOST_TRIES || !other) {
            throw why;
        }
        wrongPhrase = why;
    }

    @Override
    public void close() {
        wipe(password);
        wipe(proxyPassword);
    }

    private char[] somePassword() throws LoginException, InterruptedException {
        LoginException last = refusal;
        boolean anonymous =
                server.options().logon().kind() == Logon.Kind.ANONYMOUS
                        || server.user().equals("anonymous");
        if (anonymous && last == null) {
            return "anonymous@".toCharArray();
        }
        return logins.secret(server, SecretKind.PASSWORD, last != null)
                .orElseThrow(() -> last == null ? LoginException.noPassword(server) : last);
    }

    private char[] proxyPassword(ProxyServer proxy)
            throws LoginException, ProxyException, InterruptedException {
        ProxyException last = refusalOfProxy;
        Optional<char[]> known = logins.secret(server, SecretKind.PROXY, last != null);
        if (known.isEmpty() && last != null) {
            throw last;
        }
        return known.orElseThrow(() -> LoginException.noPassword(proxy));
    }

    private ClientCertificate certificate(String file)
            throws ClientCertificateException, InterruptedException {
        ClientCertificateException last = wrongPhrase;
        if (last == null) {
            try {
                return ClientCertificate.read(file, EMPTY);
            } catch (ClientCertificateException unread) {
                if (unread.kind() != ClientCertificateException.Kind.LOCKED) {
                    throw unread;
                }
                last = unread;
            }
        }
        Optional<char[]> phrase =
                logins.secret(server, SecretKind.CERTIFICATE, wrongPhrase != null);
        gavePhrase = phrase.isPresent();
        if (phrase.isEmpty()) {
            throw last;
        }
        try {
            return ClientCertificate.read(file, phrase.get());
        } finally {
            wipe(phrase.get());
        }
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
