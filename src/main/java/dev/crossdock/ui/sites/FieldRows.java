package dev.crossdock.ui.sites;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Function;

/// Named fields under each other; what is wrong with one stands under it. A row that is hidden
/// leaves no gap.
final class FieldRows extends VBox {

    private static final double NAMES = 140;

    FieldRows() {
        getStyleClass().add("field-rows");
    }

    /// A line to type in.
    static TextField field(String key, Typed<?> typed) {
        return dressed(new TextField(), key, typed);
    }

    /// Several lines to type in; Tab leaves it.
    static TextArea area(String key, Typed<?> typed, int lines) {
        var area = dressed(new TextArea(), key, typed);
        area.setPrefRowCount(lines);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(area, event));
        return area;
    }

    static <T> ChoiceBox<T> choice(
            String id, String key, List<T> choices, Property<T> chosen, Function<T, String> words) {
        var box = new ChoiceBox<T>(FXCollections.observableList(choices));
        box.setId(id);
        box.setConverter(new ChoiceWords<>(words));
        box.valueProperty().bindBidirectional(chosen);
        box.setAccessibleText(plain(key));
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /// What is wrong, taking no room while nothing is.
    static Label problem(String id, ObservableStringValue words) {
        var label = Labels.wrapped("");
        label.setId(id);
        label.setGraphic(Icon.WARNING.node("danger-icon"));
        label.getStyleClass().add("danger-text");
        label.textProperty().bind(words);
        showOnly(label, label.textProperty().isNotEmpty());
        return label;
    }

    static Label problem(Typed<?> typed) {
        return problem(typed.id() + "-problem", typed.problemProperty());
    }

    static void showOnly(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /// The words of a key without the mark of its mnemonic.
    static String plain(String key) {
        return Strings.text(key).replace("_", "");
    }

    FieldRows text(String key, Typed<?> typed) {
        TextField field = field(key, typed);
        return row(key, field, field, problem(typed));
    }

    /// A short line to type in, and what stands behind it.
    FieldRows number(String key, Typed<?> typed, int columns) {
        TextField field = field(key, typed);
        field.setPrefColumnCount(columns);
        var line = new HBox(field, Labels.small(Strings.text(key + ".unit")));
        line.getStyleClass().add("form-row");
        return row(key, field, line, problem(typed));
    }

    FieldRows lines(String key, Typed<?> typed, int lines) {
        TextArea area = area(key, typed, lines);
        return row(key, area, area, problem(typed));
    }

    <T> FieldRows choose(
            String id, String key, List<T> choices, Property<T> chosen, Function<T, String> words) {
        ChoiceBox<T> box = choice(id, key, choices, chosen, words);
        return row(key, box, box);
    }

    FieldRows check(String id, String key, Property<Boolean> chosen) {
        var box = new CheckBox(Strings.text(key));
        box.setMnemonicParsing(true);
        box.setId(id);
        box.selectedProperty().bindBidirectional(chosen);
        getChildren().add(line(new Label(), box));
        return this;
    }

    /// @param field what the name is of
    /// @param under each other, the field first
    FieldRows row(String key, Node field, Node... under) {
        var name = new Label(Strings.text(key));
        name.setMnemonicParsing(true);
        name.setLabelFor(field);
        getChildren().add(line(name, under));
        return this;
    }

    /// Small print under the field before.
    FieldRows note(String key) {
        Node row = line(new Label(), Labels.note(Strings.text(key)));
        row.getStyleClass().add("field-note");
        getChildren().add(row);
        return this;
    }

    FieldRows title(String key) {
        var title = new Label(Strings.text(key));
        title.getStyleClass().addAll(Styles.TEXT_BOLD, "field-title");
        getChildren().add(title);
        return this;
    }

    /// Anything, over both columns.
    FieldRows wide(Node node) {
        getChildren().add(node);
        return this;
    }

    /// The last row is there only while the value is true.
    FieldRows only(ObservableValue<Boolean> when) {
        showOnly(getChildren().getLast(), when);
        return this;
    }

    private static Node line(Label name, Node... under) {
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setWrapText(true);
        var cell = new VBox(under);
        cell.getStyleClass().add("field-cell");
        HBox.setHgrow(cell, Priority.ALWAYS);
        var row = new HBox(name, cell);
        row.getStyleClass().add("field-row");
        return row;
    }

    private static <C extends TextInputControl> C dressed(C control, String key, Typed<?> typed) {
        control.setId(typed.id());
        control.textProperty().bindBidirectional(typed.textProperty());
        control.setAccessibleText(plain(key));
        return control;
    }

    private static void leave(TextArea area, KeyEvent event) {
        boolean plainTab =
                event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown();
        if (plainTab) {
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
