package dev.crossdock.ui.update;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.update.Finding.Newer;
import dev.crossdock.update.Known;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What was found last of newer versions, and a button that asks once.
public final class UpdateState extends VBox {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final double GAP = 8;

    private final UpdatesViewModel model;
    private final ZoneId zone;
    private final Label found = Labels.wrapped("");

    public UpdateState(UpdatesViewModel model, ZoneId zone) {
        super(GAP);
        this.model = model;
        this.zone = zone;
        setId("update-state");
        found.setId("update-found");
        var check = Buttons.text("update-check", Icon.REFRESH, "updates.check", model::check);
        var open = Buttons.plain("update-state-open", "updates.open", this::open);
        open.setVisible(false);
        open.setManaged(false);
        var row =
                new HBox(GAP, check, open, Labels.note(Strings.text("updates.host", model.host())));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(found, row);
        whileShown(model.knownProperty())
                .subscribe(_ -> {
                    open.setVisible(newer().isPresent());
                    open.setManaged(newer().isPresent());
                    say();
                });
        whileShown(model.busyProperty())
                .subscribe(now -> {
                    check.setDisable(now);
                    say();
                });
    }

    /// The model lasts; a view that is closed hears no more of it.
    private <T> ObservableValue<T> whileShown(ObservableValue<T> value) {
        return value.when(
                sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false));
    }

    private void open() {
        newer().ifPresent(model::open);
    }

    private Optional<Newer> newer() {
        return model.knownProperty().get().flatMap(Known::newer);
    }

    private void say() {
        Optional<Known> known = model.knownProperty().get();
        boolean busy = model.busyProperty().get();
        boolean trouble = !busy && known.map(Known::trouble).orElse(false);
        found.setText(busy ? Strings.text("updates.looking") : known.map(this::words).orElse(""));
        found.setGraphic(trouble ? Icon.WARNING.node("danger-icon") : null);
    }

    private String words(Known now) {
        return now.checked()
                .map(at ->
                        Strings.text(
                                "updates.found",
                                VisibleText.of(now.words()),
                                TIME.format(at.atZone(zone))))
                .orElse(Strings.text("updates.never"));
    }
}
