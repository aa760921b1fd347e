package dev.crossdock.net;

import dev.crossdock.model.ProxyServer;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Makes connections: straight, or through a site's proxy, whose password it keeps until closed.
public final class Dialer implements Closeable {

    /// Without a proxy.
    public static final Dialer STRAIGHT = new Dialer(Optional.empty());

    private final Optional<Way> way;

    private record Way(ProxyServer proxy, ProxyTalk talk) {}

    private Dialer(Optional<Way> way) {
        this.way = way;
    }

    /// @param password stays the caller's
    public static Dialer through(ProxyServer proxy, char[] password) {
        byte[] bytes = utf8(password);
        ProxyTalk talk =
                switch (proxy.kind()) {
                    case SOCKS5 -> new SocksTalk(proxy, bytes);
                    case HTTP_CONNECT -> new HttpConnect(proxy, bytes);
                };
        return new Dialer(Optional.of(new Way(proxy, talk)));
    }

    /// Whether the other end of its connections is a proxy.
    public boolean isIndirect() {
        return way.isPresent();
    }

    /// Connects to a host; a proxy looks up its name.
    ///
    /// @param deadline for each address, and for all that is said with a proxy
    public Link dial(String host, int port, Duration deadline) throws IOException {
        return way.isPresent()
                ? dial(way.get(), host, port, deadline)
                : Link.connect(host, port, deadline);
    }

    public Link dial(InetAddress address, int port, Duration deadline) throws IOException {
        return way.isPresent()
                ? dial(way.get(), address.getHostAddress(), port, deadline)
                : Link.connect(address, port, deadline);
    }

    /// Forgets the proxy's password.
    @Override
    public void close() {
        way.ifPresent(one -> one.talk().wipe());
    }

    private static Link dial(Way way, String host, int port, Duration deadline) throws IOException {
        Link link = toProxy(way.proxy(), deadline);
        try {
            link.within(
                    deadline,
                    () -> {
                        way.talk().ask(link.input(), link.output(), host, port);
                        return true;
                    });
            return link;
        } catch (ProxyException | UnreachableException | RuntimeException refused) {
            link.close();
            throw refused;
        } catch (IOException failed) {
            link.close();
            throw new ProxyException(
                    ProxyException.Kind.PROXY,
                    "The proxy %s %s."
                            .formatted(
                                    way.proxy().address(),
                                    switch (failed) {
                                        case SilentException _ ->
                                                "does not answer within %d s"
                                                        .formatted(deadline.toSeconds());
                                        case EOFException _ -> "hung up";
                                        default -> "broke the connection";
                                    }),
                    failed);
        }
    }

    private static Link toProxy(ProxyServer proxy, Duration deadline) throws ProxyException {
        try {
            return Link.connect(proxy.address().host(), proxy.address().port(), deadline);
        } catch (IOException failed) {
            throw new ProxyException(
                    ProxyException.Kind.PROXY,
                    "The proxy %s cannot be reached. %s"
                            .formatted(proxy.address(), failed.getMessage()),
                    failed);
        }
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return bytes;
    }
}
