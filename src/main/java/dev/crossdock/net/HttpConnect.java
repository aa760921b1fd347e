package dev.crossdock.net;

import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.net.ProxyException.Kind;

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
        byte[] head = utf8("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        if (proxy.user().isEmpty()) {
            return joined(head, utf8("\r\n"));
        }
        byte[] plain = joined(utf8(proxy.user() + ":"), password);
        byte[] login = Base64.getEncoder().encode(plain);
        byte[] request = joined(head, utf8("Proxy-Authorization: Basic "), login, utf8("\r\n\r\n"));
        Arrays.fill(plain, (byte) 0);
        Arrays.fill(login, (byte) 0);
        return request;
    }

    /// Into one array of the very size, so that none is left behind with something secret in it.
    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
        return answer.indexOf("\r\n\r\n", end - 4) >= 0 || answer.indexOf("\n\n", end - 2) >= 0;
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
}
