package dev.crossdock.testing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A server's files in memory: absolute paths, no links. A file can be read while it grows.
public final class FileTree {

    private static final Instant EPOCH = Instant.parse("2026-01-02T03:04:05Z");

    private final NavigableMap<String, Node> nodes;
    private final boolean caseBlind;

    /// @param caseBlind takes `A` and `a` for one name, and keeps the one it was made under
    FileTree(boolean caseBlind) {
        this.caseBlind = caseBlind;
        nodes = caseBlind ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
        nodes.put("/", new Node(true));
    }

    /// Makes a folder and those above it.
    public synchronized FileTree folder(String path) {
        if (!nodes.containsKey(path)) {
            folder(parent(path));
            nodes.put(path, new Node(true));
        }
        return this;
    }

    /// Makes a file, and the folders above it, with this content.
    public synchronized FileTree file(String path, byte[] content) {
        folder(parent(path));
        var node = new Node(false);
        node.append(content, content.length);
        nodes.put(path, node);
        return this;
    }

    public synchronized boolean isFolder(String path) {
        Node node = nodes.get(path);
        return node != null && node.folder;
    }

    public synchronized boolean isFile(String path) {
        Node node = nodes.get(path);
        return node != null && !node.folder;
    }

    public synchronized byte[] content(String path) {
        return file(path).content();
    }

    public synchronized long size(String path) {
        return file(path).size;
    }

    public synchronized Instant modified(String path) {
        return node(path).modified;
    }

    public synchronized String mode(String path) {
        return node(path).mode;
    }

    public synchronized void setModified(String path, Instant time) {
        node(path).modified = time.truncatedTo(ChronoUnit.SECONDS);
    }

    public synchronized void setMode(String path, String mode) {
        node(path).mode = mode;
    }

    /// The paths directly in a folder.
    public synchronized List<String> children(String folder) {
        return nodes.keySet().stream()
                .filter(path -> !path.equals("/") && isSame(parent(path), folder))
                .toList();
    }

    /// The size from before the upload that runs, if one does.
    synchronized long settledSize(String path) {
        Node node = file(path);
        return node.writing ? node.settled : node.size;
    }

    /// Keeps so many bytes of what is there, and awaits more.
    synchronized void beginWriting(String path, long kept) {
        Node old = nodes.get(path);
        var node = new Node(false);
        node.writing = true;
        if (old != null) {
            node.settled = old.size;
            node.append(old.content(), (int) Math.min(kept, old.size));
        }
        nodes.put(path, node);
    }

    synchronized void endWriting(String path) {
        Node node = nodes.get(path);
        if (node != null) {
            node.writing = false;
        }
    }

    synchronized void append(String path, byte[] bytes, int count) {
        file(path).append(bytes, count);
    }

    synchronized void delete(String path) {
        nodes.remove(path);
    }

    synchronized void rename(String from, String to) {
        var moved = new TreeMap<String, Node>();
        for (String path : List.copyOf(nodes.keySet())) {
            if (path.equals(from) || path.startsWith(from + "/")) {
                Optional.ofNullable(nodes.remove(path))
                        .ifPresent(node -> moved.put(to + path.substring(from.length()), node));
            }
        }
        nodes.putAll(moved);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean isSame(String path, String other) {
        return caseBlind ? path.equalsIgnoreCase(other) : path.equals(other);
    }

    private Node node(String path) {
        @Nullable Node node = nodes.get(path);
        if (node == null) {
            throw new IllegalArgumentException("no such path: " + path);
        }
        return node;
    }

    private Node file(String path) {
        Node node = node(path);
        if (node.folder) {
            throw new IllegalArgumentException("a folder: " + path);
        }
        return node;
    }

    private static final class Node {
        private final boolean folder;
        private byte[] bytes = {};
        private int size;
        private int settled;
        private boolean writing;
        private Instant modified = EPOCH;
        private String mode;

        private Node(boolean folder) {
            this.folder = folder;
            this.mode = folder ? "0755" : "0644";
        }

        private byte[] content() {
            return Arrays.copyOf(bytes, size);
        }

        private void append(byte[] more, int count) {
            if (size + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + count, bytes.length * 2));
            }
            System.arraycopy(more, 0, bytes, size, count);
            size += count;
        }
    }
}
