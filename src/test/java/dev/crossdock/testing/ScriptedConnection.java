package dev.crossdock.testing;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.Behaviour.DataFault;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/// One control connection: reads commands, looks for a rule, else does the sane thing.
///
/// Transfers run on a thread of their own, so that an ABOR is heard; any other command waits for
/// the transfer's end, as on real servers.
final class ScriptedConnection {

    private final Setup setup;
    private final Rules rules;
    private final ScriptedTls tls;
    private final ScriptedServer server;
    private final Socket tcp;
    private final ScriptedData data;
    private final ScriptedCommands commands;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Socket wire;
    private InputStream in;
    private OutputStream out;
    private @Nullable Thread transfer;

    ScriptedConnection(
            Setup setup,
            Rules rules,
            ScriptedTls tls,
            ScriptedServer server,
            Socket tcp,
            List<DataConnection> log)
            throws IOException {
        this.setup = setup;
        this.rules = rules;
        this.tls = tls;
        this.server = server;
        this.tcp = tcp;
        this.wire = tcp;
        this.in = new BufferedInputStream(tcp.getInputStream());
        this.out = tcp.getOutputStream();
        this.data = new ScriptedData(setup, tls, tcp.getInetAddress(), log);
        this.commands = new ScriptedCommands(setup, server.files(), data);
    }

    boolean isOpen() {
        return ended.getCount() > 0;
    }

    List<String> received() {
        return List.copyOf(received);
    }

    void serve() throws IOException, InterruptedException {
        try {
            if (setup.tls() == TlsMode.IMPLICIT) {
                upgrade();
            }
            handle("CONNECT", "");
            String line = readLine();
            while (line != null) {
                received.add(line);
                int space = line.indexOf(' ');
                String verb = space < 0 ? line : line.substring(0, space);
                handle(verb.toUpperCase(Locale.ROOT), space < 0 ? "" : line.substring(space + 1));
                line = readLine();
            }
        } finally {
            close();
        }
    }

    /// Ends everything this connection waits for.
    void close() throws IOException {
        ended.countDown();
        // The TCP socket beneath TLS: closing TLS may wait for the peer. It goes before the data,
        // so
        // that nothing is said about their end.
        tcp.close();
        data.close();
    }

    void answer(String text) throws IOException {
        send(text.replace("\n", "\r\n") + "\r\n");
    }

    /// Whether a data connection resumes the control connection's session, where that is demanded.
    boolean accepts(Socket socket) {
        return !setup.can(Skill.DEMANDS_REUSE)
                || !(socket instanceof SSLSocket one)
                || !(wire instanceof SSLSocket own)
                || one.getUseClientMode()
                || one.getSession().getCreationTime() == own.getSession().getCreationTime();
    }

    private void handle(String verb, String argument) throws IOException, InterruptedException {
        if (!verb.equals("ABOR") && !verb.equals("QUIT")) {
            awaitTransfer();
        }
        var rule = rules.next(verb);
        if (rule.isEmpty()) {
            perform(verb, argument, null, setup.address());
            return;
        }
        switch (rule.get()) {
            case Behaviour.Answer(var text) -> answer(text);
            case Behaviour.AnswerAlso(var text) -> {
                perform(verb, argument, null, setup.address());
                answer(text);
            }
            case Behaviour.Send(var characters) -> send(characters);
            case Behaviour.SendAndDrop(var characters) -> {
                send(characters);
                wire.close();
            }
            case Behaviour.ThenDrop() -> {
                perform(verb, argument, null, setup.address());
                awaitTransfer();
                wire.close();
            }
            case Behaviour.Flood(var characters) -> {
                while (true) {
                    send(characters);
                }
            }
            case Behaviour.LongLine(var code, var bytes) -> answer(code + " " + "x".repeat(bytes));
            case Behaviour.Ignore() -> {}
            case Behaviour.Late(var pause) -> {
                if (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    perform(verb, argument, null, setup.address());
                }
            }
            case Behaviour.Hold(var until) -> {
                until.await();
                perform(verb, argument, null, setup.address());
            }
            case Behaviour.PassiveAt(var address) -> perform(verb, argument, null, address);
            case Behaviour.OnData(var fault) -> perform(verb, argument, fault, setup.address());
        }
    }

    private void perform(
            String verb, String argument, @Nullable DataFault fault, InetAddress announced)
            throws IOException, InterruptedException {
        switch (verb) {
            case "AUTH" -> {
                if (!setup.tls().isEncrypted() || wire instanceof SSLSocket) {
                    answer("503 Not now.");
                } else {
                    answer("234 Begin.");
                    upgrade();
                }
            }
            case "QUIT" -> {
                answer("221 Goodbye.");
                wire.close();
            }
            case "ABOR" -> {
                data.close();
                awaitTransfer();
                answer("226 Nothing runs any more.");
            }
            case "RETR", "STOR", "APPE", "LIST", "NLST", "MLSD" -> transfer(verb, argument, fault);
            default -> answer(commands.reply(verb, argument, announced, wire instanceof SSLSocket));
        }
    }

    private void transfer(String verb, String argument, @Nullable DataFault fault)
            throws IOException {
        var refusal = commands.refusal(verb, argument);
        if (refusal.isPresent()) {
            data.close();
            answer(refusal.get());
            return;
        }
        var movement = new ScriptedTransfer(data, this, fault);
        transfer = server.spawn(() -> commands.transfer(verb, argument, movement));
    }

    private void awaitTransfer() throws InterruptedException {
        Thread running = transfer;
        if (running != null) {
            running.join();
            transfer = null;
        }
    }

    private void upgrade() throws IOException {
        SSLSocket socket = tls.wrap(tcp, false);
        wire = socket;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private synchronized void send(String characters) throws IOException {
        out.write(characters.getBytes(setup.charset()));
        out.flush();
    }

    private @Nullable String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString(setup.charset());
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return null;
    }
}
