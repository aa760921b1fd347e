package dev.crossdock.ui.route;

import atlantafx.base.controls.Popover;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.site.PairRule;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.ClearConsentDialog;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Subscription;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The choices for the two servers; each holds at once and can be taken back.
final class RulesPopover {

    private static final double WIDTH = 380;

    private final RulesViewModel model;
    private final ChoiceBox<Optional<Method>> method = choice("rules-method", RulesWords::method);
    private final ChoiceBox<HashRule> hash = choice("rules-hash", RulesWords::hash);
    private final CheckBox relay = check("rules-relay", "rules.relay");
    private final CheckBox clear = check("rules-clear", "rules.clear");
    private final Node reset =
            Buttons.plain("rules-reset", "rules.reset", () -> change(now -> now.rule().reset()));
    private boolean showing;

    RulesPopover(RulesViewModel model) {
        this.model = model;
        hash.getItems().setAll(HashRule.values());
        clear.getStyleClass().add("clear-choice");
    }

    void show(Node at) {
        model.currentProperty().get().ifPresent(between -> show(at, between));
    }

    private void show(Node at, RulesViewModel.Between between) {
        Window window = at.getScene().getWindow();
        var popover = new Popover(content());
        popover.setTitle(Strings.text("rules.title", between.left(), between.right()));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        Subscription shown = model.currentProperty().subscribe(this::take);
        listen(window, popover);
        popover.setOnHidden(_ -> shown.unsubscribe());
        popover.show(at);
    }

    private Node content() {
        var box =
                new VBox(
                        row("rules.method", method),
                        row("rules.hash", hash),
                        explained(relay, "rules.relay.note"),
                        explained(clear, "rules.clear.note"),
                        reset);
        box.setId("rules-popover");
        box.getStyleClass().add("rules-form");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        return box;
    }

    private void listen(Window window, Popover popover) {
        onChoice(method, only -> change(now -> now.rule().by(only)));
        onChoice(hash, rule -> change(now -> now.rule().hash(rule)));
        relay.setOnAction(_ -> change(now -> now.rule().relay(relay.isSelected())));
        clear.setOnAction(_ -> {
            if (clear.isSelected()) {
                clear.setSelected(false);
                popover.hide();
                askForConsent(window);
            } else {
                change(now -> now.rule().clear(false));
            }
        });
    }

    private void askForConsent(Window window) {
        model.currentProperty()
                .get()
                .ifPresent(asked ->
                        ClearConsentDialog.create(window, asked.left(), asked.right())
                                .show(_ -> consented(asked)));
    }

    /// The panes may be on other servers by now.
    private void consented(RulesViewModel.Between asked) {
        if (model.currentProperty().get().filter(asked::equals).isPresent()) {
            model.change(asked.rule().clear(true));
        }
    }

    private void take(Optional<RulesViewModel.Between> between) {
        between.ifPresent(now -> {
            showing = true;
            var open = RulesWords.methods(now.rule());
            if (!method.getItems().equals(open)) {
                method.getItems().setAll(open);
            }
            method.setValue(now.rule().method());
            hash.setValue(now.rule().hash());
            relay.setSelected(now.rule().allowRelay());
            clear.setSelected(now.rule().allowClear());
            reset.setDisable(now.rule().isUsual());
            showing = false;
        });
    }

    private void change(Function<RulesViewModel.Between, PairRule> change) {
        model.currentProperty().get().map(change).ifPresent(model::change);
    }

    private <T> void onChoice(ChoiceBox<T> box, Consumer<T> chosen) {
        box.setOnAction(_ -> {
            T value = box.getValue();
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
    }

    private static Node row(String key, ChoiceBox<?> choice) {
        var label = new Label(Strings.text(key));
        label.setLabelFor(choice);
        label.setMinWidth(90);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(Strings.text(key));
        var row = new HBox(label, Labels.growing(choice));
        row.getStyleClass().add("form-row");
        return row;
    }

    private static Node explained(CheckBox box, String key) {
        var note = Labels.note(Strings.text(key));
        note.getStyleClass().add("rules-note");
        return new VBox(box, note);
    }

    private static CheckBox check(String id, String key) {
        var box = new CheckBox(Strings.text(key));
        box.setId(id);
        return box;
    }

    private static <T> ChoiceBox<T> choice(String id, Function<T, String> words) {
        var box = new ChoiceBox<T>();
        box.setId(id);
        box.setConverter(new ChoiceWords<>(words));
        return box;
    }
}
