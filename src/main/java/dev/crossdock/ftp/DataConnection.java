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
import java.util.Optional;

/// One data connection of ours, with the transfer command that is at work on it.
final class DataConnection implements Closeable {

    /// After a failed data connection the server's reason is worth so much waiting.
    private static final Duration REASON = Duration.ofSeconds(5);

    /// What is written in one go has to get away within the idle deadline.
    private static final int SLICE = 32 * 1024;

    private final ControlConnection control;
    private final DataLine line;
    private final DataOrder order;
    private final Deadlines deadlines;
    private final Headstart headstart;
    private boolean open;
    private boolean over;

    private DataConnection(
            ControlConnection control,
            DataLine line,
            DataOrder order,
            Deadlines deadlines,
            Headstart headstart) {
        this.control = control;
        this.line = line;
        this.order = order;
        this.deadlines = deadlines;
        this.headstart = headstart;
    }

    /// Sends the command; [#open] comes next.
    static DataConnection start(
            ControlConnection control,
            DataLine line,
            DataOrder order,
            Deadlines deadlines,
            Headstart headstart)
            throws IOException {
        control.send(List.of(order.command()));
        return new DataConnection(control, line, order, deadlines, headstart);
    }

    /// Waits for the server's yes and puts TLS on the connection, in this order where the server
    /// lets us: most begin their handshake only when they have something to send or to store.
    void open() throws IOException {
        long end = System.nanoTime() + deadlines.reply().toNanos();
        Optional<Reply> prompt = promptWord();
        if (prompt.isEmpty()) {
            shakeHandsUnasked(Duration.ofNanos(end - System.nanoTime()));
            return;
        }
        Reply first = prompt.get();
        if (first.isPreliminary()) {
            secure();
            return;
        }
        over = true;
        if (!first.isPositive()) {
            line.close();
            forgetPlace();
            throw new RefusedException(order.command(), first);
        }
    }

    /// The first reply; none if TLS is to begin without it.
    private Optional<Reply> promptWord() throws IOException {
        Duration within = deadlines.reply();
        try {
            if (!isProtected()) {
                return Optional.of(Commands.stillThere(control, control.receive(within)));
            }
            Duration most = headstart.length();
            Optional<Reply> prompt =
                    control.receiveSoon(most.compareTo(within) < 0 ? most : within);
            if (prompt.isPresent()) {
                Commands.stillThere(control, prompt.get());
            }
            return prompt;
        } catch (IOException lost) {
            line.close();
            throw lost;
        }
    }

    /// For servers that say 150 only when TLS is there.
    private void shakeHandsUnasked(Duration left) throws IOException {
        var word = FirstWord.await(control, line, deadlines.reply(), left);
        try {
            // The server may begin when it says 150, if it does so after all.
            Link link = line.link();
            control.secureData(link, left.plus(deadlines.connect()));
            link.readTimeout(deadlines.idle());
        } catch (SilentException | UntrustedException failed) {
            throw explained(failed);
        } catch (IOException failed) {
            notAgreed(word, failed);
            return;
        }
        headstart.agreed(word.hasCome());
        Reply first = wordAfter(word, left);
        open = true;
        if (!first.isPreliminary()) {
            over = true;
            if (!first.isPositive()) {
                throw refused(first);
            }
        }
    }

    private void notAgreed(FirstWord word, IOException failed) throws IOException {
        // Silence ends the control connection before the word is told.
        boolean spoken = word.hasCome() || control.isBroken();
        Reply first;
        try {
            first = wordAfter(word, REASON);
        } catch (IOException nothing) {
            if (spoken) {
                nothing.addSuppressed(failed);
                throw nothing;
            }
            failed.addSuppressed(nothing);
            throw failed;
        }
        if (first.isPreliminary()) {
            throw explained(failed);
        }
        over = true;
        if (!first.isPositive()) {
            IOException refused = refused(first);
            refused.addSuppressed(failed);
            throw refused;
        }
        if (!spoken) {
            throw failed;
        }
    }

    private Reply wordAfter(FirstWord word, Duration within) throws IOException {
        try {
            return word.get(control, within);
        } catch (IOException lost) {
            line.close();
            throw lost;
        }
    }

    private boolean isProtected() {
        return control.tlsFacts().isPresent();
    }

    /// Whether bytes can travel on it.
    boolean isOpen() {
        return open;
    }

    /// Whether the server has given its final reply.
    boolean isOver() {
        return over;
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return line.link().input().read(buffer, offset, length);
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            Link link = line.link();
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
    void endOutput() throws IOException {
        line.link().endOutput(deadlines.idle());
    }

    /// Waits for the server's word that all went well.
    void finish() throws IOException {
        if (open) {
            line.link().closePolitely(deadlines.connect());
        } else {
            line.close();
        }
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
        line.close();
        if (!over) {
            control.close();
        }
    }

    private void secure() throws IOException {
        try {
            Link link = line.link();
            if (isProtected()) {
                control.secureData(link, deadlines.connect());
            }
            link.readTimeout(deadlines.idle());
            open = true;
        } catch (IOException failed) {
            throw explained(failed);
        }
    }

    /// The server's own words for a broken data connection say more than ours.
    private IOException explained(IOException failed) {
        line.close();
        if (failed instanceof SocketTimeoutException) {
            control.close();
            return new SilentException(
                    "No data came for " + deadlines.idle().toSeconds() + " s.", failed);
        }
        if (failed instanceof SilentException || failed instanceof UntrustedException) {
            control.close();
            return failed;
        }
        if (over) {
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
