package dev.crossdock.local;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.WireText;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How paths of this computer become those of jobs and back. Pure.
///
/// On Windows `C:\Users` is `/C:/Users`, `\\host\share` is `/host/share`, and `/` holds the drives.
public final class LocalPaths {

    /// By the rules of this system.
    public static final LocalPaths HERE = new LocalPaths(File.separatorChar == '\\');

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])",
                    Pattern.CASE_INSENSITIVE);
    private static final String FORBIDDEN = "<>:\"/\\|?*";

    private final boolean windows;

    LocalPaths(boolean windows) {
        this.windows = windows;
    }

    public boolean isWindows() {
        return windows;
    }

    /// As this system writes it: `/home/me`, `C:\Users\me`.
    public String text(RemotePath path) {
        List<String> names = path.names();
        if (!windows || names.isEmpty()) {
            return path.value();
        }
        String rest = String.join("\\", names.subList(1, names.size()));
        return isDrive(names.getFirst())
                ? names.getFirst() + "\\" + rest
                : "\\\\" + names.getFirst() + "\\" + rest;
    }

    /// What an absolute path that this system wrote is to us.
    ///
    /// @throws IllegalArgumentException if it has a line break in it
    public RemotePath read(String absolute) {
        return RemotePath.of(windows ? "/" + absolute.replace('\\', '/') : absolute);
    }

    /// What a path of this computer is to us; empty if its name cannot be told without loss.
    public Optional<RemotePath> read(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            RemotePath read = read(absolute.toString());
            return Path.of(text(read)).equals(absolute.normalize())
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (IllegalArgumentException notTellable) {
            return Optional.empty();
        }
    }

    /// The file or folder that is meant: that one, under that very name.
    ///
    /// @throws FailureException if no file of this computer can have such a name
    public Path path(RemotePath path) throws FailureException {
        List<String> names = path.names();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean drive = windows && i == 0 && isDrive(name);
            Optional<String> why = drive ? Optional.empty() : refusal(name);
            if (why.isPresent()) {
                throw refused(name, why.get());
            }
        }
        try {
            Path meant = Path.of(text(path));
            if (meant.isAbsolute() && meant.equals(meant.normalize())) {
                return meant;
            }
        } catch (InvalidPathException notHere) {
            throw refused(path.name(), "this computer cannot write it");
        }
        throw refused(path.name(), "it would lead elsewhere");
    }

    /// Why a name cannot be a file's here.
    public Optional<String> refusal(String name) {
        if (!RemotePath.isName(name)) {
            return Optional.of("it would lead elsewhere");
        }
        if (WireText.hasForeignBytes(name)) {
            return Optional.of("it is not UTF-8");
        }
        return windows ? refusalOnWindows(name) : Optional.empty();
    }

    private static Optional<String> refusalOnWindows(String name) {
        boolean forbidden = name.chars().anyMatch(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0);
        if (forbidden) {
            return Optional.of("Windows allows no " + FORBIDDEN + " in names");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("Windows drops dots and spaces at the end of names");
        }
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip();
        return DEVICE.matcher(stem).matches()
                ? Optional.of("Windows takes " + stem.toUpperCase(Locale.ROOT) + " for a device")
                : Optional.empty();
    }

    private static boolean isDrive(String name) {
        return DRIVE.matcher(name).matches();
    }

    private static FailureException refused(String name, String why) {
        return new FailureException(
                Failure.of(
                        Failure.Kind.NAME,
                        "",
                        "No file on this computer can be called %s: %s.".formatted(name, why),
                        Failure.Remedy.GIVE_UP,
                        "Rename it on the server, then try again."));
    }
}
