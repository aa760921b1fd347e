package dev.crossdock.ui;

import dev.crossdock.browse.Browser;
import dev.crossdock.browse.Browsers;
import dev.crossdock.browse.LocalBrowser;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Browsers for fake servers. A server that is not known cannot be reached.
public final class FakeBrowsers implements Browsers {

    private final Map<SiteId, FakeServer> servers = new HashMap<>();
    private final Map<SiteId, CountDownLatch> stalled = new HashMap<>();
    private volatile Path own = Path.of("").toAbsolutePath();
    private final List<SiteId> closed = new ArrayList<>();

    public FakeBrowsers with(FakeServer server) {
        servers.put(server.server().id(), server);
        return this;
    }

    /// Makes the server answer nothing until the latch is opened.
    public CountDownLatch stall(Server server) {
        var latch = new CountDownLatch(1);
        stalled.put(server.id(), latch);
        return latch;
    }

    /// The sites whose browsers were closed, in order.
    public List<SiteId> closed() {
        synchronized (closed) {
            return List.copyOf(closed);
        }
    }

    @Override
    public Browser open(Server server) {
        return server.isLocal() ? new LocalBrowser(own) : new FakeBrowser(server);
    }

    /// This computer's files begin there; they are real.
    public void own(Path folder) {
        own = folder;
    }

    static FailureException refusal(Server server, Failure.Kind kind, String message) {
        return new FailureException(
                new Failure(
                        kind,
                        server.name(),
                        message,
                        Failure.Remedy.ASK_USER,
                        "Check the name and whether the server is running.",
                        "550 No such file or directory."));
    }

    private final class FakeBrowser implements Browser {

        private final Server server;

        FakeBrowser(Server server) {
            this.server = server;
        }

        @Override
        public ServerFacts connect() throws FailureException, InterruptedException {
            CountDownLatch latch = stalled.get(server.id());
            if (latch != null) {
                latch.await();
            }
            return fake().facts();
        }

        @Override
        public Listing list(RemotePath folder) throws FailureException {
            List<Entry> entries = fake().folders().get(folder);
            if (entries == null) {
                throw refusal(
                        server,
                        Failure.Kind.REFUSED,
                        server.name() + " has no folder " + folder + " (550).");
            }
            return new Listing(folder, entries, fake().leftOut());
        }

        @Override
        public Optional<Entry> look(RemotePath path) throws FailureException {
            List<Entry> entries = fake().folders().getOrDefault(path.parent(), List.of());
            return entries.stream().filter(entry -> entry.name().equals(path.name())).findFirst();
        }

        @Override
        public void makeFolder(RemotePath folder) throws FailureException {
            fake().folder(folder.parent().value(), folder.name());
        }

        @Override
        public void rename(RemotePath from, RemotePath to) throws FailureException {
            List<Entry> entries = fake().in(from.parent());
            Entry entry = find(entries, from.name());
            entries.remove(entry);
            entries.add(
                    new Entry(
                            to.name(),
                            entry.kind(),
                            entry.size(),
                            entry.modified(),
                            entry.permissions(),
                            entry.linkTarget()));
        }

        @Override
        public void delete(RemotePath path, Entry.Kind kind) throws FailureException {
            List<Entry> entries = fake().in(path.parent());
            entries.remove(find(entries, path.name()));
        }

        @Override
        public void chmod(RemotePath path, String mode) throws FailureException {
            throw refusal(
                    server,
                    Failure.Kind.REFUSED,
                    server.name() + " refused SITE CHMOD " + mode + " (550).");
        }

        @Override
        public void write(RemotePath file, byte[] content) throws FailureException {
            fake().file(file.parent().value(), file.name(), content.length);
        }

        @Override
        public void close() {
            synchronized (closed) {
                closed.add(server.id());
            }
        }

        private FakeServer fake() throws FailureException {
            FakeServer found = servers.get(server.id());
            if (found == null) {
                throw refusal(
                        server,
                        Failure.Kind.UNREACHABLE,
                        "Nobody answers at " + server.address() + ": connection refused.");
            }
            return found;
        }

        private Entry find(List<Entry> entries, String name) throws FailureException {
            return entries.stream()
                    .filter(entry -> entry.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            refusal(
                                    server,
                                    Failure.Kind.REFUSED,
                                    server.name() + " has no " + name + " (550)."));
        }
    }
}
