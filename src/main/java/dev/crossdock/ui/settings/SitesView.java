package dev.crossdock.ui.settings;

import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// The sites, and what the chosen one allows at once.
final class SitesView extends HBox {

    private static final double LIST = 280;

    private final BorderPane limits = new BorderPane();

    SitesView(SitesSection model) {
        getStyleClass().add("settings-columns");
        var sites = new ListView<SiteLimits>(model.sites());
        sites.setId("settings-sites");
        sites.setAccessibleText(Strings.text("settings.sites.list"));
        sites.setPlaceholder(Labels.muted(Strings.text("settings.sites.empty")));
        sites.setPrefWidth(LIST);
        sites.setMinWidth(LIST);
        sites.setCellFactory(_ -> new SiteCell());
        sites.getSelectionModel().selectedItemProperty().subscribe(this::show);
        sites.getSelectionModel().selectFirst();
        getChildren().addAll(sites, Labels.growing(limits));
    }

    private void show(@Nullable SiteLimits site) {
        limits.setCenter(site == null ? null : form(site));
    }

    private static Node form(SiteLimits site) {
        var title = new Label(VisibleText.of(site.name()));
        title.getStyleClass().add("batch-title");
        var grid =
                new FormGrid()
                        .number("settings-site-logins", "settings.sites.logins", site.logins())
                        .wide(Labels.note(Strings.text("settings.sites.logins.note")))
                        .number("settings-site-uploads", "settings.sites.uploads", site.uploads())
                        .number(
                                "settings-site-downloads",
                                "settings.sites.downloads",
                                site.downloads())
                        .note("settings.sites.note");
        var box = new VBox(title, grid);
        box.getStyleClass().add("settings-list");
        return box;
    }

    private static final class SiteCell extends ListCell<SiteLimits> {

        private final Label name = new Label();
        private final Label summary = Labels.small("");
        private final VBox lines = new VBox(name, summary);

        @Override
        protected void updateItem(SiteLimits site, boolean empty) {
            super.updateItem(site, empty);
            if (empty || site == null) {
                setGraphic(null);
                return;
            }
            name.setText(VisibleText.of(site.name()));
            summary.setText(site.summaryProperty().get());
            setAccessibleText(name.getText() + ": " + summary.getText());
            setGraphic(lines);
        }
    }
}
