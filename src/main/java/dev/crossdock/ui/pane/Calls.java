package dev.crossdock.ui.pane;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.ui.control.Strings;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Asks the server in the background and brings the answer to the screen, if it is still wanted.
final class Calls {

    /// Something to ask of a server.
    @FunctionalInterface
    interface Call<T> {
        T run() throws FailureException, InterruptedException;
    }

    private final PaneThreads threads;

    Calls(PaneThreads threads) {
        this.threads = threads;
    }

    /// @param wanted asked before the call and before the answer, on any thread
    /// @param settled runs on the screen in any case, before the answer
    <T> void make(
            Call<T> call,
            BooleanSupplier wanted,
            Consumer<T> answered,
            Consumer<Failure> failed,
            Runnable settled) {
        threads.calls()
                .execute(() -> {
                    Runnable outcome =
                            wanted.getAsBoolean() ? outcome(call, answered, failed) : () -> {};
                    threads.screen()
                            .execute(() -> {
                                settled.run();
                                if (wanted.getAsBoolean()) {
                                    outcome.run();
                                }
                            });
                });
    }

    private static <T> Runnable outcome(
            Call<T> call, Consumer<T> answered, Consumer<Failure> failed) {
        try {
            T answer = call.run();
            return () -> answered.accept(answer);
        } catch (FailureException e) {
            return () -> failed.accept(e.failure());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return () -> {};
        } catch (RuntimeException e) {
            return () -> failed.accept(bug(e));
        }
    }

    private static Failure bug(RuntimeException thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return new Failure(
                Failure.Kind.BUG,
                "",
                Strings.text("failure.bug"),
                Failure.Remedy.GIVE_UP,
                Strings.text("failure.bug.advice"),
                trace.toString());
    }
}
