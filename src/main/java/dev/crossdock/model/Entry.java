package dev.crossdock.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of a folder listing.
///
/// @param name one path segment, see [RemotePath#isName]
/// @param size in bytes
/// @param permissions as the server wrote them: `rwxr-xr-x`, or the MLST `perm` fact
/// @param linkTarget where a link leads, if the server said so
public record Entry(
        String name,
        Kind kind,
        OptionalLong size,
        Optional<Instant> modified,
        Optional<String> permissions,
        Optional<String> linkTarget) {

    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    public Entry {
        if (!RemotePath.isName(name)) {
            throw new IllegalArgumentException("not the name of an entry: " + name);
        }
    }

    public static Entry file(String name, long size) {
        return new Entry(
                name,
                Kind.FILE,
                OptionalLong.of(size),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Entry folder(String name) {
        return new Entry(
                name,
                Kind.FOLDER,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }
}
