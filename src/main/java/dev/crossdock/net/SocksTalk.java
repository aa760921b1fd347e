package dev.crossdock.net;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.net.ProxyException.Kind;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// SOCKS 5 (RFC 1928), with user name and password (RFC 1929). Names are looked up by the proxy.
final class SocksTalk implements ProxyTalk {

    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int USER_AND_PASSWORD = 2;
    private static final int NO_METHOD = 0xFF;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int LONGEST = 255;

    private final ProxyServer proxy;
    private final byte[] password;

    /// @param password in UTF-8; kept, and wiped by [#wipe]
    SocksTalk(ProxyServer proxy, byte[] password) {
        this.proxy = proxy;
        this.password = password;
    }

    @Override
    public void ask(InputStream in, OutputStream out, String host, int port) throws IOException {
        var data = new DataInputStream(in);
        out.write(
                proxy.user().isEmpty()
                        ? new byte[] {VERSION, 1, NO_LOGIN}
                        : new byte[] {VERSION, 2, NO_LOGIN, USER_AND_PASSWORD});
        out.flush();
        requireVersion(data.readUnsignedByte(), VERSION);
        int method = data.readUnsignedByte();
        switch (method) {
            case NO_LOGIN -> {}
            case USER_AND_PASSWORD -> logIn(data, out);
            case NO_METHOD ->
                    throw ProxyException.of(
                            Kind.LOGIN,
                            proxy,
                            proxy.user().isEmpty()
                                    ? "wants a user name and a password"
                                    : "takes neither no login nor user name and password");
            default -> throw garbled();
        }
        out.write(request(host, port));
        out.flush();
        answer(data);
    }

    @Override
    public void wipe() {
        Arrays.fill(password, (byte) 0);
    }

    private void logIn(DataInputStream in, OutputStream out) throws IOException {
        byte[] user = proxy.user().getBytes(StandardCharsets.UTF_8);
        if (user.length == 0) {
            throw garbled();
        }
        if (user.length > LONGEST || password.length > LONGEST) {
            throw ProxyException.of(
                    Kind.LOGIN, proxy, "takes no user name or password of more than 255 bytes");
        }
        byte[] login = new byte[3 + user.length + password.length];
        login[0] = 1;
        login[1] = (byte) user.length;
        System.arraycopy(user, 0, login, 2, user.length);
        login[2 + user.length] = (byte) password.length;
        System.arraycopy(password, 0, login, 3 + user.length, password.length);
        try {
            out.write(login);
            out.flush();
        } finally {
            Arrays.fill(login, (byte) 0);
        }
        requireVersion(in.readUnsignedByte(), 1);
        if (in.readUnsignedByte() != 0) {
            throw ProxyException.of(
                    Kind.LOGIN, proxy, "did not accept the login of " + proxy.user());
        }
    }

    private byte[] request(String host, int port) throws ProxyException {
        var request = new ByteArrayOutputStream();
        request.write(VERSION);
        request.write(CONNECT);
        request.write(0);
        var literal = Literal.of(host).map(InetAddress::getAddress);
        if (literal.isPresent()) {
            request.write(literal.get().length == 4 ? IPV4 : IPV6);
            request.writeBytes(literal.get());
        } else {
            byte[] name = host.getBytes(StandardCharsets.UTF_8);
            if (name.length > LONGEST) {
                throw ProxyException.of(
                        Kind.FORBIDDEN, proxy, "takes no host name of more than 255 bytes");
            }
            request.write(NAME);
            request.write(name.length);
            request.writeBytes(name);
        }
        request.write(port >> 8);
        request.write(port);
        return request.toByteArray();
    }

    private void answer(DataInputStream in) throws IOException {
        requireVersion(in.readUnsignedByte(), VERSION);
        int status = in.readUnsignedByte();
        if (status != 0) {
            throw refusal(status);
        }
        in.readUnsignedByte();
        int length =
                switch (in.readUnsignedByte()) {
                    case IPV4 -> 4;
                    case NAME -> in.readUnsignedByte();
                    case IPV6 -> 16;
                    default -> throw garbled();
                };
        in.readFully(new byte[length + 2]);
    }

    private ProxyException refusal(int status) {
        return switch (status) {
            case 2 -> ProxyException.of(Kind.FORBIDDEN, proxy, "does not allow this connection");
            case 3 -> ProxyException.of(Kind.SERVER, proxy, "has no way to the server's network");
            case 4 -> ProxyException.of(Kind.SERVER, proxy, "cannot reach the server");
            case 5 -> ProxyException.of(Kind.SERVER, proxy, "was refused by the server's port");
            case 6 -> ProxyException.of(Kind.SERVER, proxy, "got no answer from the server");
            case 7, 8 ->
                    ProxyException.of(
                            Kind.FORBIDDEN, proxy, "cannot make connections of this kind");
            default ->
                    ProxyException.of(
                            Kind.SERVER, proxy, "could not make the connection (" + status + ")");
        };
    }

    private void requireVersion(int version, int wanted) throws ProxyException {
        if (version != wanted) {
            throw garbled();
        }
    }

    private ProxyException garbled() {
        return ProxyException.of(Kind.PROXY, proxy, "does not answer as a SOCKS 5 proxy should");
    }
}
