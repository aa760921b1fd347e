package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.VisibleText;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Optional;

/// A message above the listing, with its details and a way to put it away.
final class NoticeBar extends HBox {

    private final PaneViewModel model;
    private final PaneActions actions;

    NoticeBar(PaneViewModel model, PaneActions actions) {
        this.model = model;
        this.actions = actions;
        setId(model.side().id() + "-notice");
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        model.noticeProperty().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        getChildren().clear();
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        String id = model.side().id();
        var words = Labels.wrapped(VisibleText.of(notice.words()));
        words.setId(id + "-notice-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        boolean isFailure = notice.failure().isPresent();
        getChildren()
                .addAll(
                        (isFailure ? Icon.FAILED : Icon.WARNING)
                                .node(isFailure ? "danger-icon" : "warning-icon"),
                        words);
        if (isFailure || !notice.more().isEmpty()) {
            var details =
                    Buttons.plain(
                            id + "-notice-details",
                            "pane.details",
                            () -> actions.showDetails(notice));
            details.getStyleClass().add(Styles.SMALL);
            details.setMinWidth(USE_PREF_SIZE);
            getChildren().add(details);
        }
        getChildren()
                .add(
                        Buttons.icon(
                                id + "-notice-close",
                                Icon.CLOSE,
                                "pane.dismiss",
                                () -> model.noticeProperty().set(Optional.empty())));
    }
}
