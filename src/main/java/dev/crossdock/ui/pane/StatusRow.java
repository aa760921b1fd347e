package dev.crossdock.ui.pane;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// Under the table: how much there is, and the filter.
final class StatusRow extends HBox {

    private final TextField filter = new TextField();

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

        filter.setId(model.side().id() + "-filter");
        filter.setPromptText(Strings.text("pane.filter"));
        filter.setAccessibleText(Strings.text("pane.filter.accessible"));
        filter.setPrefColumnCount(12);
        filter.getStyleClass().add(Styles.SMALL);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                backToTable.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
                backToTable.run();
                event.consume();
            }
        });
        getChildren().addAll(summary, spinner, Labels.spring(), filter);
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}
