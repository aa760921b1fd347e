package dev.crossdock.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An absolute path on a server, `/` between its names.
///
/// It cannot hold CR, LF or NUL, so no command can be smuggled in behind a file name, and it has no
/// `.` or `..` left in it. Bytes of a name that are not UTF-8 stand as lone surrogates (see
/// [dev.crossdock.model.WireText]) and survive the round trip.
public record RemotePath(String value) implements Comparable<RemotePath> {

    public static final RemotePath ROOT = new RemotePath("/");

    public RemotePath {
        if (!value.startsWith("/")) {
            throw new IllegalArgumentException("A path on a server begins with a slash: " + value);
        }
        refuseWhatCannotBeSent(value);
        value = normal(value);
    }

    public static RemotePath of(String value) {
        return new RemotePath(value);
    }

    /// Whether a server may call an entry of a folder by this name.
    public static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\r') < 0
                && name.indexOf('\n') < 0
                && name.indexOf('\0') < 0
                && WireText.isSendable(name);
    }

    /// The path of an entry of this folder.
    ///
    /// @throws IllegalArgumentException if the name would lead out of the folder or breaks a line
    public RemotePath child(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of an entry: " + name);
        }
        return new RemotePath(isRoot() ? "/" + name : value + "/" + name);
    }

    /// What a typed path means when this folder is open: absolute, or relative to it.
    public RemotePath resolve(String typed) {
        return new RemotePath(typed.startsWith("/") ? typed : value + "/" + typed);
    }

    public boolean isRoot() {
        return value.equals("/");
    }

    /// The folder that holds this; the root is its own parent.
    public RemotePath parent() {
        int slash = value.lastIndexOf('/');
        return slash <= 0 ? ROOT : new RemotePath(value.substring(0, slash));
    }

    /// The last name, empty for the root.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /// From the root down, the root left out.
    public List<String> names() {
        return isRoot() ? List.of() : List.of(value.substring(1).split("/"));
    }

    public boolean startsWith(RemotePath folder) {
        return folder.isRoot()
                || value.equals(folder.value)
                || value.startsWith(folder.value + "/");
    }

    /// The same for names that a server without upper and lower case takes for one.
    public String foldedCase() {
        return foldedCase(value);
    }

    /// The same for a single name.
    public static String foldedCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(RemotePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void refuseWhatCannotBeSent(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A path holds no line break and no NUL.");
        }
        if (!WireText.isSendable(value)) {
            throw new IllegalArgumentException("A path holds no half of a character.");
        }
    }

    /// Most paths are already, and there are many of them.
    private static boolean isNormal(String value) {
        return !value.contains("//")
                && !value.contains("/.")
                && (value.length() == 1 || !value.endsWith("/"));
    }

    private static String normal(String value) {
        if (isNormal(value)) {
            return value;
        }
        var names = new ArrayDeque<String>();
        for (String name : value.split("/")) {
            switch (name) {
                case "", "." -> {}
                case ".." -> names.pollLast();
                default -> names.add(name);
            }
        }
        return "/" + String.join("/", new ArrayList<>(names));
    }
}
