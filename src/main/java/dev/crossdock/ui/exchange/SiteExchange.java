package dev.crossdock.ui.exchange;

import dev.crossdock.exchange.Format;
import dev.crossdock.exchange.Imported;
import dev.crossdock.model.FailureException;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.exchange.ExchangeDialogs.ExportWish;
import dev.crossdock.ui.sites.SitesWindow;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Leads through import and export, from the file to the word of what was done.
public final class SiteExchange implements SitesWindow.Exchange {

    private final ExchangeDesk desk;
    private final FilePicker files;
    private final Supplier<? extends @Nullable Window> owner;
    private final Threads threads;
    private final Runnable changed;

    /// @param background for the disk and the vault
    /// @param screen the JavaFX thread
    public record Threads(Executor background, Executor screen) {}

    /// @param owner the window that asks
    /// @param changed runs on the screen when sites were saved
    public SiteExchange(
            ExchangeDesk desk,
            FilePicker files,
            Supplier<? extends @Nullable Window> owner,
            Threads threads,
            Runnable changed) {
        this.desk = desk;
        this.files = files;
        this.owner = owner;
        this.threads = threads;
        this.changed = changed;
    }

    private interface Work {
        /// @return what goes on on the screen
        Runnable run() throws FailureException, InterruptedException;
    }

    @Override
    public void bringIn() {
        files.toRead(owner.get()).ifPresent(this::read);
    }

    @Override
    public void giveOut() {
        ExchangeDialogs.export(owner.get(), desk.present().size())
                .show(wish ->
                        files.toWrite(owner.get(), name(wish.format()))
                                .ifPresent(file -> openAndWrite(file, wish)));
    }

    private void read(Path file) {
        String name = String.valueOf(file.getFileName());
        work(
                name,
                () -> {
                    Imported imported = desk.read(file, this::master);
                    var model = new ImportViewModel(name, imported, desk.present());
                    return () -> choose(name, model);
                });
    }

    private void choose(String name, ImportViewModel model) {
        ExchangeDialogs.contents(owner.get(), model)
                .show(wish -> openAndSave(name, model, wish), model::wipe);
    }

    private void openAndSave(String name, ImportViewModel model, ImportViewModel.Wish wish) {
        work(
                name,
                () -> {
                    if (wish.hasPasswords() && !isVaultOpen(model)) {
                        return () -> askToSaveWithout(name, model, wish);
                    }
                    return saved(model, wish);
                });
    }

    private boolean isVaultOpen(ImportViewModel model) throws InterruptedException {
        try {
            return desk.openVault();
        } catch (InterruptedException ended) {
            model.wipe();
            throw ended;
        }
    }

    private void askToSaveWithout(String name, ImportViewModel model, ImportViewModel.Wish wish) {
        ExchangeDialogs.withoutPasswords(owner.get(), "exchange.vault.import")
                .show(
                        _ -> work(name, () -> saved(model, wish.withoutPasswords())),
                        () -> choose(name, model));
    }

    private Runnable saved(ImportViewModel model, ImportViewModel.Wish wish)
            throws FailureException {
        try {
            ExchangeDesk.Taken taken = desk.save(wish);
            return () -> {
                changed.run();
                ExchangeDialogs.imported(owner.get(), taken).show(_ -> {});
            };
        } finally {
            model.wipe();
        }
    }

    private void openAndWrite(Path file, ExportWish wish) {
        work(
                String.valueOf(file.getFileName()),
                () -> {
                    if (wish.passwords() && !desk.openVaultToRead()) {
                        return () -> askToWriteWithout(file, wish);
                    }
                    return written(file, wish);
                });
    }

    private void askToWriteWithout(Path file, ExportWish wish) {
        ExchangeDialogs.withoutPasswords(owner.get(), "exchange.vault.export")
                .show(_ ->
                        work(
                                String.valueOf(file.getFileName()),
                                () -> written(file, new ExportWish(wish.format(), false))));
    }

    private Runnable written(Path file, ExportWish wish) throws FailureException {
        ExchangeDesk.Given given = desk.write(file, wish);
        return () -> ExchangeDialogs.exported(owner.get(), file, given).show(_ -> {});
    }

    /// Does something in the background, and goes on or tells what went wrong on the screen.
    private void work(String subject, Work work) {
        threads.background()
                .execute(() -> {
                    try {
                        Runnable next = work.run();
                        threads.screen().execute(next);
                    } catch (FailureException failed) {
                        threads.screen()
                                .execute(() ->
                                        FailureDialog.create(owner.get(), subject, failed.failure())
                                                .show(_ -> {}));
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private Optional<char[]> master(Format program, boolean again) throws InterruptedException {
        var answer = new CompletableFuture<Optional<char[]>>();
        threads.screen()
                .execute(() -> {
                    try {
                        ExchangeDialogs.master(owner.get(), program, again)
                                .show(
                                        given -> answer.complete(Optional.of(given)),
                                        () -> answer.complete(Optional.empty()));
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question could not be shown", e);
        }
    }

    private static String name(Format format) {
        return Strings.text(
                format == Format.CROSSDOCK ? "exchange.name.crossdock" : "exchange.name.filezilla");
    }
}
