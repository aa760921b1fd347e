package dev.crossdock.exchange;

import java.util.Optional;

/// The port to whoever knows the master password of another program.
@FunctionalInterface
public interface MasterPasswords {

    /// @param program whose master password it is
    /// @param again the answer before was wrong
    /// @return wiped by the one who asks; empty if the passwords are to stay behind
    Optional<char[]> ask(Format program, boolean again) throws InterruptedException;

    /// Nobody knows it.
    static MasterPasswords none() {
        return (_, _) -> Optional.empty();
    }
}
