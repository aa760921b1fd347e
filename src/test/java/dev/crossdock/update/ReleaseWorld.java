package dev.crossdock.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/// A list of releases on a web server of its own, for builds of version 0.1.0.
public final class ReleaseWorld implements AutoCloseable {

    private final Signer signer = new Signer();
    private final ListServer server;
    private volatile byte[] list;
    private volatile byte[] signature;

    /// Has published 0.2.0, on list number 1.
    public ReleaseWorld() {
        publish(1, "0.2.0");
        try {
            server =
                    new ListServer()
                            .on(ListServer.LIST, exchange -> ListServer.send(exchange, list))
                            .on(
                                    ListServer.LIST + ".sig",
                                    exchange -> ListServer.send(exchange, signature));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Looks there, on a day on which the lists hold.
    public Updates updates(Path file) {
        var source = new ReleaseSource(server::client, Duration.ofSeconds(20));
        return new Updates(server.place(signer), source, file, () -> Lists.NOW);
    }

    /// @param versions with a `!` behind one that mends a weakness
    public void publish(int sequence, String... versions) {
        list = Lists.list(sequence, versions);
        signature = signer.sign(list);
    }

    /// Somebody else signs.
    public void forge() {
        signature = new Signer().sign(list);
    }

    /// How many files it was asked for.
    public int asked() {
        return server.asked.size();
    }

    @Override
    public void close() {
        server.close();
    }
}
