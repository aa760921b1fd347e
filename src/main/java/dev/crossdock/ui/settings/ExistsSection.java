package dev.crossdock.ui.settings;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.site.TransferSettings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/// What to do with a file that is there already, for each direction.
final class ExistsSection implements Section {

    private final ObjectProperty<ExistsRule> upload = new SimpleObjectProperty<>(ExistsRule.ASK);
    private final ObjectProperty<ExistsRule> download = new SimpleObjectProperty<>(ExistsRule.ASK);
    private final ObjectProperty<ExistsRule> between = new SimpleObjectProperty<>(ExistsRule.ASK);

    ObjectProperty<ExistsRule> uploadProperty() {
        return upload;
    }

    ObjectProperty<ExistsRule> downloadProperty() {
        return download;
    }

    ObjectProperty<ExistsRule> betweenProperty() {
        return between;
    }

    @Override
    public void show(TransferSettings settings) {
        upload.set(settings.exists().upload());
        download.set(settings.exists().download());
        between.set(settings.exists().between());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        return settings.with(
                new TransferSettings.Exists(upload.get(), download.get(), between.get()));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return new SimpleBooleanProperty(false);
    }
}
