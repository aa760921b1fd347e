package dev.crossdock.instance;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/// Lines of bytes on a channel, each bounded in length and time.
final class Lines {

    /// The longest line there is, without its end.
    static final int MAX = 8 << 20;

    private static final int PART = 16 << 10;

    private final SocketChannel channel;
    private final ByteBuffer part = ByteBuffer.allocate(PART).limit(0);

    Lines(SocketChannel channel) {
        this.channel = channel;
    }

    /// The next line without its end, or nothing if the other side has left between two lines.
    ///
    /// @param idle how long it may take to begin
    /// @param time how long it may take from there
    Optional<byte[]> read(Duration idle, Duration time) throws IOException {
        if (!part.hasRemaining() && !Deadline.within(idle, channel, this::receive)) {
            return Optional.empty();
        }
        return Optional.of(Deadline.within(time, channel, this::line));
    }

    void write(byte[] line, Duration time) throws IOException {
        ByteBuffer left = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        Deadline.within(time, channel, () -> send(left));
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(part.remaining());
        while (!take(line)) {
            if (line.size() > MAX) {
                throw new TooLongException();
            }
            if (!receive()) {
                throw new EOFException("the other side left in the middle of a line");
            }
        }
        if (line.size() > MAX) {
            throw new TooLongException();
        }
        return line.toByteArray();
    }

    /// Moves what has come to the line, up to its end; says whether that was there.
    private boolean take(ByteArrayOutputStream line) {
        int from = part.position();
        int to = from;
        while (to < part.limit() && part.get(to) != '\n') {
            to++;
        }
        boolean ended = to < part.limit();
        line.write(part.array(), from, to - from);
        part.position(ended ? to + 1 : to);
        return ended;
    }

    private boolean receive() throws IOException {
        part.clear();
        int count = 0;
        try {
            count = channel.read(part);
        } finally {
            part.flip();
        }
        return count > 0;
    }

    private int send(ByteBuffer left) throws IOException {
        int sent = 0;
        while (left.hasRemaining()) {
            sent += channel.write(left);
        }
        return sent;
    }

    /// A line that is longer than any honest one.
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("a line is longer than 8 MiB");
        }
    }
}
