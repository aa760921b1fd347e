package dev.crossdock.ui.settings;

import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.site.TransferSettings;

import javafx.beans.value.ObservableBooleanValue;

import java.util.List;

/// Which files of a folder go before the others.
final class OrderSection implements Section {

    private final PatternList list = new PatternList(Scope.FILES);

    PatternList list() {
        return list;
    }

    @Override
    public void show(TransferSettings settings) {
        list.show(settings.order().first());
    }

    @Override
    public TransferSettings over(TransferSettings settings) {
        return settings.with(new TransferSettings.Order(List.copyOf(list.patterns())));
    }

    @Override
    public ObservableBooleanValue wrong() {
        return list.pendingProperty();
    }
}
