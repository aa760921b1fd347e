package dev.crossdock.ftp;

import dev.crossdock.model.Reply;
import dev.crossdock.net.Link;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.UntrustedException;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/// Our own data connections: passive, and protected when the control connection is.
final class DataTransfers implements Closeable {

    /// After a failed data connection the server's reason is worth so much waiting.
    private static final Duration REASON = Duration.ofSeconds(5);

    private final ControlConnection control;
    private final Deadlines deadlines;
    private volatile @Nullable Link open;

    DataTransfers(ControlConnection control, Deadlines deadlines) {
        this.control = control;
        this.deadlines = deadlines;
    }

    /// Reads what the command gives.
    ///
    /// The command goes out before the TLS handshake: servers begin theirs only when they have
    /// something to send.
    <T> T receive(String command, Reading<T> reading) throws IOException {
        T result;
        try (Link data = connect(passive())) {
            control.send(List.of(command));
            Reply first = Commands.stillThere(control, control.receive(deadlines.reply()));
            if (first.isPositive()) {
                return reading.read(InputStream.nullInputStream());
            }
            if (!first.isPreliminary()) {
                throw new RefusedException(command, first);
            }
            result = read(command, data, reading);
            data.closePolitely(deadlines.connect());
        }
        Reply last = Commands.finalReply(control, command, deadlines.reply());
        if (!last.isPositive()) {
            throw new RefusedException(command, last);
        }
        return result;
    }

    /// Ends the data connection that is open, from any thread.
    @Override
    public void close() {
        Link data = open;
        if (data != null) {
            data.close();
        }
    }

    private Link connect(HostPort where) throws DataConnectionException {
        try {
            Link data = Link.connect(where.host(), where.port(), deadlines.connect());
            open = data;
            return data;
        } catch (IOException unreachable) {
            throw new DataConnectionException(unreachable);
        }
    }

    private <T> T read(String command, Link data, Reading<T> reading) throws IOException {
        try {
            if (control.tlsFacts().isPresent()) {
                control.secureData(data, deadlines.connect());
            }
            data.readTimeout(deadlines.idle());
            return reading.read(data.input());
        } catch (SocketTimeoutException silent) {
            control.close();
            throw new SilentException(
                    "No data came for " + deadlines.idle().toSeconds() + " s.", silent);
        } catch (UntrustedException stranger) {
            control.close();
            throw stranger;
        } catch (IOException failed) {
            throw reason(command, data, failed);
        } catch (RuntimeException fault) {
            // The final reply is still to come.
            control.close();
            throw fault;
        }
    }

    /// The server's own words for a broken data connection say more than ours.
    private IOException reason(String command, Link data, IOException failed) {
        data.close();
        try {
            Reply last = Commands.finalReply(control, command, REASON);
            if (!last.isPositive()) {
                var refused = new RefusedException(command, last);
                refused.addSuppressed(failed);
                return refused;
            }
        } catch (IOException nothingMore) {
            failed.addSuppressed(nothingMore);
            control.close();
        }
        return failed;
    }

    private HostPort passive() throws IOException {
        boolean ipv6 = control.peer() instanceof Inet6Address;
        Reply reply = Commands.ask(control, ipv6 ? "EPSV" : "PASV", deadlines.reply());
        if (!ipv6 && reply.code() >= 500) {
            reply = Commands.ask(control, "EPSV", deadlines.reply());
        }
        if (!reply.isPositive()) {
            throw new RefusedException(ipv6 ? "EPSV" : "PASV", reply);
        }
        return PassiveReply.read(reply, control.peer());
    }

    /// Takes what comes over a data connection.
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
