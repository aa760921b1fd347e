package dev.crossdock.ui.memory;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.DialogFrame;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// What Crossdock remembers of servers, and the buttons to forget it.
public final class MemoryDialog {

    private static final double WIDTH = 760;
    private static final double TABLE_HEIGHT = 300;

    private MemoryDialog() {}

    public static DialogFrame<Boolean> create(
            @Nullable Window owner, MemoryViewModel model, ZoneId zone) {
        var table = new MemoTable(model, new MemoWords(zone));
        table.setPrefHeight(TABLE_HEIGHT);
        return new DialogFrame<Boolean>(
                        owner, "memory-dialog", Icon.MEMORY, Strings.text("memory.title"), WIDTH)
                .content(
                        Labels.muted(Strings.text("memory.text")),
                        notice(model),
                        table,
                        buttons(model, table))
                .answeringByDefault("memory-dialog-ok", Strings.text("dialog.close"), () -> true);
    }

    private static Node notice(MemoryViewModel model) {
        var words = Labels.wrapped("");
        words.setId("memory-notice");
        words.setGraphic(Icon.WARNING.node("danger-icon"));
        words.getStyleClass().add("danger-text");
        words.textProperty().bind(model.noticeProperty());
        words.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private static Node buttons(MemoryViewModel model, MemoTable table) {
        var selected =
                Buttons.text(
                        "memory-forget",
                        Icon.DELETE,
                        "memory.forget",
                        () -> model.forget(table.selected()));
        selected.disableProperty()
                .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        var all =
                Buttons.text(
                        "memory-forget-all",
                        Icon.CLEAR_FINISHED,
                        "memory.forgetAll",
                        model::forgetAll);
        all.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        var row = new HBox(selected, all);
        row.getStyleClass().add("form-actions");
        return row;
    }
}
