package dev.crossdock.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// How the master password of the vault comes without a person.
final class MasterOption {

    static final String VARIABLE = "CROSSDOCK_MASTER_PASSWORD";

    @Option(
            names = "--master-password-file",
            paramLabel = "FILE",
            description =
                    "Holds the master password of the vault with the saved passwords, in one line."
                            + " Without it "
                            + VARIABLE
                            + " counts.")
    private @Nullable Path file;

    /// The caller wipes it.
    Optional<char[]> given(Surroundings surroundings) throws UsageException {
        return file == null
                ? PasswordSources.variable(VARIABLE, surroundings.environment())
                : Optional.of(read(file, surroundings.streams()));
    }

    /// The one line of a file.
    static char[] read(Path file, Streams streams) throws UsageException {
        char[] only = PasswordFile.readOne(file);
        if (PasswordFile.isOpenToOthers(file)) {
            streams.say(
                    "Warning: other users can read "
                            + file
                            + "; chmod 600 keeps the password yours.");
        }
        return only;
    }
}
