package dev.crossdock.ui;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Certificate;
import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.model.TlsMode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A server in memory: what it can do and which folders it has.
public final class FakeServer {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final Server server;
    private final Map<Capability, String> lines = new EnumMap<>(Capability.class);
    private final Map<RemotePath, List<Entry>> folders = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();

    public FakeServer(String name) {
        server = new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "demo");
        folders.put(RemotePath.ROOT, new ArrayList<>());
        can(Capability.AUTH_TLS, " AUTH TLS");
        can(Capability.MLST, " MLST type*;size*;modify*;perm*;");
        can(Capability.UTF8, " UTF8");
    }

    public static Certificate certificate() {
        return new Certificate(
                "CN=alpha.test, O=Harbour Works",
                "CN=alpha.test, O=Harbour Works",
                DAY,
                DAY.plusSeconds(365L * 86_400),
                List.of("alpha.test", "ftp.alpha.test", "127.0.0.2"),
                "0123456789abcdef".repeat(4),
                false);
    }

    public FakeServer can(Capability capability, String line) {
        lines.put(capability, line);
        return this;
    }

    public FakeServer entry(String folder, Entry entry) {
        RemotePath path = RemotePath.of(folder);
        in(path).add(entry);
        if (entry.isFolder()) {
            folders.put(path.child(entry.name()), new ArrayList<>());
        }
        return this;
    }

    public FakeServer file(String folder, String name, long size) {
        Instant modified = DAY.plusSeconds(Math.floorMod(name.hashCode(), 300) * 86_400L + 34_567);
        return entry(
                folder,
                new Entry(
                        name,
                        Entry.Kind.FILE,
                        java.util.OptionalLong.of(size),
                        Optional.of(modified),
                        Optional.of("rw-r--r--"),
                        Optional.empty()));
    }

    public FakeServer folder(String in, String name) {
        return entry(
                in,
                new Entry(
                        name,
                        Entry.Kind.FOLDER,
                        java.util.OptionalLong.empty(),
                        Optional.of(DAY.plusSeconds(9_999_999)),
                        Optional.of("rwxr-xr-x"),
                        Optional.empty()));
    }

    public FakeServer leavesOut(String why) {
        leftOut.add(why);
        return this;
    }

    public Server server() {
        return server;
    }

    Map<RemotePath, List<Entry>> folders() {
        return folders;
    }

    /// The entries of a folder that there is.
    List<Entry> in(RemotePath folder) {
        return Objects.requireNonNull(folders.get(folder));
    }

    List<String> leftOut() {
        return leftOut;
    }

    public ServerFacts facts() {
        return new ServerFacts(
                server,
                new Capabilities(lines, List.of("type", "size", "modify"), List.of(), List.of()),
                Optional.of(new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", certificate())),
                "127.0.0.2",
                "127.0.0.1",
                RemotePath.ROOT);
    }
}
