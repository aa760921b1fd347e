package dev.crossdock.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.paint.Color;

/// What the drag gestures of the window have in common.
public final class Drags {

    private Drags() {}

    /// A kind of content of our own; each can be made only once.
    public static DataFormat format(String id) {
        DataFormat known = DataFormat.lookupMimeType(id);
        return known == null ? new DataFormat(id) : known;
    }

    /// What hangs on the pointer, in the looks of the window that it comes from.
    public static Image picture(Node from, Icon icon, String words) {
        var label = new Label(words);
        label.setGraphic(icon.node());
        label.getStyleClass().add("drag-picture");
        var scene = new Scene(label, Color.TRANSPARENT);
        scene.getStylesheets().setAll(from.getScene().getStylesheets());
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        label.applyCss();
        return label.snapshot(parameters, null);
    }
}
