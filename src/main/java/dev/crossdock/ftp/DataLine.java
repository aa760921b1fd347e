package dev.crossdock.ftp;

import dev.crossdock.net.Link;
import dev.crossdock.net.Listener;
import dev.crossdock.net.LostException;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;

/// The TCP connection beneath a data connection of ours. [#close] may come from any thread.
sealed interface DataLine extends Closeable {

    /// Waits until it is there. For one thread.
    Link link() throws IOException;

    @Override
    void close();

    /// Made by us, to a passive server.
    record Made(Link link) implements DataLine {

        @Override
        public void close() {
            link.close();
        }
    }

    /// To be made by the server, which was told where (PORT).
    final class Awaited implements DataLine {

        private final Listener listener;
        private final InetAddress peer;
        private final Duration deadline;
        private volatile @Nullable Link taken;
        private volatile boolean closed;

        /// @param peer the only address whose connection is taken
        Awaited(Listener listener, InetAddress peer, Duration deadline) {
            this.listener = listener;
            this.peer = peer;
            this.deadline = deadline;
        }

        @Override
        public Link link() throws IOException {
            Link known = taken;
            if (known != null) {
                return known;
            }
            Link made = accept();
            taken = made;
            listener.close();
            if (closed) {
                made.close();
                throw new LostException("The data connection was given up.");
            }
            return made;
        }

        private Link accept() throws DataConnectionException {
            try {
                return listener.accept(peer, deadline);
            } catch (IOException nobody) {
                throw new DataConnectionException(nobody, true);
            }
        }

        @Override
        public void close() {
            closed = true;
            listener.close();
            Link open = taken;
            if (open != null) {
                open.close();
            }
        }
    }
}
