package dev.crossdock.testing;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/// Reads commands and counts the reads that bring them.
final class CommandReader {

    private final Charset charset;
    private InputStream in;
    private int reads;

    CommandReader(InputStream plain, Charset charset) {
        this.charset = charset;
        this.in = buffered(plain);
    }

    /// Goes on with another stream, and forgets what it has of the one before.
    void switchTo(InputStream other) {
        in = buffered(other);
    }

    /// The next command, or nothing when the peer has closed the connection.
    @Nullable Received next() throws IOException {
        var line = new ByteArrayOutputStream();
        int read = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            read = read == 0 ? reads : read;
            if (next == '\n') {
                return new Received(line.toString(charset), read);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return null;
    }

    private InputStream buffered(InputStream raw) {
        return new BufferedInputStream(new Counted(raw));
    }

    private final class Counted extends FilterInputStream {

        private Counted(InputStream raw) {
            super(raw);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            reads++;
            return count;
        }
    }
}
