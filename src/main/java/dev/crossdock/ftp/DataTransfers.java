package dev.crossdock.ftp;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.DataRules;
import dev.crossdock.model.Reply;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.net.LostException;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Our own data connections: passive unless the site says otherwise, and protected when the control
/// connection is.
final class DataTransfers implements Closeable {

    private final ControlConnection control;
    private final Capabilities capabilities;
    private final DataRules rules;
    private final List<InetAddress> allowed;
    private final Deadlines deadlines;
    private final Headstart headstart = new Headstart();
    private volatile @Nullable DataLine open;
    private long count;
    private boolean extended;

    DataTransfers(ControlConnection control, ServerFacts facts, Deadlines deadlines) {
        this.control = control;
        this.capabilities = facts.capabilities();
        this.rules = facts.server().options().data();
        this.allowed = rules.foreign().stream().map(InetAddress::ofLiteral).toList();
        this.deadlines = deadlines;
        this.extended = control.peer() instanceof Inet6Address;
    }

    /// Reads what the command gives.
    <T> T receive(String command, Reading<T> reading) throws IOException {
        try (Incoming incoming = retrieve(command, 0, Optional.empty())) {
            incoming.open();
            T result = reading.read(incoming.in());
            incoming.finish();
            return result;
        }
    }

    /// Has the question for a port ride with the next write.
    Reservation reserve(String command) throws UnencodableException {
        control.requireSendable(command);
        if (rules.active()) {
            return Reservation.NONE;
        }
        Optional<String> announced =
                capabilities.has(Capability.PRET) ? Optional.of(command) : Optional.empty();
        String passive = passiveCommand();
        var reply =
                control.ride(
                        announced
                                .map(file -> List.of("PRET " + file, passive))
                                .orElse(List.of(passive)));
        return new Reservation(reply, count, announced);
    }

    /// @param offset where in the file to begin (REST), in bytes
    Incoming retrieve(String command, long offset, Optional<Reservation> reserved)
            throws IOException {
        return new Incoming(start(new DataOrder(DataKind.DOWNLOAD, command, offset), reserved));
    }

    /// @param offset where in the file to begin (REST), in bytes
    Outgoing store(String command, long offset, Optional<Reservation> reserved) throws IOException {
        return new Outgoing(start(new DataOrder(DataKind.UPLOAD, command, offset), reserved));
    }

    /// Where the server listens, out of its answer to a passive command.
    HostPort placeIn(Reply reply) throws GarbledException {
        return PassiveReply.read(reply, control.peer(), allowed);
    }

    /// How many there were.
    long count() {
        return count;
    }

    /// Ends the data connection that is open, from any thread.
    @Override
    public void close() {
        DataLine data = open;
        if (data != null) {
            data.close();
        }
    }

    private DataConnection start(DataOrder order, Optional<Reservation> reserved)
            throws IOException {
        control.requireSendable(order.command());
        DataLine data = rules.active() ? listen() : connect(order.command(), reserved);
        try {
            if (order.restarts()) {
                restart(order.offset());
            }
            return DataConnection.start(control, data, order, deadlines, headstart);
        } catch (IOException | RuntimeException failed) {
            data.close();
            if (order.restarts()) {
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

    private DataLine listen() throws IOException {
        count++;
        DataLine data = new DataPorts(control, rules, deadlines).open();
        open = data;
        return data;
    }

    private DataLine connect(String command, Optional<Reservation> reserved) throws IOException {
        HostPort where = listening(command, reserved);
        count++;
        try {
            var data = new DataLine.Made(control.dialData(where, deadlines.connect()));
            open = data;
            return data;
        } catch (IOException unreachable) {
            throw new DataConnectionException(unreachable, false);
        }
    }

    private HostPort listening(String command, Optional<Reservation> reserved) throws IOException {
        if (reserved.isPresent() && reserved.get().holds(command, count)) {
            Reply reply = answer(reserved.get());
            if (reply.isPositive()) {
                return place(command, reply);
            }
        }
        return passive(command);
    }

    private Reply answer(Reservation reserved) throws IOException {
        control.flushRiders();
        try {
            return control.await(reserved.reply(), deadlines.reply());
        } catch (InterruptedException interrupt) {
            control.close();
            Thread.currentThread().interrupt();
            throw new LostException("interrupted", interrupt);
        }
    }

    private String passiveCommand() {
        return extended ? "EPSV" : "PASV";
    }

    private HostPort passive(String command) throws IOException {
        announce(command);
        String passive = passiveCommand();
        Reply reply = Commands.ask(control, passive, deadlines.reply());
        if (!extended && reply.code() >= 500) {
            reply = Commands.ask(control, "EPSV", deadlines.reply());
        }
        if (!reply.isPositive()) {
            throw new RefusedException(passive, reply);
        }
        return place(command, reply);
    }

    private void announce(String command) throws IOException {
        if (capabilities.has(Capability.PRET)) {
            // What it says matters only to servers that answer PASV with an error without it.
            Commands.ask(control, "PRET " + command, deadlines.reply());
        }
    }

    private HostPort place(String command, Reply reply) throws IOException {
        try {
            return placeIn(reply);
        } catch (ForeignAddressException foreign) {
            return placeWithoutAddress(command).orElseThrow(() -> foreign);
        }
    }

    /// The answer to EPSV has no address that could be wrong.
    private Optional<HostPort> placeWithoutAddress(String command) throws IOException {
        if (!capabilities.has(Capability.EPSV)) {
            return Optional.empty();
        }
        announce(command);
        Reply reply = Commands.ask(control, "EPSV", deadlines.reply());
        if (!reply.isPositive()) {
            return Optional.empty();
        }
        HostPort where = placeIn(reply);
        extended = true;
        return Optional.of(where);
    }

    /// Takes what comes over a data connection.
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
