package dev.crossdock.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A control connection of which each line is written by hand in the test.
public final class RawClient implements AutoCloseable {

    private static final int TIMEOUT = 20_000;
    private static final Pattern PORT = Pattern.compile("\\((?:\\d+,){4}(\\d+),(\\d+)\\)");

    private final SSLContext context = ScriptedTls.trusting();
    private Socket socket;
    private BufferedReader replies;
    private OutputStream commands;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.replies = reader(socket);
        this.commands = socket.getOutputStream();
    }

    /// Connects and leaves the greeting unread.
    public static RawClient clear(InetAddress address, int port) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(TIMEOUT);
        socket.connect(new InetSocketAddress(address, port), TIMEOUT);
        return new RawClient(socket);
    }

    /// Connects by implicit TLS and leaves the greeting unread.
    public static RawClient implicit(InetAddress address, int port) throws IOException {
        RawClient client = clear(address, port);
        client.secure();
        return client;
    }

    /// Explicit TLS, login, TYPE I, PBSZ 0 and PROT P.
    public static RawClient loggedIn(InetAddress address, int port, String user, char[] password)
            throws IOException {
        RawClient client = clear(address, port);
        client.expect("220");
        client.send("AUTH TLS", "234");
        client.secure();
        client.login(user, password);
        return client;
    }

    public void login(String user, char[] password) throws IOException {
        send("USER " + user, "331");
        send("PASS " + new String(password), "230");
        send("TYPE I", "200");
        send("PBSZ 0", "200");
        send("PROT P", "200");
    }

    /// The TLS handshake on the control connection.
    public void secure() throws IOException {
        SSLSocket tls = layered(socket);
        tls.startHandshake();
        socket = tls;
        replies = reader(tls);
        commands = tls.getOutputStream();
    }

    public void write(String line) throws IOException {
        commands.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        commands.flush();
    }

    /// Sends a line and fails unless the reply begins with this code.
    public String send(String line, String code) throws IOException {
        write(line);
        return expect(code);
    }

    public String expect(String code) throws IOException {
        String reply = String.join("\n", reply());
        if (!reply.startsWith(code)) {
            throw new AssertionError("expected " + code + ", got: " + reply);
        }
        return reply;
    }

    /// The lines of the next reply.
    public List<String> reply() throws IOException {
        var lines = new ArrayList<String>();
        while (true) {
            String line = replies.readLine();
            if (line == null) {
                throw new IOException("the server closed the connection after " + lines);
            }
            lines.add(line);
            if (line.startsWith(lines.getFirst().substring(0, 3) + " ")) {
                return lines;
            }
        }
    }

    /// All that comes until the server closes the connection.
    public String rest() throws IOException {
        return replies.readAllAsString();
    }

    /// Asks for a passive port.
    public int pasv() throws IOException {
        var match = PORT.matcher(send("PASV", "227"));
        if (!match.find()) {
            throw new AssertionError("no address in the 227");
        }
        return Integer.parseInt(match.group(1)) * 256 + Integer.parseInt(match.group(2));
    }

    /// The bytes that a command such as MLSD or RETR brings over a protected passive connection.
    public byte[] fetch(String command) throws IOException {
        return fetch(0, command);
    }

    /// The same from an offset on.
    public byte[] fetch(long offset, String command) throws IOException {
        int port = pasv();
        if (offset > 0) {
            send("REST " + offset, "350");
        }
        write(command);
        try (Socket data = layered(new Socket(server(), port))) {
            data.setSoTimeout(TIMEOUT);
            byte[] bytes = data.getInputStream().readAllBytes();
            expect("150");
            expect("226");
            return bytes;
        }
    }

    public String fetchText(String command) throws IOException {
        return new String(fetch(command), StandardCharsets.UTF_8);
    }

    public void store(String command, byte[] bytes) throws IOException {
        int port = pasv();
        write(command);
        try (Socket data = layered(new Socket(server(), port))) {
            data.setSoTimeout(TIMEOUT);
            data.getOutputStream().write(bytes);
            data.shutdownOutput();
            InputStream rest = data.getInputStream();
            rest.readAllBytes();
        }
        expect("150");
        expect("226");
    }

    /// SHA-256 of the certificate seen on the control connection.
    public String serverFingerprint() throws IOException {
        try {
            var leaf = ((SSLSocket) socket).getSession().getPeerCertificates()[0].getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(leaf));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public InetAddress server() {
        return socket.getInetAddress();
    }

    public SSLSocket layered(Socket plain) throws IOException {
        var tls =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        plain,
                                        plain.getInetAddress().getHostAddress(),
                                        plain.getPort(),
                                        true);
        tls.setUseClientMode(true);
        return tls;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
