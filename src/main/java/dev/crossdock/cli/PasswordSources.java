package dev.crossdock.cli;

import dev.crossdock.model.Side;

import java.util.Map;
import java.util.Optional;

/// The passwords that came with the command: `--password-file` first, then the environment.
final class PasswordSources {

    static final String BOTH = "CROSSDOCK_PASSWORD";

    private final Optional<PasswordFile> file;
    private final Map<String, String> environment;

    PasswordSources(Optional<PasswordFile> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /// The first that exists; an empty variable does not. The caller wipes it.
    Optional<char[]> of(Side side) throws UsageException {
        if (file.isPresent()) {
            return Optional.of(file.get().of(side));
        }
        String ofSide =
                switch (side) {
                    case SOURCE -> BOTH + "_SOURCE";
                    case TARGET -> BOTH + "_TARGET";
                };
        var own = variable(ofSide);
        return own.isPresent() ? own : variable(BOTH);
    }

    private Optional<char[]> variable(String name) throws UsageException {
        return variable(name, environment);
    }

    /// Empty if it is not set or empty. The caller wipes it.
    static Optional<char[]> variable(String name, Map<String, String> environment)
            throws UsageException {
        String value = environment.getOrDefault(name, "");
        if (value.indexOf('\uFFFD') >= 0) {
            throw new UsageException(
                    name
                            + " holds a character that this locale cannot carry; set"
                            + " LC_ALL=C.UTF-8 or use a file.");
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value.toCharArray());
    }
}
