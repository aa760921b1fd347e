package dev.crossdock.ui.update;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.update.Finding.Newer;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// Tells of a newer version, in a bar that takes no room while there is none.
public final class UpdateBar extends VBox {

    private final UpdatesViewModel model;

    public UpdateBar(UpdatesViewModel model) {
        this.model = model;
        setId("update-bar");
        model.noticeProperty().subscribe(this::show);
    }

    private void show(Optional<Newer> notice) {
        getChildren().clear();
        notice.map(this::bar).ifPresent(getChildren()::add);
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
    }

    private HBox bar(Newer newer) {
        var release = newer.release();
        String key = newer.security() ? "updates.notice.security" : "updates.notice";
        var words =
                Labels.wrapped(
                        VisibleText.of(Strings.text(key, release.version(), release.news())));
        words.setId("update-words");
        var address = Labels.note(release.page().toString());
        address.setId("update-address");
        var close =
                Buttons.icon("update-close", Icon.CLOSE, "pane.dismiss", () -> model.close(newer));
        var bar =
                new HBox(
                        newer.security()
                                ? Icon.WARNING.node("danger-icon")
                                : Icon.ABOUT.node("muted-icon"),
                        Labels.growing(new VBox(words, address)),
                        button("update-open", "updates.open", () -> model.open(newer)),
                        button("update-skip", "updates.skip", () -> model.skip(newer)),
                        close);
        bar.getStyleClass().addAll("notice-bar", newer.security() ? "trouble-bar" : "word-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Button button(String id, String key, Runnable action) {
        var button = Buttons.plain(id, key, action);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
