package dev.crossdock.testing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A folder of a [FileTree] as MLSD, LIST and NLST tell it.
final class ScriptedListing {

    private static final DateTimeFormatter FTP_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LIST_TIME =
            DateTimeFormatter.ofPattern("MMM dd  uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final FileTree files;
    private final boolean stale;

    /// @param stale tells the size of a file that is being written as it was before
    ScriptedListing(FileTree files, boolean stale) {
        this.files = files;
        this.stale = stale;
    }

    long size(String path) {
        return stale ? files.settledSize(path) : files.size(path);
    }

    static String time(Instant instant) {
        return FTP_TIME.format(instant);
    }

    static Instant instant(String time) {
        return FTP_TIME.parse(time, Instant::from);
    }

    /// What the command would send for this folder.
    String of(String verb, String path) {
        var text = new StringBuilder();
        for (String child : files.children(path)) {
            String line =
                    switch (verb) {
                        case "MLSD" -> mlsdLine(child, FileTree.name(child));
                        case "LIST" -> listLine(child);
                        default -> FileTree.name(child);
                    };
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    String mlsdLine(String path, String name) {
        boolean dir = files.isFolder(path);
        String size = dir ? "" : "size=" + size(path) + ";";
        return "type="
                + (dir ? "dir" : "file")
                + ";"
                + size
                + "modify="
                + time(files.modified(path))
                + ";UNIX.mode="
                + files.mode(path)
                + "; "
                + name;
    }

    private String listLine(String path) {
        boolean dir = files.isFolder(path);
        return (dir ? "drwxr-xr-x" : "-rw-r--r--")
                + "   1 tester tester "
                + (dir ? 4096 : size(path))
                + " "
                + LIST_TIME.format(files.modified(path))
                + " "
                + FileTree.name(path);
    }
}
