package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Reply;
import dev.crossdock.net.Link;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;

/// Our own data connections: passive, and protected when the control connection is.
final class DataTransfers implements Closeable {

    private final ControlConnection control;
    private final Capabilities capabilities;
    private final Deadlines deadlines;
    private volatile @Nullable Link open;
    private long count;

    DataTransfers(ControlConnection control, Capabilities capabilities, Deadlines deadlines) {
        this.control = control;
        this.capabilities = capabilities;
        this.deadlines = deadlines;
    }

    /// Reads what the command gives.
    <T> T receive(String command, Reading<T> reading) throws IOException {
        try (Incoming incoming = retrieve(command, 0)) {
            T result = reading.read(incoming.in());
            incoming.finish();
            return result;
        }
    }

    /// @param offset where in the file to begin (REST), in bytes
    Incoming retrieve(String command, long offset) throws IOException {
        return new Incoming(begin(command, offset));
    }

    /// @param offset where in the file to begin (REST), in bytes
    Outgoing store(String command, long offset) throws IOException {
        return new Outgoing(begin(command, offset));
    }

    /// How many there were.
    long count() {
        return count;
    }

    /// Ends the data connection that is open, from any thread.
    @Override
    public void close() {
        Link data = open;
        if (data != null) {
            data.close();
        }
    }

    private DataConnection begin(String command, long offset) throws IOException {
        count++;
        Link data = connect(passive(command));
        try {
            if (offset > 0) {
                restart(offset);
            }
            return DataConnection.begin(control, data, command, deadlines);
        } catch (IOException | RuntimeException failed) {
            data.close();
            if (offset > 0) {
                // Some servers keep the place for the next file.
                control.close();
            }
            throw failed;
        }
    }

    private void restart(long offset) throws IOException {
        String command = "REST " + offset;
        Reply reply = Commands.ask(control, command, deadlines.reply());
        if (!reply.isIntermediate()) {
            throw new RefusedException(command, reply);
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

    private HostPort passive(String command) throws IOException {
        if (capabilities.has(Capability.PRET)) {
            // What it says matters only to servers that answer PASV with an error without it.
            Commands.ask(control, "PRET " + command, deadlines.reply());
        }
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
