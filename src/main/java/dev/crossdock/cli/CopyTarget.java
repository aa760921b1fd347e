package dev.crossdock.cli;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;

import java.util.Optional;

/// Where `copy` leads.
///
/// @param asFolder it was written so that only a folder can be meant
/// @param kind what is there; empty if nothing is
record CopyTarget(Login login, RemotePath path, boolean asFolder, Optional<Entry.Kind> kind) {

    boolean isFolder() {
        return kind.filter(Entry.Kind.FOLDER::equals).isPresent();
    }

    /// Something is there that nothing can be put into.
    boolean isInTheWay() {
        return kind.isPresent() && !isFolder();
    }

    /// Sources go into it, rather than becoming it.
    boolean takesIn() {
        return isFolder() || asFolder;
    }

    /// The path that a source gets. The root and `folder/.` have no name to take along.
    RemotePath pathFor(RemotePath source, PlacePath typed) {
        boolean nameless = source.isRoot() || typed.contents();
        return takesIn() && !nameless ? path.child(source.name()) : path;
    }

    /// @throws UsageException if several sources would get one name
    void requireRoomFor(int sources) throws UsageException {
        if (sources > 1 && !takesIn()) {
            throw new UsageException(
                    "Several sources need a folder as target; "
                            + spot().shown()
                            + (isInTheWay() ? " is a file." : " does not exist.")
                            + " With a / at its end it is made.");
        }
    }

    Spot spot() {
        return login.at(path);
    }
}
