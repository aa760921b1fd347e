package dev.crossdock.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Timeout(60)
class ListenerTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration AMPLE = Duration.ofSeconds(20);

    @Test
    void aConnectionThatIsGoneAlreadyIsClosedAndTheNextOneTaken() throws Exception {
        var taken = new ArrayList<Socket>();
        try (var listener = new Listener(new FirstGone(taken));
                var first = new Socket(HERE, listener.port());
                var second = new Socket(HERE, listener.port());
                Link link = listener.accept(HERE, AMPLE)) {
            assertEquals(2, taken.size());
            assertTrue(taken.getFirst().isClosed());
            assertEquals(-1, first.getInputStream().read());
            second.getOutputStream().write('x');
            assertEquals('x', link.input().read());
        }
    }

    @Test
    void whatIsGoneAlreadyIsClosed() throws Exception {
        try (var gone = new Gone()) {
            assertThrows(SocketException.class, () -> Link.over(gone));
            assertTrue(gone.isClosed());
        }
    }

    /// Takes first what its other end has left; that systems tell so is a matter of chance.
    private static final class FirstGone extends ServerSocket {

        private final List<Socket> taken;

        private FirstGone(List<Socket> taken) throws IOException {
            super(0, 5, HERE);
            this.taken = taken;
        }

        @Override
        public Socket accept() throws IOException {
            Socket next = taken.isEmpty() ? new Gone() : new Socket();
            implAccept(next);
            taken.add(next);
            return next;
        }
    }

    private static final class Gone extends Socket {

        @Override
        public void setKeepAlive(boolean on) throws SocketException {
            throw new SocketException("Invalid argument");
        }
    }
}
