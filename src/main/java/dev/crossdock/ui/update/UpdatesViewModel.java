package dev.crossdock.ui.update;

import dev.crossdock.update.Finding.Newer;
import dev.crossdock.update.Known;
import dev.crossdock.update.Updates;
import dev.crossdock.update.Version;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Newer versions as the window knows them.
///
/// All methods are called on the JavaFX thread.
public final class UpdatesViewModel {

    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private final Updates updates;
    private final BooleanSupplier weekly;
    private final Consumer<URI> pages;
    private final InstantSource clock;
    private final Executor aside;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<Optional<Known>> known =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Newer>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Instant next = Instant.MIN;
    private Optional<Version> closed = Optional.empty();

    /// @param weekly whether the user has agreed to a look each week; asked aside
    /// @param pages opens an address in the browser
    /// @param screen the JavaFX thread
    public UpdatesViewModel(
            Updates updates,
            BooleanSupplier weekly,
            Consumer<URI> pages,
            InstantSource clock,
            Executor aside,
            Executor screen) {
        this.updates = updates;
        this.weekly = weekly;
        this.pages = pages;
        this.clock = clock;
        this.aside = aside;
        this.screen = screen;
    }

    private interface Work {
        Known run() throws InterruptedException;
    }

    /// What is known, once it was read.
    ReadOnlyObjectProperty<Optional<Known>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// What to tell without being asked.
    ReadOnlyObjectProperty<Optional<Newer>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Somebody is being asked.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    String host() {
        return updates.host();
    }

    /// Looks from time to time whether it is time to ask; called often.
    public void tick() {
        Instant now = clock.instant();
        if (now.isBefore(next) || busy.get()) {
            return;
        }
        next = now.plus(BETWEEN_LOOKS);
        work(() -> weekly.getAsBoolean() ? updates.checkWeekly() : updates.known());
    }

    /// What the user agreed to has changed.
    public void consentChanged() {
        next = Instant.MIN;
    }

    /// Asks once.
    void check() {
        if (!busy.get()) {
            work(updates::check);
        }
    }

    void open(Newer newer) {
        pages.accept(newer.release().page());
    }

    /// Never tells of this version again.
    void skip(Newer newer) {
        close(newer);
        work(() -> updates.skip(newer.release().version()));
    }

    /// Tells of this version no more until the program ends.
    void close(Newer newer) {
        closed = Optional.of(newer.release().version());
        notice.set(Optional.empty());
    }

    private void work(Work work) {
        busy.set(true);
        aside.execute(() -> {
            try {
                Known now = work.run();
                screen.execute(() -> show(now));
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
            } finally {
                screen.execute(() -> busy.set(false));
            }
        });
    }

    private void show(Known now) {
        known.set(Optional.of(now));
        notice.set(
                now.newer()
                        .filter(newer -> !closed.equals(Optional.of(newer.release().version()))));
    }
}
