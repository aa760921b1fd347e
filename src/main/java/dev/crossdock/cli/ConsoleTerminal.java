package dev.crossdock.cli;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

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
    public Optional<String> readLine() throws InterruptedException {
        return read(Console::readLine);
    }

    @Override
    public Optional<char[]> readPassword() throws InterruptedException {
        return read(Console::readPassword);
    }

    // A read from the console hears no interrupt, so another thread does it, and is left behind
    // when
    // the one that asks is told to stop.
    private <T> Optional<T> read(Function<Console, @Nullable T> read) throws InterruptedException {
        Console asked = console;
        if (asked == null) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<Optional<T>>();
        Thread.ofPlatform()
                .daemon()
                .name("terminal")
                .start(() -> answer.complete(Optional.ofNullable(read.apply(asked))));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the answer is only ever completed", e);
        }
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
