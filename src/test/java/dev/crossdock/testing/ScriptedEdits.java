package dev.crossdock.testing;

import org.jspecify.annotations.Nullable;

/// The sane answers to commands that look at one path or change it.
final class ScriptedEdits {

    private final FileTree files;
    private final ScriptedListing listing;
    private @Nullable String renamed;

    ScriptedEdits(FileTree files, ScriptedListing listing) {
        this.files = files;
        this.listing = listing;
    }

    String facts(String verb, String path) {
        if (!files.isFile(path) && !(files.isFolder(path) && verb.equals("MLST"))) {
            return "550 " + path + ": no such file.";
        }
        return switch (verb) {
            case "SIZE" -> "213 " + listing.size(path);
            case "MDTM" -> "213 " + ScriptedListing.time(files.modified(path));
            default -> "250-Facts:\n " + listing.mlsdLine(path, path) + "\n250 End";
        };
    }

    String setTime(String time, String path) {
        if (!files.isFile(path)) {
            return "550 No such file.";
        }
        files.setModified(path, ScriptedListing.instant(time));
        return "213 Modify=" + time + "; " + path;
    }

    String setMode(String mode, String path) {
        if (!files.isFile(path) && !files.isFolder(path)) {
            return "550 No such path.";
        }
        files.setMode(path, "0" + mode.replaceFirst("^0+", ""));
        return "200 Changed.";
    }

    String edit(String verb, String path) {
        boolean there = files.isFile(path) || files.isFolder(path);
        String from = renamed;
        renamed = verb.equals("RNFR") && there ? path : null;
        return switch (verb) {
            case "MKD" -> there ? "550 It exists." : make(path);
            case "RMD" -> files.isFolder(path) ? remove(path) : "550 No such folder.";
            case "DELE" -> files.isFile(path) ? remove(path) : "550 No such file.";
            case "RNFR" -> there ? "350 And to?" : "550 No such path.";
            default -> from == null ? "503 RNFR first." : rename(from, path);
        };
    }

    private String make(String path) {
        if (!files.isFolder(FileTree.parent(path))) {
            return "550 No such folder.";
        }
        files.folder(path);
        return "257 \"" + path.replace("\"", "\"\"") + "\" made.";
    }

    private String remove(String path) {
        if (!files.children(path).isEmpty()) {
            return "550 Not empty.";
        }
        files.delete(path);
        return "250 Gone.";
    }

    private String rename(String from, String to) {
        files.rename(from, to);
        return "250 Renamed.";
    }
}
