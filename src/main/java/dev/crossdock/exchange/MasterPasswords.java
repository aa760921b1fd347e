package dev.crossdock.exchange;

import java.util.Optional;

/// The port to whoever knows the master password of another program.
@FunctionalInterface
public interface MasterPasswords {

    /// @param program whose master password it is
    /// @param again the answer before was wrong
    /// @return wiped by the one who asks; empty if the passwords are to stay behind
    Optional<char[]> ask(Format program, boolean again) throws InterruptedException;

    /// Whether encrypted passwords are to be read at all.
    default boolean areWanted() {
        return true;
    }

    /// Encrypted passwords stay where they are, which is no loss to tell of.
    static MasterPasswords unwanted() {
        return new MasterPasswords() {
            @Override
            public Optional<char[]> ask(Format program, boolean again) {
                return Optional.empty();
            }

            @Override
            public boolean areWanted() {
                return false;
            }
        };
    }

    /// Nobody knows it.
    static MasterPasswords none() {
        return (_, _) -> Optional.empty();
    }
}
