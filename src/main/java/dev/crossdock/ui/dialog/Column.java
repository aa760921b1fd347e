package dev.crossdock.ui.dialog;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Nodes under each other at one fixed width.
///
/// A dialog asks its content for a height before it has a width; labels that wrap then answer with
/// one line and are cut off. This box answers for the width it is going to have.
final class Column extends VBox {

    static final double USUAL_WIDTH = 440;

    private final double width;

    Column(double width, Node... nodes) {
        super(nodes);
        this.width = width;
        getStyleClass().add("dialog-column");
    }

    @Override
    protected double computePrefWidth(double height) {
        return width;
    }

    @Override
    protected double computeMinWidth(double height) {
        return width;
    }

    @Override
    protected double computePrefHeight(double any) {
        return super.computePrefHeight(any < 0 ? width : any);
    }

    @Override
    protected double computeMinHeight(double any) {
        return super.computeMinHeight(any < 0 ? width : any);
    }
}
