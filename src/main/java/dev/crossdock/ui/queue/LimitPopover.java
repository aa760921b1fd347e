package dev.crossdock.ui.queue;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import dev.crossdock.model.ByteRate;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;

/// The speed limit: any that is typed, or one of the usual ones; each holds at once.
final class LimitPopover {

    private static final double WIDTH = 380;
    private static final double OVERLAP = 4;
    private static final List<String> USUAL = List.of("500K", "1M", "2M", "5M", "10M");

    private final LimitViewModel model;
    private final ToggleGroup usual = new ToggleGroup();
    private final TextField typed = new TextField();

    LimitPopover(LimitViewModel model) {
        this.model = model;
    }

    /// @param icon the part of the button that stays where it is
    void show(Button button, Node icon) {
        model.untype();
        var popover = new Popover(content());
        popover.setTitle(Strings.text("queue.limit.title"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
        Subscription shown = model.limitProperty().subscribe(this::take);
        popover.setOnHidden(_ -> {
            shown.unsubscribe();
            typed.textProperty().unbindBidirectional(model.typedProperty());
        });
        double x = icon.localToScreen(icon.getBoundsInLocal()).getCenterX();
        double y = button.localToScreen(button.getBoundsInLocal()).getMinY();
        popover.show(button, x, y + OVERLAP);
    }

    private Node content() {
        var box = new VBox(typing(), choices(), words());
        box.setId("limit-popover");
        box.getStyleClass().add("limit-form");
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        return box;
    }

    private Node choices() {
        var row = new HBox(choice("off", Optional.empty(), Styles.LEFT_PILL));
        for (String word : USUAL) {
            boolean last = word.equals(USUAL.getLast());
            row.getChildren()
                    .add(
                            choice(
                                    word,
                                    ByteRate.parse(word),
                                    last ? Styles.RIGHT_PILL : Styles.CENTER_PILL));
        }
        return row;
    }

    private ToggleButton choice(String id, Optional<ByteRate> rate, String pill) {
        var choice =
                new ToggleButton(rate.map(ByteRate::word).orElse(Strings.text("queue.limit.none")));
        choice.setId("limit-" + id);
        choice.getStyleClass().add(pill);
        choice.setUserData(rate);
        choice.setToggleGroup(usual);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(
                rate.map(some -> Strings.text("queue.limit.choice", some.word()))
                        .orElse(Strings.text("queue.limit.none")));
        choice.setOnAction(_ -> {
            model.set(rate);
            // A second press would leave none selected.
            choice.setSelected(true);
        });
        return Labels.growing(choice);
    }

    private Node typing() {
        var label = new Label(Strings.text("queue.limit.field"));
        label.setLabelFor(typed);
        typed.setId("limit-rate");
        typed.setPromptText(Strings.text("queue.limit.field.prompt"));
        typed.setAccessibleText(Strings.text("queue.limit.field.accessible"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.setOnAction(_ -> model.submit());
        var set = Buttons.plain("limit-set", "queue.limit.set", model::submit);
        var row = new HBox(label, Labels.growing(typed), set);
        row.getStyleClass().add("form-row");
        return row;
    }

    /// What is wrong takes the place of the note: a popover that grows leaves its button.
    private Node words() {
        var wrong = model.problemProperty().isNotEmpty();
        var problem = Labels.wrapped("");
        problem.setId("limit-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.setGraphic(Icon.WARNING.node("danger-icon"));
        problem.getStyleClass().add("danger-text");
        problem.visibleProperty().bind(wrong);
        var note = Labels.note(Strings.text("queue.limit.note"));
        note.visibleProperty().bind(wrong.not());
        var both = new StackPane(note, problem);
        both.setAlignment(Pos.TOP_LEFT);
        return both;
    }

    private void take(Optional<ByteRate> limit) {
        usual.getToggles().stream()
                .filter(choice -> limit.equals(choice.getUserData()))
                .findFirst()
                .ifPresentOrElse(usual::selectToggle, () -> usual.selectToggle(null));
    }
}
