package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.queue.Hold;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;
import dev.crossdock.ui.dialog.TimeDialog;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Holds the queue as a whole, and shows that it is held.
final class HoldButton extends MenuButton {

    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private final QueueViewModel model;
    private final MenuItem goOn = item("queue-go-on", Icon.RESUME, "queue.hold.none");
    private final MenuItem after = item("queue-hold-after", Icon.PAUSE, "queue.hold.after");
    private final MenuItem now = item("queue-hold-now", Icon.HOLD, "queue.hold.now");
    private final MenuItem later = item("queue-hold-until", Icon.LATER, "queue.hold.until");

    HoldButton(QueueViewModel model) {
        this.model = model;
        setId("queue-hold");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "bare-menu", "hold-button");
        setGraphic(Icon.HOLD.node());
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getItems().addAll(goOn, after, now, later);
        goOn.setOnAction(_ -> model.hold(Hold.NONE));
        after.setOnAction(_ -> model.hold(Hold.AFTER_CURRENT));
        now.setOnAction(_ -> model.hold(Hold.NOW));
        later.setOnAction(_ -> askWhen());
        model.overviewProperty().subscribe(sum -> show(sum.totals().hold()));
    }

    private void show(Hold hold) {
        boolean held = hold != Hold.NONE;
        String words = Strings.text("queue.hold.is." + hold.name());
        pseudoClassStateChanged(HELD, held);
        setText(held ? Strings.text("queue.hold.brief") : "");
        Tip.of(this).say(words);
        setAccessibleText(words);
        goOn.setDisable(!held);
        now.setDisable(hold == Hold.NOW);
    }

    private void askWhen() {
        TimeDialog.create(
                        getScene().getWindow(),
                        Strings.text("queue.hold.until.title"),
                        Strings.text("queue.hold.until.text"),
                        model.clock())
                .show(model::holdUntil);
    }

    private static MenuItem item(String id, Icon icon, String key) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.setId(id);
        return item;
    }
}
