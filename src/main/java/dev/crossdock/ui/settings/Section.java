package dev.crossdock.ui.settings;

import dev.crossdock.site.TransferSettings;

import javafx.beans.value.ObservableBooleanValue;

/// What stands in one tab: a draft of a part of the settings.
interface Section {

    /// Puts what the settings say in the place of what was chosen and typed.
    void show(TransferSettings settings);

    /// The settings with what was chosen and typed; asked for only while nothing is wrong.
    TransferSettings over(TransferSettings settings);

    /// Whether something that was typed cannot be used.
    ObservableBooleanValue wrong();
}
