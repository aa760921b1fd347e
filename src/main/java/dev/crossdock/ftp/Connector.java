package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.WireText;
import dev.crossdock.net.UntrustedException;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Logs in: connection, trust, password, capabilities, TYPE I and PROT P.
public final class Connector {

    private static final int MOST_TRIES = 4;

    private final Trust trust;
    private final Logins logins;
    private final Transcript transcript;
    private final Deadlines deadlines;
    private final TlsMemory memory;
    private final TlsVersions versions;
    private final AtomicInteger connections = new AtomicInteger();

    public Connector(
            Trust trust,
            Logins logins,
            TlsMemory memory,
            Transcript transcript,
            Deadlines deadlines) {
        this.trust = trust;
        this.logins = logins;
        this.transcript = transcript;
        this.deadlines = deadlines;
        this.memory = memory;
        this.versions = new TlsVersions(memory);
    }

    /// A session that is ready for work. May ask the user, each time with no connection open.
    public Session connect(Server server) throws IOException, InterruptedException {
        requireTlsWhereItWas(server);
        Optional<LoginException> last = Optional.empty();
        for (int i = 0; i < MOST_TRIES; i++) {
            char[] password = password(server, last);
            try {
                requireSendable(password, server);
                return open(server, password);
            } catch (UntrustedException unknown) {
                requireTrust(server, unknown);
            } catch (LoginException refused) {
                if (i + 1 == MOST_TRIES || !refused.isOfPassword()) {
                    throw refused;
                }
                last = Optional.of(refused);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
        throw new GarbledException("the server shows another certificate each time");
    }

    /// The same without asking anybody anything: for a login that is nice to have.
    Session connectQuietly(Server server) throws IOException, InterruptedException {
        requireTlsWhereItWas(server);
        char[] password = password(server, Optional.empty());
        try {
            return open(server, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /// Whether the next login offers the server TLS 1.2 alone.
    boolean isOnlyTls12(Server server) {
        return versions.isOnlyTls12(server);
    }

    /// @param last why the password given before was refused
    private char[] password(Server server, Optional<LoginException> last)
            throws LoginException, InterruptedException {
        if (server.user().equals("anonymous") && last.isEmpty()) {
            return "anonymous@".toCharArray();
        }
        return logins.secret(server, SecretKind.PASSWORD, last.isPresent())
                .orElseThrow(() -> last.orElseGet(() -> LoginException.noPassword(server)));
    }

    /// A line break would smuggle in a command behind the password.
    private static void requireSendable(char[] password, Server server) throws LoginException {
        var text = CharBuffer.wrap(password);
        boolean broken = text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
        if (broken || !WireText.isSendable(text)) {
            throw LoginException.unusablePassword(server);
        }
    }

    private void requireTrust(Server server, UntrustedException unknown)
            throws IOException, InterruptedException {
        Optional<Failure> refusal = trust.refusal(server, unknown.presented());
        if (refusal.isPresent()) {
            throw new DistrustedException(refusal.get());
        }
    }

    /// Before anything is sent or anybody asked.
    private void requireTlsWhereItWas(Server server) throws DistrustedException {
        if (!server.tls().isEncrypted()) {
            Optional<Failure> refusal = memory.refusalOfClear(server);
            if (refusal.isPresent()) {
                throw new DistrustedException(refusal.get());
            }
        }
    }

    private Session open(Server server, char[] password) throws IOException {
        var scribe = new Scribe(server, connections.incrementAndGet(), transcript);
        ControlConnection control =
                ControlConnection.open(server, trust, versions, deadlines, scribe);
        try {
            login(control, server, password);
            Session session = prepared(control, server);
            if (server.tls().isEncrypted()) {
                memory.loggedInWithTls(server);
            }
            return session;
        } catch (IOException | RuntimeException failed) {
            control.close();
            throw failed;
        }
    }

    private void login(ControlConnection control, Server server, char[] password)
            throws IOException {
        Reply reply = Commands.askAtLogin(control, "USER " + server.user(), deadlines.reply());
        boolean asked = reply.code() == 331;
        if (asked) {
            reply =
                    Commands.askAtLogin(
                            control, "PASS " + CharBuffer.wrap(password), deadlines.login());
        }
        if (!reply.isPositive()) {
            throw LoginException.refused(reply, asked);
        }
    }

    private Session prepared(ControlConnection control, Server server) throws IOException {
        Capabilities capabilities = capabilities(control);
        if (capabilities.has(Capability.UTF8)) {
            // Some servers speak UTF-8 only when told to; others answer no and speak it anyway.
            ask(control, "OPTS UTF8 ON");
        }
        if (server.tls().isEncrypted()) {
            protectData(control);
        }
        Commands.require(control, "TYPE I", deadlines.reply());
        Reply reply = ask(control, "SYST");
        String system = reply.isPositive() ? reply.text() : "";
        var facts =
                new ServerFacts(
                        server,
                        capabilities,
                        control.tlsFacts(),
                        control.peer().getHostAddress(),
                        control.own().getHostAddress(),
                        home(control),
                        ProductGuess.guess(control.greeting().text(), system, capabilities));
        return new Session(facts, system, control, deadlines);
    }

    private Capabilities capabilities(ControlConnection control) throws IOException {
        Reply reply = ask(control, "FEAT");
        return reply.isPositive() ? FeatReply.read(reply) : Capabilities.NONE;
    }

    /// RFC 4217 §9: PBSZ 0 comes before PROT P. Without PROT P nothing goes on.
    private void protectData(ControlConnection control) throws IOException {
        for (String command : List.of("PBSZ 0", "PROT P")) {
            Reply reply = ask(control, command);
            if (!reply.isPositive()) {
                throw new NotProtectedException(command, reply);
            }
        }
    }

    private RemotePath home(ControlConnection control) throws IOException {
        Optional<Reply> reply =
                Optional.of(ask(control, "PWD")).filter(answer -> answer.code() == 257);
        return reply.isPresent() ? Commands.pathOf(reply.get()) : RemotePath.ROOT;
    }

    private Reply ask(ControlConnection control, String command) throws IOException {
        return Commands.ask(control, command, deadlines.reply());
    }
}
