package dev.crossdock.cli;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The terminal this process was started on.
final class ConsoleTerminal implements Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final @Nullable Console console;
    private final boolean progress;

    ConsoleTerminal(@Nullable Console console) {
        this.console = console != null && console.isTerminal() ? console : null;
        this.progress = this.console != null && errorIsTerminal();
    }

    @Override
    public boolean canAsk() {
        return console != null;
    }

    @Override
    public boolean showsProgress() {
        return progress;
    }

    @Override
    public Optional<String> readLine() {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine());
    }

    @Override
    public Optional<char[]> readPassword() {
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword());
    }

    // The console stands for input and output only; standard error may go to a file all the same.
    private static boolean errorIsTerminal() {
        try {
            return !Files.exists(STANDARD_ERROR)
                    || STANDARD_ERROR.toRealPath().startsWith(Path.of("/dev"));
        } catch (IOException _) {
            return false;
        }
    }
}
