package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Under the table: how much there is, and the filter.
final class StatusRow extends HBox {

    private final SearchField filter;

    /// @param backToTable puts the cursor into the table
    StatusRow(PaneViewModel model, EntryWords words, Runnable backToTable) {
        getStyleClass().add("status-row");
        var summary = Labels.small("");
        summary.setId(model.side().id() + "-summary");
        summary.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        words.summary(
                                                model.shownProperty().get().total(),
                                                model.shownProperty().get().rows().size(),
                                                model.selectedProperty().get()),
                                model.shownProperty(),
                                model.selectedProperty()));
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("small-spinner");
        spinner.visibleProperty().bind(model.busyProperty());
        spinner.managedProperty().bind(model.busyProperty());

        filter =
                new SearchField(
                        model.side().id() + "-filter", "pane.filter", "pane.filter.accessible");
        filter.setPrefColumnCount(12);
        filter.getStyleClass().add(Styles.SMALL);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    switch (event.getCode()) {
                        case ESCAPE, ENTER, DOWN -> {
                            backToTable.run();
                            event.consume();
                        }
                        default -> {}
                    }
                });
        getChildren().addAll(summary, spinner, Labels.spring(), filter);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
