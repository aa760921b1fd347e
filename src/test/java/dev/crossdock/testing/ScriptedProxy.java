package dev.crossdock.testing;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy on loopback, SOCKS 5 or HTTP, that knows host names of its own.
public final class ScriptedProxy implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final ProxyServer.Kind kind;
    private final String user;
    private final String password;
    private final ServerSocket listening;
    private final Map<String, InetAddress> names = new ConcurrentHashMap<>();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final List<Closeable> open = new CopyOnWriteArrayList<>();
    private volatile Optional<byte[]> script = Optional.empty();

    /// @param user empty for one that wants no login
    public ScriptedProxy(ProxyServer.Kind kind, String user, String password) throws IOException {
        this.kind = kind;
        this.user = user;
        this.password = password;
        this.listening = new ServerSocket(0, 50, LOOPBACK);
        open.add(listening);
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    /// How a site names it.
    public ProxyServer as(String loginName) {
        return new ProxyServer(
                kind, new ServerAddress("127.0.0.1", listening.getLocalPort()), loginName);
    }

    public ScriptedProxy know(String name, InetAddress address) {
        names.put(name, address);
        return this;
    }

    /// From now on says these characters, each a byte, to whoever connects, and nothing else.
    public ScriptedProxy saying(String characters) {
        script = Optional.of(characters.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// What it was asked to connect to, as `host:port`.
    public List<String> targets() {
        return List.copyOf(targets);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().name("proxied").start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (script.isPresent()) {
                client.getOutputStream().write(script.get());
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            Optional<Socket> server =
                    switch (kind) {
                        case SOCKS5 -> socks(client);
                        case HTTP_CONNECT -> http(client);
                    };
            if (server.isPresent()) {
                relay(client, server.get());
            }
        } catch (IOException ended) {
            // One of the two has hung up.
        }
    }

    private Optional<Socket> socks(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        int wanted = user.isEmpty() ? 0 : 2;
        boolean offered = new String(methods, StandardCharsets.ISO_8859_1).indexOf(wanted) >= 0;
        out.write(new byte[] {5, (byte) (offered ? wanted : 0xFF)});
        if (!offered) {
            return Optional.empty();
        }
        if (wanted == 2) {
            in.readUnsignedByte();
            String name = text(in.readNBytes(in.readUnsignedByte()));
            String secret = text(in.readNBytes(in.readUnsignedByte()));
            boolean right = name.equals(user) && secret.equals(password);
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return Optional.empty();
            }
        }
        in.readNBytes(3);
        String host =
                switch (in.readUnsignedByte()) {
                    case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                    case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                    default -> text(in.readNBytes(in.readUnsignedByte()));
                };
        Optional<Socket> server = connect(host, in.readUnsignedShort());
        int status = server.isPresent() ? 0 : 5;
        out.write(new byte[] {5, (byte) status, 0, 1, 0, 0, 0, 0, 0, 0});
        return server;
    }

    private Optional<Socket> http(Socket client) throws IOException {
        List<String> head = head(client.getInputStream());
        OutputStream out = client.getOutputStream();
        String login =
                "Proxy-Authorization: Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (user + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!user.isEmpty() && !head.contains(login)) {
            out.write(bytes("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic\r\n\r\n"));
            return Optional.empty();
        }
        String target = head.getFirst().split(" ")[1];
        int colon = target.lastIndexOf(':');
        Optional<Socket> server =
                connect(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        out.write(
                bytes(
                        server.isPresent()
                                ? "HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n"
                                : "HTTP/1.1 502 Bad Gateway\r\n\r\n"));
        return server;
    }

    private Optional<Socket> connect(String host, int port) {
        targets.add(host + ":" + port);
        try {
            InetAddress address = names.get(host);
            var server = new Socket(address == null ? InetAddress.ofLiteral(host) : address, port);
            open.add(server);
            return Optional.of(server);
        } catch (IOException | IllegalArgumentException unreachable) {
            return Optional.empty();
        }
    }

    private static void relay(Socket client, Socket server) throws IOException {
        Thread.ofVirtual().name("proxied-back").start(() -> pump(server, client));
        pump(client, server);
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            try {
                from.close();
                to.close();
            } catch (IOException already) {
                // Nothing is left to do.
            }
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                String text = line.toString(StandardCharsets.UTF_8).strip();
                if (text.isEmpty()) {
                    return lines;
                }
                lines.add(text);
                line.reset();
            } else {
                line.write(next);
            }
        }
        throw new IOException("no request");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
