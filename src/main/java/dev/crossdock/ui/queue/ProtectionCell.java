package dev.crossdock.ui.queue;

import dev.crossdock.model.Protection;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// A lock and a word; red when the bytes can be read on their way.
final class ProtectionCell extends TableCell<JobRow, JobRow.Moment> {

    private static final PseudoClass CLEAR = PseudoClass.getPseudoClass("clear");

    private final FontIcon icon = Icon.LOCKED.node("protection-icon");

    ProtectionCell() {
        getStyleClass().add("protection-cell");
    }

    @Override
    protected void updateItem(JobRow.@Nullable Moment moment, boolean empty) {
        super.updateItem(moment, empty);
        Optional<Protection> protection =
                empty || moment == null ? Optional.empty() : JobWords.protection(moment.job());
        pseudoClassStateChanged(CLEAR, protection.filter(Protection.CLEAR::equals).isPresent());
        protection.ifPresentOrElse(
                this::show,
                () -> {
                    setText(null);
                    setGraphic(null);
                });
    }

    private void show(Protection protection) {
        (protection == Protection.CLEAR ? Icon.UNLOCKED : Icon.LOCKED).showIn(icon);
        setGraphic(protection == Protection.NONE ? null : icon);
        setText(
                switch (protection) {
                    case TLS -> Strings.text("queue.protection.tls");
                    case RELAYED_TLS -> Strings.text("queue.protection.relayed");
                    case CLEAR -> Strings.text("queue.protection.clear");
                    case NONE -> Strings.text("queue.protection.none");
                });
    }
}
