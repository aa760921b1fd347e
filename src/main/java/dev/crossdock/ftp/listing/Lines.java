package dev.crossdock.ftp.listing;

import dev.crossdock.model.WireText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/// The lines of a listing, none longer than a bound, not more of them than a bound.
final class Lines {

    static final int LONGEST = 32 * 1024;
    private static final long MOST_BYTES = 512L * 1024 * 1024;

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[32 * 1024];
    private int position;
    private int limit;
    private long total;

    /// @param tooLong the text is only the beginning of the line
    record Line(String text, boolean tooLong) {}

    Lines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    Optional<Line> next() throws IOException {
        var bytes = new ByteArrayOutputStream(160);
        boolean any = false;
        while (true) {
            if (position == limit && !fill()) {
                return any ? Optional.of(line(bytes)) : Optional.empty();
            }
            any = true;
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            int room = LONGEST + 1 - bytes.size();
            bytes.write(buffer, start, Math.clamp(position - start, 0, room));
            if (position < limit) {
                position++;
                return Optional.of(line(bytes));
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        total += limit;
        if (total > MOST_BYTES) {
            throw new IOException("a listing of more than " + (MOST_BYTES >> 20) + " MiB");
        }
        return limit > 0;
    }

    private Line line(ByteArrayOutputStream bytes) {
        byte[] line = bytes.toByteArray();
        if (line.length > LONGEST) {
            return new Line(WireText.decode(line, 0, 80, charset), true);
        }
        int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return new Line(WireText.decode(line, 0, end, charset), false);
    }
}
