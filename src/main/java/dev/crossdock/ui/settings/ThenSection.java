package dev.crossdock.ui.settings;

import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.Then;
import dev.crossdock.site.TransferSettings.WhenDone;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/// What happens when nothing is left to carry over.
final class ThenSection implements Section {

    private final ObjectProperty<WhenDone> action = new SimpleObjectProperty<>(WhenDone.NOTHING);

    ObjectProperty<WhenDone> actionProperty() {
        return action;
    }

    @Override
    public void show(TransferSettings settings) {
        action.set(settings.then().action());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        return settings.with(new Then(action.get()));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return new SimpleBooleanProperty(false);
    }
}
