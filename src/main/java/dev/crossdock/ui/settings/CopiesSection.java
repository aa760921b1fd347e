package dev.crossdock.ui.settings;

import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.TransferSettings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// What a copy is like, and where a resume begins.
final class CopiesSection implements Section {

    private static final int KIB = 1024;

    private final BooleanProperty keepTimes = new SimpleBooleanProperty();
    private final WholeNumber rollBack =
            WholeNumber.between(0, (int) (TransferPolicy.MOST_ROLL_BACK / KIB));
    private final ObservableBooleanValue wrong =
            Bindings.createBooleanBinding(rollBack::isWrong, rollBack.problemProperty());
    private long shown;

    BooleanProperty keepTimesProperty() {
        return keepTimes;
    }

    /// In KiB.
    WholeNumber rollBack() {
        return rollBack;
    }

    @Override
    public void show(TransferSettings settings) {
        keepTimes.set(settings.copies().keepTimes());
        shown = settings.copies().rollBack();
        rollBack.show((int) (shown / KIB));
    }

    /// Bytes that were no whole KiB stay unless somebody types another number.
    @Override
    public TransferSettings over(TransferSettings settings) {
        long typed = rollBack.value().orElseThrow();
        long bytes = typed == shown / KIB ? shown : typed * KIB;
        return settings.with(new TransferSettings.Copies(keepTimes.get(), bytes));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return wrong;
    }
}
