package dev.crossdock.ui.dialog;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.VisibleText;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.stream.Collectors;

/// Named facts in two columns; the values wrap.
public final class FactGrid extends GridPane {

    private int rows;

    public FactGrid() {
        getStyleClass().add("fact-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    public FactGrid fact(String name, String value) {
        row(name, value);
        return this;
    }

    /// A value that nobody should overlook.
    FactGrid alarm(String name, String value) {
        row(name, value).getStyleClass().add("danger-text");
        return this;
    }

    /// A value that is compared letter by letter.
    FactGrid code(String name, String value) {
        row(name, value).getStyleClass().add("code");
        return this;
    }

    private static String visible(String value) {
        return value.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
    }

    private Label row(String name, String value) {
        var left = new Label(name);
        left.getStyleClass().add(Styles.TEXT_MUTED);
        var right = new Label(visible(value));
        right.setWrapText(true);
        right.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(left, VPos.TOP);
        add(left, 0, rows);
        add(right, 1, rows);
        rows++;
        return right;
    }
}
