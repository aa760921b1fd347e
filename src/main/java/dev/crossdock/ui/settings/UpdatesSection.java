package dev.crossdock.ui.settings;

import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.NewVersions;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/// Whether newer versions are looked for.
final class UpdatesSection implements Section {

    private final BooleanProperty weekly = new SimpleBooleanProperty();
    private final ObservableBooleanValue wrong = new SimpleBooleanProperty(false);

    BooleanProperty weeklyProperty() {
        return weekly;
    }

    @Override
    public void show(TransferSettings settings) {
        weekly.set(settings.newVersions().lookWeekly());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        return settings.with(new NewVersions(weekly.get()));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return wrong;
    }
}
