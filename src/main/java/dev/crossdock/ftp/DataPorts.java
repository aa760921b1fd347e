package dev.crossdock.ftp;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Reply;
import dev.crossdock.net.Listener;

import java.io.IOException;
import java.net.InetAddress;

/// Tells the server where we listen for its data connection (PORT, EPRT).
final class DataPorts {

    private final ControlConnection control;
    private final DataRules rules;
    private final Deadlines deadlines;

    DataPorts(ControlConnection control, DataRules rules, Deadlines deadlines) {
        this.control = control;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /// Listens, and has the server know.
    DataLine open() throws IOException {
        Listener listener = Listener.on(control.own());
        try {
            var where = new HostPort(announced(), listener.port());
            String command = where.isIpv6() ? "EPRT " + where.forEprt() : "PORT " + where.forPort();
            Reply reply = Commands.ask(control, command, deadlines.reply());
            if (!reply.isPositive()) {
                throw new RefusedException(command, reply);
            }
            return new DataLine.Awaited(listener, control.peer(), deadlines.connect());
        } catch (IOException | RuntimeException failed) {
            listener.close();
            throw failed;
        }
    }

    private InetAddress announced() {
        return rules.ownAddress().map(InetAddress::ofLiteral).orElse(control.own());
    }
}
