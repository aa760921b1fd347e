package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Visible;
import dev.crossdock.model.Reply;
import dev.crossdock.model.WireText;
import dev.crossdock.net.LostException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/// Reads replies (RFC 959 §4.2) off a control connection, within bounds.
final class ReplyReader {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int LONGEST_REPLY = 1024 * 1024;

    private final InputStream in;
    private final Charset charset;
    private final Consumer<String> lines;
    private final byte[] buffer = new byte[8 * 1024];
    private int position;
    private int limit;

    /// @param lines hears each line as it came
    ReplyReader(InputStream in, Charset charset, Consumer<String> lines) {
        this.in = in;
        this.charset = charset;
        this.lines = lines;
    }

    /// Waits for the next reply.
    ///
    /// @throws LostException if the server hung up
    /// @throws GarbledException if what came is no reply
    Reply read() throws IOException {
        String first = line();
        int code = code(first);
        if (first.length() == 3 || first.charAt(3) != '-') {
            return new Reply(code, first.substring(Math.min(4, first.length())));
        }
        return new Reply(code, rest(first));
    }

    /// Whether bytes were read ahead of the last reply.
    boolean hasMore() {
        return position < limit;
    }

    private String rest(String first) throws IOException {
        String end = first.substring(0, 3);
        var text = new StringBuilder(first.substring(4));
        while (true) {
            String next = line();
            boolean last = next.startsWith(end) && (next.length() == 3 || next.charAt(3) == ' ');
            boolean marked = last || next.startsWith(end + "-");
            text.append('\n').append(marked ? next.substring(Math.min(4, next.length())) : next);
            if (text.length() > LONGEST_REPLY) {
                throw new GarbledException("a reply that does not end");
            }
            if (last) {
                return text.toString();
            }
        }
    }

    private static int code(String line) throws GarbledException {
        boolean digits =
                line.length() >= 3
                        && line.chars().limit(3).allMatch(c -> c >= '0' && c <= '9')
                        && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        int code = digits ? Integer.parseInt(line.substring(0, 3)) : 0;
        if (code < 100 || code > 599) {
            throw new GarbledException("not a reply: " + clipped(line));
        }
        return code;
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        while (true) {
            if (position == limit) {
                fill(bytes.size());
            }
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            bytes.write(buffer, start, position - start);
            if (bytes.size() > LONGEST_LINE) {
                throw new GarbledException(
                        "a line of more than " + LONGEST_LINE / 1024 + " KiB in a reply");
            }
            if (position < limit) {
                position++;
                String line = withoutCr(bytes.toByteArray());
                lines.accept(line);
                return line;
            }
        }
    }

    private void fill(int pending) throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        if (limit == 0) {
            throw new LostException(
                    pending > 0
                            ? "The server hung up in the middle of a reply."
                            : "The server closed the control connection.");
        }
    }

    private String withoutCr(byte[] line) {
        int end = line.length;
        while (end > 0 && line[end - 1] == '\r') {
            end--;
        }
        return WireText.decode(line, 0, end, charset);
    }

    private static String clipped(String line) {
        return Visible.text(line, 120);
    }
}
