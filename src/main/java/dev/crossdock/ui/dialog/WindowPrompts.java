package dev.crossdock.ui.dialog;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.site.GivenSecret;
import dev.crossdock.site.NewVault;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.site.Prompts;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks the user in the window on behalf of background threads, which wait for the answer.
///
/// One question at a time, in the order they came: two panes that connect at once do not pile
/// dialogs on each other.
public final class WindowPrompts implements Prompts, ExistsPrompt {

    private final Supplier<? extends @Nullable Window> owner;
    private final Executor screen;
    private final ZoneId zone;
    private final Semaphore turn = new Semaphore(1, true);

    /// @param owner the window to ask in
    /// @param screen runs things on the JavaFX thread
    public WindowPrompts(Supplier<? extends @Nullable Window> owner, Executor screen, ZoneId zone) {
        this.owner = owner;
        this.screen = screen;
        this.zone = zone;
    }

    @Override
    public boolean trust(Server server, Certificate presented) throws InterruptedException {
        return ask(window -> CertificateDialog.unknown(window, server, presented, zone))
                .orElse(false);
    }

    @Override
    public void changed(Server server, Certificate presented, PinnedCertificate accepted)
            throws InterruptedException {
        Optional<Boolean> _ =
                ask(window -> CertificateDialog.changed(window, server, presented, accepted, zone));
    }

    @Override
    public Optional<GivenSecret> secret(
            Server server, SecretKind kind, boolean again, boolean mayKeep)
            throws InterruptedException {
        return ask(window -> PasswordDialog.create(window, server, kind, again, mayKeep));
    }

    @Override
    public Optional<char[]> masterPassword(boolean again) throws InterruptedException {
        return ask(window -> MasterPasswordDialog.create(window, again));
    }

    @Override
    public Optional<NewVault> newVault() throws InterruptedException {
        return ask(NewVaultDialog::create);
    }

    @Override
    public void vaultFailed(Failure failure) throws InterruptedException {
        Optional<Boolean> _ =
                ask(window ->
                        FailureDialog.create(window, Strings.text("dialog.vault.failed"), failure));
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        Optional<Answer> answer = ask(window -> ExistsDialog.create(window, question));
        return answer.orElseGet(() -> new Answer(ExistsRule.SKIP, false));
    }

    private <R> Optional<R> ask(Function<@Nullable Window, DialogFrame<R>> dialog)
            throws InterruptedException {
        turn.acquire();
        try {
            return answer(dialog);
        } finally {
            turn.release();
        }
    }

    private <R> Optional<R> answer(Function<@Nullable Window, DialogFrame<R>> dialog)
            throws InterruptedException {
        var answer = new CompletableFuture<Optional<R>>();
        var close = new AtomicReference<Runnable>(() -> {});
        screen.execute(() -> {
            try {
                DialogFrame<R> frame = dialog.apply(owner.get());
                close.set(frame::close);
                frame.show(
                        given -> answer.complete(Optional.of(given)),
                        () -> answer.complete(Optional.empty()));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            screen.execute(() -> Objects.requireNonNull(close.get()).run());
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question could not be shown", e);
        }
    }
}
