package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.net.Link;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UntrustedException;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/// One data connection of ours, with the transfer command that is at work on it.
final class DataConnection implements Closeable {

    /// After a failed data connection the server's reason is worth so much waiting.
    private static final Duration REASON = Duration.ofSeconds(5);

    /// What is written in one go has to get away within the idle deadline.
    private static final int SLICE = 32 * 1024;

    private final ControlConnection control;
    private final Link link;
    private final DataOrder order;
    private final Deadlines deadlines;
    private boolean over;

    private DataConnection(
            ControlConnection control, Link link, DataOrder order, Deadlines deadlines) {
        this.control = control;
        this.link = link;
        this.order = order;
        this.deadlines = deadlines;
    }

    /// Sends the command; [#open] comes next.
    static DataConnection start(
            ControlConnection control, Link link, DataOrder order, Deadlines deadlines)
            throws IOException {
        control.send(List.of(order.command()));
        return new DataConnection(control, link, order, deadlines);
    }

    /// Waits for the server's yes, then puts TLS on the connection: servers begin their handshake
    /// only when they have something to send or to store.
    void open() throws IOException {
        Reply first = firstReply();
        if (first.isPreliminary()) {
            secure();
            return;
        }
        over = true;
        if (!first.isPositive()) {
            link.close();
            forgetPlace();
            throw new RefusedException(order.command(), first);
        }
    }

    private Reply firstReply() throws IOException {
        try {
            return Commands.stillThere(control, control.receive(deadlines.reply()));
        } catch (IOException lost) {
            link.close();
            throw lost;
        }
    }

    /// Whether the server has given its final reply.
    boolean isOver() {
        return over;
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return link.input().read(buffer, offset, length);
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            for (int done = 0; done < length; done += SLICE) {
                int from = offset + done;
                int count = Math.min(SLICE, length - done);
                link.within(
                        deadlines.idle(),
                        () -> {
                            link.output().write(bytes, from, count);
                            return count;
                        });
            }
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    /// Tells the server that this was all, and waits until it has taken it.
    ///
    /// A plain close can cost the end of the file where the server still has something to say.
    void endOutput() {
        link.endOutput(deadlines.idle());
    }

    /// Waits for the server's word that all went well.
    void finish() throws IOException {
        link.closePolitely(deadlines.connect());
        if (over) {
            return;
        }
        Reply last = Commands.finalReply(control, order.command(), deadlines.reply());
        over = true;
        if (!last.isPositive()) {
            throw refused(last);
        }
        control.dataConnectionWorked(order.kind());
    }

    /// Breaks off; what the server says to that nobody waits for, so the session is over as well.
    @Override
    public void close() {
        link.close();
        if (!over) {
            control.close();
        }
    }

    private void secure() throws IOException {
        try {
            if (control.tlsFacts().isPresent()) {
                control.secureData(link, deadlines.connect());
            }
            link.readTimeout(deadlines.idle());
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    /// The server's own words for a broken data connection say more than ours.
    private IOException explained(IOException failed) {
        link.close();
        if (failed instanceof SocketTimeoutException) {
            control.close();
            return new SilentException(
                    "No data came for " + deadlines.idle().toSeconds() + " s.", failed);
        }
        if (failed instanceof SilentException || failed instanceof UntrustedException) {
            control.close();
            return failed;
        }
        try {
            Reply last = Commands.finalReply(control, order.command(), REASON);
            over = true;
            if (!last.isPositive()) {
                IOException refused = refused(last);
                refused.addSuppressed(failed);
                return refused;
            }
        } catch (IOException nothingMore) {
            failed.addSuppressed(nothingMore);
            control.close();
        }
        return failed;
    }

    private IOException refused(Reply reply) {
        over = true;
        boolean worthAnother = DataRefusedException.is(reply) && control.mayTryTls12(order.kind());
        if (worthAnother) {
            control.close();
            return new DataRefusedException(order.command(), reply);
        }
        forgetPlace();
        return new RefusedException(order.command(), reply);
    }

    /// Some servers keep the place of a REST for the next file, if this one does not come to pass.
    private void forgetPlace() {
        if (order.restarts()) {
            control.close();
        }
    }

    /// What the server sends, up to its end.
    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return DataConnection.this.read(buffer, offset, length);
            }
        };
    }
}
