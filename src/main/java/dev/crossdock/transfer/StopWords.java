package dev.crossdock.transfer;

import dev.crossdock.model.RemotePath;

/// What to tell of a transfer that was cancelled or cut. Pure.
final class StopWords {

    static final String GONE = "The file that was there before is gone. ";

    static final String CUT = "Crossdock ended while it was sent";

    private StopWords() {}

    /// How a file went on after the end of the program.
    static String goneOn(long offset, long size) {
        return offset == size
                ? CUT + "; all of it had arrived."
                : CUT + "; continued at %,d bytes.".formatted(offset);
    }

    /// A resume has made a file that is not the source's.
    static String notTheBeginning(String target) {
        return "What %s had of it was not the beginning of this file. Overwrite it instead."
                .formatted(target);
    }

    /// @param target the server it was going to
    static String of(RemotePath path, String target) {
        return ("What had arrived of %s stays on %s. Some servers go on for a while: %s may still"
                        + " be writing it.")
                .formatted(path, target, target);
    }

    /// @param target the server whose file of that name is gone
    static String overwritten(RemotePath path, String target) {
        return GONE + of(path, target);
    }

    /// @param name what it was to be called in the end
    static String unnamed(RemotePath path, RemotePath name, String target) {
        return ("All of it had arrived on %s, as %s. It may not have been given the name %s yet,"
                        + " and the file of that name may be gone.")
                .formatted(target, path, name);
    }
}
