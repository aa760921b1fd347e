package dev.crossdock.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Asks the running Crossdock of a data folder; for one thread at a time.
///
/// After an exception other than [dev.crossdock.instance.InstanceException] it is of no more use.
public final class InstanceClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceClient.class);

    private final SocketChannel channel;
    private final Lines lines;
    private final Duration patience;
    private final Wire wire = new Wire();
    private long lastId;

    private InstanceClient(SocketChannel channel, Duration patience) {
        this.channel = channel;
        this.lines = new Lines(channel);
        this.patience = patience;
    }

    /// Empty when nobody listens.
    ///
    /// @param patience for connecting, for sending a request, and for its answer
    public static Optional<InstanceClient> connect(Path dataFolder, Duration patience)
            throws IOException {
        for (Path socket : SocketPlaces.of(dataFolder)) {
            if (isThere(socket)) {
                Optional<SocketChannel> channel = connected(socket, patience);
                if (channel.isPresent()) {
                    return channel.map(open -> new InstanceClient(open, patience));
                }
            }
        }
        return Optional.empty();
    }

    /// Throws [dev.crossdock.instance.InstanceException] for what the running Crossdock refuses.
    public JsonNode ask(String command, ObjectNode arguments) throws IOException {
        long id = ++lastId;
        byte[] request = wire.request(id, command, arguments);
        try {
            return wire.outcome(exchange(request), id);
        } catch (InstanceException | ClosedByInterruptException plain) {
            throw plain;
        } catch (SocketTimeoutException late) {
            throw new IOException(silence(patience), late);
        } catch (IOException broken) {
            throw new IOException(
                    "The running Crossdock did not answer this: " + broken.getMessage() + ".",
                    broken);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private byte[] exchange(byte[] request) throws IOException {
        try {
            lines.write(request, patience);
        } catch (SocketTimeoutException | ClosedByInterruptException over) {
            throw over;
        } catch (IOException refused) {
            // Who turns us away says why before it closes.
            return answer().orElseThrow(() -> refused);
        }
        return answer().orElseThrow(() -> new EOFException("it closed the connection"));
    }

    private Optional<byte[]> answer() throws IOException {
        return lines.read(patience, patience);
    }

    /// A socket in a folder of somebody else is not asked, whoever may listen there.
    private static boolean isThere(Path socket) throws IOException {
        if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<String> doubt = OwnFolder.doubt(socket.resolveSibling(""));
        doubt.ifPresent(why -> LOG.warn("not connected to another Crossdock: {}", why));
        return doubt.isEmpty();
    }

    private static Optional<SocketChannel> connected(Path socket, Duration patience)
            throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            var address = UnixDomainSocketAddress.of(socket);
            connected = Deadline.within(patience, channel, () -> channel.connect(address));
            return Optional.of(channel);
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (SocketTimeoutException late) {
            throw new IOException(silence(patience), late);
        } catch (IOException e) {
            if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            return Optional.empty();
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    private static String silence(Duration patience) {
        return "The running Crossdock did not answer within %s s. End it, or try again later."
                .formatted(patience.toMillis() / 1000.0);
    }
}
