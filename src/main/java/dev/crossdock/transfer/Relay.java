package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Incoming;
import dev.crossdock.ftp.Outgoing;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
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

    /// Why it did not work, and with whom; the sessions are of no use then.
    record Fault(IOException cause, Server server) {

        Failure failure() {
            return FailureMapper.map(cause, server);
        }

        /// Whether that server does not begin in the middle of a file.
        boolean isOfRest() {
            return cause instanceof RefusedException refused
                    && refused.command().startsWith("REST");
        }

        /// Whether the target does not take the file by that name.
        boolean isOfName(RemotePath name) {
            return cause instanceof RefusedException refused
                    && refused.command().equals("STOR " + name)
                    && Aside.isUnwanted(refused.reply());
        }
    }

    /// Moves all of it.
    Optional<Fault> carry(
            SessionPair pair, RemotePath from, ExistingFiles.Decision.Send send, Meter meter)
            throws InterruptedException {
        Session at = pair.source();
        try (Incoming in = pair.source().retrieve(from, send.offset())) {
            at = pair.target();
            try (Outgoing out = pair.target().store(send.target(), send.offset())) {
                meter.begin(send.offset());
                byte[] buffer = new byte[BUFFER];
                InputStream bytes = in.in();
                OutputStream sink = out.out();
                while (true) {
                    at = pair.source();
                    int count = bytes.read(buffer);
                    if (count < 0) {
                        break;
                    }
                    limit.take(count);
                    at = pair.target();
                    sink.write(buffer, 0, count);
                    meter.add(count);
                }
                at = pair.source();
                in.finish();
                at = pair.target();
                out.finish();
                return Optional.empty();
            }
        } catch (IOException failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            return Optional.of(new Fault(failed, at.server()));
        }
    }
}
