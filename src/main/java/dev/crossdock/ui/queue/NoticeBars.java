package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.VisibleText;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The notices of the queue, one below the other.
final class NoticeBars extends VBox {

    private final NoticeBoard board;

    NoticeBars(NoticeBoard board) {
        this.board = board;
        setId("queue-notices");
        board.notes().addListener((ListChangeListener<NoticeBoard.Note>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(board.notes().stream().map(this::bar).toList());
        setManaged(!getChildren().isEmpty());
    }

    private Node bar(NoticeBoard.Note note) {
        var words = Labels.wrapped(VisibleText.of(note.words()));
        words.setId(note.id() + "-words");
        words.setMaxWidth(Double.MAX_VALUE);
        var icon =
                note.alarming() ? Icon.WARNING.node("danger-icon") : Icon.ABOUT.node("muted-icon");
        var bar = new HBox(icon, Labels.growing(words));
        bar.setId(note.id());
        bar.getStyleClass().addAll("notice-bar", note.alarming() ? "trouble-bar" : "word-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        note.offer()
                .ifPresent(offer -> {
                    var button = Buttons.plain(note.id() + "-offer", offer.key(), offer.action());
                    button.getStyleClass().add(Styles.SMALL);
                    button.setMinWidth(USE_PREF_SIZE);
                    bar.getChildren().add(button);
                });
        if (note.closable()) {
            bar.getChildren()
                    .add(
                            Buttons.icon(
                                    note.id() + "-close",
                                    Icon.CLOSE,
                                    "pane.dismiss",
                                    () -> board.remove(note.id())));
        }
        return bar;
    }
}
