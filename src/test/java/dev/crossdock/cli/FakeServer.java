package dev.crossdock.cli;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.TlsFacts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// A server in memory: a tree, and how it answers at login.
final class FakeServer {

    static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    final String host;
    final NavigableMap<RemotePath, Entry> tree = new TreeMap<>();
    final List<String> leftOut = new ArrayList<>();
    final Set<RemotePath> closed = new ConcurrentSkipListSet<>();
    final List<RemotePath> made = new ArrayList<>();
    final List<String> passwordsSeen = new ArrayList<>();
    RemotePath home = RemotePath.ROOT;
    @Nullable String password;
    @Nullable Failure atLogin;
    ServerProduct product = ServerProduct.UNKNOWN;
    Capabilities capabilities = Capabilities.NONE;
    boolean certificateChanged;
    Delay onConnect = () -> {};
    boolean readOnly;
    boolean keepsAll;
    final List<RemotePath> written = new ArrayList<>();
    final List<RemotePath> deleted = new ArrayList<>();
    int loggedIn;
    int logins;
    int fullFor;
    boolean tellsSizes = true;
    final Set<RemotePath> unlisted = new HashSet<>();
    final Map<RemotePath, Failure> brokenListings = new HashMap<>();

    interface Delay {
        void pass() throws InterruptedException;
    }

    FakeServer(String host) {
        this.host = host;
    }

    FakeServer withProxy() {
        capabilities =
                new Capabilities(
                        Map.of(Capability.PROXY, "AUTH TLS +proxy"),
                        List.of(),
                        List.of(),
                        List.of("XCOFFEE strong"));
        return this;
    }

    FakeServer folder(String path) {
        return put(path, Entry.folder(RemotePath.of(path).name()));
    }

    FakeServer file(String path, long size) {
        return put(path, Entry.file(RemotePath.of(path).name(), size));
    }

    FakeServer put(String path, Entry entry) {
        tree.put(RemotePath.of(path), entry);
        return this;
    }

    Listing list(RemotePath folder) throws FailureException {
        if (brokenListings.containsKey(folder)) {
            throw new FailureException(brokenListings.get(folder));
        }
        Entry entry = folder.isRoot() ? Entry.folder("root") : tree.get(folder);
        if (entry == null || !entry.isFolder() || closed.contains(folder)) {
            throw refused(folder);
        }
        List<Entry> entries =
                tree.entrySet().stream()
                        .filter(each -> each.getKey().parent().equals(folder))
                        .filter(each -> !unlisted.contains(each.getKey()))
                        .map(each -> each.getValue())
                        .toList();
        return new Listing(folder, entries, leftOut);
    }

    Optional<Entry> look(RemotePath path) throws FailureException {
        var entry = Optional.ofNullable(tree.get(path));
        if (entry.filter(Entry::isFolder).isEmpty() && !tellsSizes) {
            throw new FailureException(
                    failure(
                            Failure.Remedy.GIVE_UP,
                            host + " refused SIZE " + path + ": 502 What?"));
        }
        return entry;
    }

    Failure failure(Failure.Remedy remedy, String message) {
        return new Failure(
                Failure.Kind.REFUSED, host, message, remedy, "", message.replaceAll("^.*: ", ""));
    }

    void make(RemotePath folder) throws FailureException {
        boolean parent = folder.parent().isRoot() || tree.containsKey(folder.parent());
        if (readOnly || !parent || tree.containsKey(folder)) {
            throw refused(folder);
        }
        folder(folder.value());
        made.add(folder);
    }

    void write(RemotePath file, long size) throws FailureException {
        if (readOnly) {
            throw refused(file);
        }
        file(file.value(), size);
        written.add(file);
    }

    void delete(RemotePath file) throws FailureException {
        if (keepsAll || tree.remove(file) == null) {
            throw refused(file);
        }
        deleted.add(file);
    }

    ServerFacts facts(Server server) {
        var certificate =
                new Certificate(
                        "CN=" + host,
                        "CN=test",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        List.of(host),
                        FINGERPRINT,
                        false);
        return new ServerFacts(
                server,
                capabilities,
                server.tls().isEncrypted()
                        ? Optional.of(
                                new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", certificate))
                        : Optional.empty(),
                "127.0.0.2",
                "127.0.0.1",
                home,
                product);
    }

    FailureException refused(RemotePath path) {
        return new FailureException(
                Failure.of(
                        Failure.Kind.REFUSED,
                        host,
                        host + " refused MLSD " + path + " (550 No such folder).",
                        Failure.Remedy.GIVE_UP,
                        ""));
    }
}
