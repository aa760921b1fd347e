package dev.crossdock.transfer;

import dev.crossdock.ftp.DataRefusedException;
import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Incoming;
import dev.crossdock.ftp.Outgoing;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Reservation;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.queue.Meter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Takes a file from one server and passes it on to the other, through this computer.
///
/// One buffer is all there is of the file here at any moment. The target hears of the end only
/// after the source has ended well: a source that was cut off never becomes a whole file.
final class Relay {

    private static final int BUFFER = 256 * 1024;

    private final SpeedLimit limit;

    Relay(SpeedLimit limit) {
        this.limit = limit;
    }

    /// The ports of the two servers, asked for before anything is decided.
    ///
    /// @param named the file that the target was asked for
    record Ports(Reservation source, Reservation target, RemotePath named) {}

    /// Has both servers asked for a port with the next write.
    static Ports reserve(SessionPair pair, RemotePath from, RemotePath to) throws IOException {
        return new Ports(pair.source().reserveRetrieve(from), pair.target().reserveStore(to), to);
    }

    /// Why it did not work, and with whom; the sessions may be of no use then.
    record Fault(IOException cause, Server server) {

        Failure failure() {
            return FailureMapper.map(cause, server);
        }

        /// Whether that server does not begin in the middle of a file.
        boolean isOfRest() {
            return cause instanceof RefusedException refused
                    && refused.command().startsWith("REST");
        }

        /// Whether a new login, which will be under TLS 1.2, may mend it.
        boolean isOfTls13() {
            return cause instanceof DataRefusedException;
        }

        /// Whether the target does not take the file by that name.
        boolean isOfName(RemotePath name) {
            return cause instanceof RefusedException refused
                    && refused.command().equals("STOR " + name)
                    && Aside.isUnwanted(refused.reply());
        }
    }

    /// One file's way through here.
    Trip trip(SessionPair pair, Ports ports, RemotePath from, ExistingFiles.Decision.Send send) {
        return new Trip(pair, ports, from, send);
    }

    final class Trip {

        private final Session source;
        private final Session target;
        private final Ports ports;
        private final RemotePath from;
        private final ExistingFiles.Decision.Send send;
        private boolean written;

        /// The server that is to blame if something fails now.
        private Session at;

        private Trip(
                SessionPair pair, Ports ports, RemotePath from, ExistingFiles.Decision.Send send) {
            this.source = pair.source();
            this.target = pair.target();
            this.ports = ports;
            this.from = from;
            this.send = send;
            this.at = source;
        }

        /// Moves all of it.
        Optional<Fault> carry(Meter meter) throws InterruptedException {
            try (Incoming in = source.startRetrieve(from, send.offset(), ports.source())) {
                boolean replaces = send.replaces().isPresent();
                if (replaces) {
                    // What is there is not emptied before the source has agreed.
                    in.open();
                }
                at = target;
                try (Outgoing out = target.startStore(send.target(), send.offset(), targetPort())) {
                    written = true;
                    if (!replaces) {
                        open(in, out);
                    }
                    at = target;
                    open(out);
                    meter.begin(send.offset());
                    pass(in, out, meter);
                    return Optional.empty();
                }
            } catch (IOException failed) {
                Interrupts.check();
                return Optional.of(new Fault(failed, at.server()));
            }
        }

        /// A target that wants to know the file beforehand is asked anew where it is another one.
        private Reservation targetPort() throws IOException {
            if (ports.named().equals(send.target())
                    || !target.facts().capabilities().has(Capability.PRET)) {
                return ports.target();
            }
            Reservation anew = target.reserveStore(send.target());
            target.flushRiders();
            return anew;
        }

        /// Whether what the target has under that name is of this trip, or may be.
        boolean mayHaveWritten() {
            return written;
        }

        private void pass(Incoming in, Outgoing out, Meter meter)
                throws IOException, InterruptedException {
            byte[] buffer = new byte[BUFFER];
            InputStream bytes = in.in();
            OutputStream sink = out.out();
            while (true) {
                at = source;
                int count = bytes.read(buffer, 0, limit.portion(BUFFER));
                if (count < 0) {
                    break;
                }
                limit.take(count);
                at = target;
                sink.write(buffer, 0, count);
                meter.add(count);
            }
            at = source;
            in.finish();
            at = target;
            out.finish();
        }

        private void open(Outgoing out) throws IOException {
            try {
                out.open();
            } catch (IOException failed) {
                written = StoreFault.mayHaveWritten(failed);
                throw failed;
            }
        }

        /// Both servers have their commands already; the target's file goes if the source refuses.
        private void open(Incoming in, Outgoing out) throws IOException {
            at = source;
            try {
                in.open();
            } catch (IOException refused) {
                try {
                    open(out);
                    out.finish();
                    target.deleteFile(send.target());
                    written = false;
                } catch (IOException leftOver) {
                    refused.addSuppressed(leftOver);
                }
                throw refused;
            }
        }
    }
}
