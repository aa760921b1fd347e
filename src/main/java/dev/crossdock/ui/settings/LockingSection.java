package dev.crossdock.ui.settings;

import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.Locking;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

import java.time.Duration;
import java.util.OptionalInt;

/// After how long the vault locks itself.
final class LockingSection implements Section {

    private final WholeNumber minutes = WholeNumber.orNone(1, (int) Locking.LONGEST.toMinutes());
    private final ObservableBooleanValue wrong =
            Bindings.createBooleanBinding(minutes::isWrong, minutes.problemProperty());

    /// None for never.
    WholeNumber minutes() {
        return minutes;
    }

    @Override
    public void show(TransferSettings settings) {
        int now = (int) settings.locking().afterIdle().toMinutes();
        minutes.show(now == 0 ? OptionalInt.empty() : OptionalInt.of(now));
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        return settings.with(new Locking(Duration.ofMinutes(minutes.value().orElse(0))));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return wrong;
    }
}
