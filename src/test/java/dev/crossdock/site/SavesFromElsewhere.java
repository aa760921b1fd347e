package dev.crossdock.site;

import dev.crossdock.model.FailureException;

import java.io.IOException;
import java.nio.file.Path;

/// A second program that saves sites; [dev.crossdock.site.TwoProgramsTest] starts it.
final class SavesFromElsewhere {

    private SavesFromElsewhere() {}

    /// Takes the file, a prefix for names and how many; begins at the first byte on standard input.
    public static void main(String[] arguments) throws IOException, FailureException {
        var store = new SiteStore(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[2]);
        if (System.in.read() < 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            store.save(Samples.site(arguments[1] + i));
        }
    }
}
