package dev.crossdock.cli;

import dev.crossdock.model.FailureException;
import dev.crossdock.vault.Vault;
import dev.crossdock.vault.Vault.State;
import dev.crossdock.vault.WrongPasswordException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The master password for a command on the vault itself: given with it, else typed.
final class MasterQuestions {

    private static final int TRIES = 3;

    private final Streams streams;
    private final Optional<char[]> given;

    interface Use {
        void of(char[] master) throws FailureException;
    }

    MasterQuestions(Streams streams, Optional<char[]> given) {
        this.streams = streams;
        this.given = given;
    }

    void open(Vault vault) throws UsageException, FailureException, InterruptedException {
        for (int i = 0; vault.state() != State.OPEN; i++) {
            if (i == (given.isPresent() ? 1 : TRIES)) {
                throw new UsageException("That is not the master password of the vault.");
            }
            char[] master = master(vault);
            try {
                vault.unlock(master);
            } catch (WrongPasswordException _) {
                if (given.isEmpty()) {
                    streams.say("That is not the master password of the vault.");
                }
            } finally {
                Arrays.fill(master, '\0');
            }
        }
    }

    /// With a key file, or without a vault, there is nothing to ask for; why is thrown.
    private char[] master(Vault vault) throws UsageException, InterruptedException {
        if (!vault.hasMasterPassword()) {
            return new char[0];
        }
        return given.isPresent() ? given.get() : typed("Master password:");
    }

    /// A new one: the one that was given, else one that is typed twice.
    void fresh(Use use) throws UsageException, FailureException, InterruptedException {
        used(given.isPresent() ? given.get() : twice(), use);
    }

    /// A new one: that in the file, else one that is typed twice.
    void freshFrom(@Nullable Path file, Use use)
            throws UsageException, FailureException, InterruptedException {
        used(file == null ? twice() : MasterOption.read(file, streams), use);
    }

    private static void used(char[] fresh, Use use) throws FailureException {
        try {
            use.of(fresh);
        } finally {
            Arrays.fill(fresh, '\0');
        }
    }

    private char[] twice() throws UsageException, InterruptedException {
        char[] first = typed("New master password:");
        char[] second = typed("The same again:");
        boolean isSame = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!isSame) {
            Arrays.fill(first, '\0');
            throw new UsageException("The two are not the same.");
        }
        return first;
    }

    private char[] typed(String question) throws UsageException, InterruptedException {
        Terminal terminal = streams.terminal();
        if (!terminal.canAsk()) {
            throw new UsageException(
                    "There is no terminal to ask for the master password on; give it with"
                            + " --master-password-file or in "
                            + MasterOption.VARIABLE
                            + ".");
        }
        streams.err().print(question + " ");
        streams.err().flush();
        return terminal.readPassword()
                .filter(typed -> typed.length > 0)
                .orElseThrow(() -> new UsageException("Nothing was typed."));
    }
}
