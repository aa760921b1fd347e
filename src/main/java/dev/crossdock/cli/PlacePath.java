package dev.crossdock.cli;

import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.RemotePath;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The path of a place as it was typed, `%XX` decoded, not yet tied to a server's login folder.
///
/// @param text what stands behind the base; empty or beginning with a slash
/// @param folder it can only mean a folder: it ends in a slash, or is the base itself
/// @param contents it ends in `/.`: not the folder under its name but what is in it
record PlacePath(Base base, String text, boolean folder, boolean contents) {

    enum Base {
        ROOT,
        /// The folder we are put in at login.
        HOME,
        /// The start folder of a saved site, else as [#HOME].
        START
    }

    /// @param typed everything behind the host; empty means the root
    static PlacePath of(String typed) throws UsageException {
        // The tilde counts only as it is: %7E is a folder of that name.
        boolean home = typed.equals("/~") || typed.startsWith("/~/");
        String text = PercentText.decode(home ? typed.substring(2) : typed);
        boolean contents = text.endsWith("/.");
        return new PlacePath(
                home ? Base.HOME : Base.ROOT,
                text,
                text.isEmpty() || text.endsWith("/") || contents,
                contents);
    }

    /// A path of this computer, as its shell takes it.
    static PlacePath ofLocal(String typed) throws UsageException {
        String slashed = typed.replace(File.separatorChar, '/');
        boolean contents = slashed.equals(".") || slashed.endsWith("/.");
        boolean above = slashed.equals("..") || slashed.endsWith("/..");
        try {
            var path = LocalPaths.HERE.read(Path.of(typed));
            if (!typed.isBlank() && path.isPresent()) {
                return new PlacePath(
                        Base.ROOT,
                        path.get().value(),
                        slashed.endsWith("/") || contents || above,
                        contents);
            }
        } catch (InvalidPathException notHere) {
            // It is said below.
        }
        throw new UsageException("There can be no file of that name on this computer.");
    }

    static PlacePath start() {
        return new PlacePath(Base.START, "", true, false);
    }

    RemotePath resolve(RemotePath home, Optional<RemotePath> start) {
        return switch (base) {
            case ROOT -> RemotePath.of("/" + text);
            case HOME -> RemotePath.of(home.value() + "/" + text);
            case START -> start.orElse(home);
        };
    }
}
