package dev.crossdock.ui.settings;

import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.function.Function;

/// Named fields under each other; what is wrong with one stands under it.
final class FormGrid extends GridPane {

    private static final int NUMBER_COLUMNS = 7;

    private int rows;

    FormGrid() {
        getStyleClass().add("form");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setHalignment(HPos.LEFT);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, fields);
    }

    /// @param key of the name; its unit is at `key.unit`
    FormGrid number(String id, String key, WholeNumber number, ObservableStringValue problem) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(NUMBER_COLUMNS);
        field.textProperty().bindBidirectional(number.typedProperty());
        field.setAccessibleText(Strings.text(key));
        Label unit = Labels.small(Strings.text(key + ".unit"));
        var row = new HBox(field, unit);
        row.getStyleClass().add("form-row");
        row(key, field, row);
        return wide(problem(id + "-problem", problem));
    }

    FormGrid number(String id, String key, WholeNumber number) {
        return number(id, key, number, number.problemProperty());
    }

    <T> FormGrid choice(String id, String key, ChoiceBox<T> box) {
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Strings.text(key));
        row(key, box, box);
        return this;
    }

    /// Something in the column of the fields.
    FormGrid wide(Node node) {
        add(node, 1, rows++);
        return this;
    }

    /// Words over both columns.
    FormGrid note(String key) {
        add(Labels.muted(Strings.text(key)), 0, rows++, 2, 1);
        return this;
    }

    static <T> ChoiceBox<T> choiceBox(
            List<T> choices, Property<T> chosen, Function<T, String> words) {
        var box = new ChoiceBox<T>(FXCollections.observableList(choices));
        box.setConverter(new ChoiceWords<>(words));
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /// What is wrong, taking no room while nothing is.
    static Label problem(String id, ObservableStringValue words) {
        var label = Labels.wrapped("");
        label.setId(id);
        label.setGraphic(Icon.WARNING.node("danger-icon"));
        label.getStyleClass().add("danger-text");
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private void row(String key, Node field, Node row) {
        var name = new Label(Strings.text(key));
        name.setLabelFor(field);
        add(name, 0, rows);
        add(row, 1, rows);
        rows++;
    }
}
