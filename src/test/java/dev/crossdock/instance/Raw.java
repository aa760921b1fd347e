package dev.crossdock.instance;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// One end of a connection that keeps no rules.
final class Raw implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(20);

    final SocketChannel channel;
    private final Lines lines;

    Raw(SocketChannel channel) {
        this.channel = channel;
        this.lines = new Lines(channel);
    }

    static Raw to(Path socket) throws IOException {
        return new Raw(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /// A whole request line.
    static String request(String command) {
        return "{\"v\":1,\"id\":1,\"command\":\"" + command + "\",\"arguments\":{}}\n";
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /// The next line, or `closed`; fails if neither comes.
    String hear() throws IOException {
        return lines.read(LONG, LONG)
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .orElse("closed");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
