package dev.crossdock.net;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.net.ProxyException.Kind;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The method CONNECT of HTTP (RFC 9110 §9.3.6), with Basic authentication (RFC 7617).
final class HttpConnect implements ProxyTalk {

    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int LONGEST_SHOWN = 120;
    private static final Pattern STATUS =
            Pattern.compile("HTTP/1\\.[0-9] ([0-9]{3})(?: ([^\\r\\n]*))?\\r?\\n");

    private final ProxyServer proxy;
    private final byte[] password;

    /// @param password in UTF-8; kept, and wiped by [#wipe]
    HttpConnect(ProxyServer proxy, byte[] password) {
        this.proxy = proxy;
        this.password = password;
    }

    @Override
    public void ask(InputStream in, OutputStream out, String host, int port) throws IOException {
        byte[] request = request(target(host, port));
        try {
            out.write(request);
            out.flush();
        } finally {
            Arrays.fill(request, (byte) 0);
        }
        Matcher status = STATUS.matcher(answer(in));
        if (!status.lookingAt()) {
            throw ProxyException.of(Kind.PROXY, proxy, "does not answer as an HTTP proxy should");
        }
        int code = Integer.parseInt(status.group(1));
        if (code < 200 || code > 299) {
            throw refusal(code, status.group(2) == null ? "" : status.group(2));
        }
    }

    @Override
    public void wipe() {
        Arrays.fill(password, (byte) 0);
    }

    private static ServerAddress target(String host, int port) throws UnreachableException {
        try {
            return new ServerAddress(host, port);
        } catch (IllegalArgumentException noName) {
            throw new UnreachableException("No host is known by the name " + host + ".", noName);
        }
    }

    private byte[] request(ServerAddress target) {
        var request = new Wiped();
        request.add("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        if (!proxy.user().isEmpty()) {
            var login = new Wiped();
            login.add(proxy.user() + ":");
            login.writeBytes(password);
            request.add("Proxy-Authorization: Basic ");
            byte[] plain = login.take();
            byte[] encoded = Base64.getEncoder().encode(plain);
            request.writeBytes(encoded);
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
            request.add("\r\n");
        }
        request.add("\r\n");
        return request.take();
    }

    /// Byte by byte, since what comes behind the empty line is the server's.
    private String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        while (!ends(answer)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the end");
            }
            if (answer.length() == LONGEST_ANSWER) {
                throw ProxyException.of(Kind.PROXY, proxy, "gives an answer that does not end");
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static boolean ends(StringBuilder answer) {
        int end = answer.length();
        return (end >= 4 && answer.substring(end - 4).equals("\r\n\r\n"))
                || (end >= 2 && answer.substring(end - 2).equals("\n\n"));
    }

    private ProxyException refusal(int code, String words) {
        String said = (code + " " + shown(words)).strip();
        return switch (code) {
            case 407 ->
                    ProxyException.of(
                            Kind.LOGIN,
                            proxy,
                            proxy.user().isEmpty()
                                    ? "wants a user name and a password: " + said
                                    : "did not accept the login of " + proxy.user() + ": " + said);
            case 502, 503, 504 ->
                    ProxyException.of(Kind.SERVER, proxy, "cannot reach the server: " + said);
            default ->
                    ProxyException.of(
                            Kind.FORBIDDEN, proxy, "does not make this connection: " + said);
        };
    }

    private static String shown(String words) {
        String plain = words.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(LONGEST_SHOWN, plain.length()));
    }

    /// Leaves nothing behind in its buffer.
    private static final class Wiped extends ByteArrayOutputStream {

        private static final int ROOM = 8 * 1024;

        private Wiped() {
            super(ROOM);
        }

        private void add(String text) {
            writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private byte[] take() {
            byte[] all = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return all;
        }
    }
}
