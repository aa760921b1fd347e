package dev.crossdock.ftp;

import dev.crossdock.model.Failure;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.WireText;
import dev.crossdock.net.ClientCertificateException;
import dev.crossdock.net.ProxyException;
import dev.crossdock.net.Roots;
import dev.crossdock.net.UntrustedException;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Logs in: connection, trust, password, capabilities, TYPE I and PROT P.
public final class Connector {

    /// Each address may show another certificate, and each secret may be a wrong one at first.
    private static final int MOST_TRIES = 9;

    private final Tools tools;
    private final Logins logins;
    private final Transcript transcript;
    private final TlsMemory memory;
    private final AtomicInteger connections = new AtomicInteger();

    public Connector(
            Trust trust,
            Logins logins,
            TlsMemory memory,
            Transcript transcript,
            Deadlines deadlines) {
        this.tools = new Tools(trust, new TlsVersions(memory), Roots.here(), deadlines);
        this.logins = logins;
        this.transcript = transcript;
        this.memory = memory;
    }

    /// A session that is ready for work. May ask the user, each time with no connection open.
    public Session connect(Server server) throws IOException, InterruptedException {
        requirePossible(server.options());
        requireTlsWhereItWas(server);
        try (var secrets = new Secrets(server, logins)) {
            for (int i = 0; i < MOST_TRIES + server.options().others().size(); i++) {
                fetch(secrets);
                try {
                    return open(server, secrets);
                } catch (UntrustedException unknown) {
                    requireTrust(unknown);
                } catch (LoginException refused) {
                    secrets.refused(refused);
                } catch (ProxyException refused) {
                    secrets.refused(refused);
                }
            }
        }
        throw new GarbledException("the server shows another certificate each time");
    }

    private static void fetch(Secrets secrets) throws IOException, InterruptedException {
        while (true) {
            try {
                secrets.fetch();
                return;
            } catch (ClientCertificateException locked) {
                secrets.refused(locked);
            }
        }
    }

    /// The same without asking anybody anything: for a login that is nice to have.
    Session connectQuietly(Server server) throws IOException, InterruptedException {
        requirePossible(server.options());
        requireTlsWhereItWas(server);
        try (var secrets = new Secrets(server, logins)) {
            secrets.fetch();
            try {
                return open(server, secrets);
            } catch (LoginException refused) {
                if (!refused.wantsPassword()) {
                    throw refused;
                }
                secrets.refused(refused);
            }
            secrets.fetch();
            return open(server, secrets);
        }
    }

    /// Whether the next login offers the server TLS 1.2 alone.
    boolean isOnlyTls12(Server server) {
        return tools.versions().isOnlyTls12(server);
    }

    private static void requirePossible(ServerOptions options) throws ProxyException {
        if (options.data().active() && options.proxy().isPresent()) {
            ProxyServer proxy = options.proxy().get();
            throw new ProxyException(
                    ProxyException.Kind.FORBIDDEN,
                    "In active mode the server connects to this computer, which does not go through"
                            + " the proxy "
                            + proxy.address()
                            + ".");
        }
    }

    /// Before anything is sent or anybody asked.
    private void requireTlsWhereItWas(Server server) throws DistrustedException {
        if (server.tls().isEncrypted()) {
            return;
        }
        for (Server at : Addresses.of(server)) {
            Optional<Failure> refusal = memory.refusalOfClear(at);
            if (refusal.isPresent()) {
                throw new DistrustedException(refusal.get());
            }
        }
    }

    private void requireTrust(UntrustedException unknown) throws IOException, InterruptedException {
        Optional<Failure> refusal = tools.trust().refusal(unknown.at(), unknown.presented());
        if (refusal.isPresent()) {
            throw new DistrustedException(refusal.get());
        }
    }

    private Session open(Server server, Secrets secrets) throws IOException {
        requireSendable(secrets.password(), server);
        var scribe = new Scribe(server, connections.incrementAndGet(), transcript);
        ControlConnection control =
                new Addresses(server)
                        .first(at -> ControlConnection.open(server, at, tools, secrets, scribe));
        try {
            new Login(control, server, tools.deadlines()).perform(secrets.password());
            Session session = new Preparation(control, server, tools.deadlines()).session();
            if (server.tls().isEncrypted()) {
                memory.loggedInWithTls(control.at());
            }
            return session;
        } catch (IOException | RuntimeException failed) {
            control.close();
            throw failed;
        }
    }

    /// A line break would smuggle in a command behind the password.
    private static void requireSendable(Optional<char[]> password, Server server)
            throws LoginException {
        if (password.isEmpty()) {
            return;
        }
        var text = CharBuffer.wrap(password.get());
        boolean broken = text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
        if (broken || !WireText.isSendable(text)) {
            throw LoginException.unusablePassword(server);
        }
        var charset = Charset.forName(server.options().charset());
        // What stands for single bytes is sent as they are.
        boolean proper = !WireText.hasForeignBytes(text);
        if (proper && !charset.newEncoder().canEncode(text)) {
            throw LoginException.unwritablePassword(server);
        }
    }
}
