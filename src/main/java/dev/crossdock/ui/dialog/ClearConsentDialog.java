package dev.crossdock.ui.dialog;

import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.control.CheckBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Asks whether files may travel unencrypted; each of the two sites has to be agreed to.
public final class ClearConsentDialog {

    private ClearConsentDialog() {}

    public static DialogFrame<Boolean> create(@Nullable Window owner, String one, String other) {
        var first = site("clear-consent-left", one);
        var second = site("clear-consent-right", other);
        return new DialogFrame<Boolean>(
                        owner,
                        "clear-consent-dialog",
                        Icon.UNLOCKED,
                        Strings.text("dialog.clear.title", one, other))
                .content(
                        Labels.wrapped(Strings.text("dialog.clear.text")),
                        first,
                        second,
                        Labels.muted(Strings.text("dialog.clear.undo")))
                .answeringByDefault("clear-consent-ok", Strings.text("dialog.clear.ok"), () -> true)
                .when(first.selectedProperty().and(second.selectedProperty()))
                .closing("clear-consent-cancel", Strings.text("dialog.clear.cancel"))
                .dangerous("clear-consent-ok")
                .closingIsDefault();
    }

    private static CheckBox site(String id, String name) {
        var box = new CheckBox(Strings.text("dialog.clear.site", VisibleText.of(name)));
        box.setId(id);
        box.setWrapText(true);
        return box;
    }
}
