package dev.crossdock.ui.dialog;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.VisibleText;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.stream.Collectors;

/// The same facts of two things side by side; where they differ, the second stands out.
final class CompareGrid extends GridPane {

    private static final double HALF = 50;

    private int rows;

    CompareGrid(String before, String now) {
        getStyleClass().addAll("fact-grid", "compare-grid");
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(names, half(), half());
        add(head(before), 1, rows);
        add(head(now), 2, rows);
        rows++;
    }

    CompareGrid row(String name, String before, String now) {
        put(name, value(before), value(now));
        return this;
    }

    /// Values that are compared letter by letter.
    CompareGrid code(String name, String before, String now) {
        Label old = value(before);
        Label fresh = value(now);
        old.getStyleClass().add("code");
        fresh.getStyleClass().add("code");
        put(name, old, fresh);
        return this;
    }

    private void put(String name, Label before, Label now) {
        if (!before.getText().isEmpty() && !before.getText().equals(now.getText())) {
            now.getStyleClass().add("danger-text");
        }
        var left = new Label(name);
        left.getStyleClass().add(Styles.TEXT_MUTED);
        for (Node each : new Node[] {left, before, now}) {
            GridPane.setValignment(each, VPos.TOP);
        }
        addRow(rows++, left, before, now);
    }

    private static Label head(String words) {
        var label = new Label(words);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private static Label value(String words) {
        var label = new Label(words.lines().map(VisibleText::of).collect(Collectors.joining("\n")));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setHgrow(Priority.ALWAYS);
        half.setPercentWidth(HALF - 8);
        return half;
    }
}
