package dev.crossdock.about;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/// Which Crossdock this is.
///
/// @param version of the jar; empty when started from the sources
/// @param commit the first digits of what it was built from; empty where that is not known
/// @param changed whether it was built from files that differ from this commit
public record Build(Optional<String> version, Optional<String> commit, boolean changed) {

    private static final String PLACE = "/META-INF/crossdock-commit.properties";

    /// The program that runs.
    public static Build here() {
        var version = Optional.ofNullable(Build.class.getPackage().getImplementationVersion());
        var lines = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(PLACE)) {
            // What lies beside the classes may be of an older commit than the sources.
            if (file != null && version.isPresent()) {
                lines.load(file);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Build(version, Optional.empty(), false);
        }
        return of(version, lines);
    }

    static Build of(Optional<String> version, Properties lines) {
        return new Build(
                version,
                Optional.of(lines.getProperty("git.commit.id.abbrev", ""))
                        .filter(commit -> commit.matches("[0-9a-f]{7,40}")),
                lines.getProperty("git.dirty", "").equals("true"));
    }

    /// The version alone, on one line.
    public String name() {
        return version.orElse("development");
    }

    /// The version and what it was built from, on one line.
    public String words() {
        return name()
                + commit.map(id -> " (commit " + id + (changed ? ", changed)" : ")")).orElse("");
    }
}
