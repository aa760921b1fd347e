package dev.crossdock.testing;

import dev.crossdock.demo.DataConnection;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.Behaviour.DataFault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLSocket;

/// One control connection: reads commands, looks for a rule, else does the sane thing.
///
/// Transfers run on a thread of their own, so that an ABOR is heard; any other command waits for
/// the transfer's end, as on real servers.
final class ScriptedConnection {

    /// How long a client may take to close after a 421, in milliseconds.
    private static final int FAREWELL = 2_000;

    private final Setup setup;
    private final Rules rules;
    private final ScriptedTls tls;
    private final ScriptedServer server;
    private final Socket tcp;
    private final ScriptedData data;
    private final ScriptedCommands commands;
    private final ScriptedDemands demands;
    private final CommandReader reader;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Socket wire;
    private OutputStream out;
    private boolean silent;
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
        this.reader = new CommandReader(tcp.getInputStream(), setup.charset());
        this.out = tcp.getOutputStream();
        this.data = new ScriptedData(setup, tls, tcp.getInetAddress(), log);
        this.commands = new ScriptedCommands(setup, server.files(), data);
        this.demands = new ScriptedDemands(setup);
    }

    boolean isOpen() {
        return ended.getCount() > 0;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    void serve() throws IOException, InterruptedException {
        try {
            if (setup.tls() == TlsMode.IMPLICIT) {
                upgrade();
            }
            handle("CONNECT", "");
            Received command = reader.next();
            while (command != null) {
                received.add(command);
                if (!silent) {
                    handle(command.verb().toUpperCase(Locale.ROOT), command.argument());
                }
                command = reader.next();
            }
        } finally {
            close();
        }
    }

    /// Ends everything this connection waits for.
    void close() throws IOException {
        ended.countDown();
        server.logins().leave(this);
        // The TCP socket beneath TLS: closing TLS may wait for the peer. It goes before the data,
        // so that nothing is said about their end.
        tcp.close();
        data.close();
    }

    void answer(String text) throws IOException, InterruptedException {
        server.passGate();
        send(text.replace("\n", "\r\n") + "\r\n");
    }

    /// Refuses a data connection that is not as this server demands.
    void check(Socket socket, boolean upload) throws IOException {
        try {
            demands.check(wire, socket, upload);
        } catch (RefusedData e) {
            socket.close();
            throw e;
        }
    }

    private void handle(String verb, String argument) throws IOException, InterruptedException {
        if (!verb.equals("ABOR") && !verb.equals("QUIT")) {
            awaitTransfer();
        }
        var rule = rules.next(verb, received.size());
        if (rule.isEmpty()) {
            perform(verb, argument);
            return;
        }
        switch (rule.get()) {
            case Behaviour.Answer(var text) -> answer(text);
            case Behaviour.AnswerAlso(var text) -> {
                perform(verb, argument);
                answer(text);
            }
            case Behaviour.Send(var characters) -> send(characters);
            case Behaviour.SendAndDrop(var characters) -> {
                send(characters);
                wire.close();
            }
            case Behaviour.ThenDrop() -> {
                perform(verb, argument);
                awaitTransfer();
                wire.close();
            }
            case Behaviour.Reset() -> {
                tcp.setSoLinger(true, 0);
                tcp.close();
            }
            case Behaviour.Flood(var characters) -> {
                while (true) {
                    send(characters);
                }
            }
            case Behaviour.Trickle(var characters, var pause) -> {
                while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    send(characters);
                }
            }
            case Behaviour.LongLine(var code, var bytes) -> answer(code + " " + "x".repeat(bytes));
            case Behaviour.Ignore() -> {}
            case Behaviour.Silence() -> silent = true;
            case Behaviour.AtMost(var most, var refusal) -> {
                if (server.logins().enter(this, most)) {
                    perform(verb, argument);
                } else {
                    refuse(refusal);
                }
            }
            case Behaviour.Late(var pause) -> {
                if (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    perform(verb, argument);
                }
            }
            case Behaviour.Hold(var until) -> {
                until.await();
                perform(verb, argument);
            }
            case Behaviour.PassiveAt(var address) -> {
                String host = address.getHostAddress().replace('.', ',');
                perform(verb, argument, null, say -> say.replaceFirst("(\\d+,){4}", host + ","));
            }
            case Behaviour.Reword(var reply) -> perform(verb, argument, null, reply);
            case Behaviour.OnData(var fault) ->
                    perform(verb, argument, fault, UnaryOperator.identity());
        }
    }

    private void perform(String verb, String argument) throws IOException, InterruptedException {
        perform(verb, argument, null, UnaryOperator.identity());
    }

    private void perform(
            String verb, String argument, @Nullable DataFault fault, UnaryOperator<String> reword)
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
            default -> {
                String reply = commands.reply(verb, argument, wire instanceof SSLSocket);
                noteLogin();
                answer(reword.apply(reply));
            }
        }
    }

    private void noteLogin() {
        if (commands.isLoggedIn()) {
            server.logins().enter(this, Integer.MAX_VALUE);
        } else {
            server.logins().leave(this);
        }
    }

    private void refuse(String reply) throws IOException, InterruptedException {
        answer(reply);
        if (reply.startsWith("421")) {
            // A close with something unread would reset the connection and take the reply with it.
            wire.shutdownOutput();
            tcp.setSoTimeout(FAREWELL);
            silent = true;
        }
    }

    private void transfer(String verb, String argument, @Nullable DataFault fault)
            throws IOException, InterruptedException {
        var refusal = commands.refusal(verb, argument);
        if (refusal.isPresent()) {
            data.close();
            answer(refusal.get());
            return;
        }
        var movement = new ScriptedTransfer(setup, data, this, fault);
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
        reader.switchTo(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private synchronized void send(String characters) throws IOException {
        out.write(characters.getBytes(setup.charset()));
        out.flush();
    }
}
