package dev.crossdock.ui.settings;

import dev.crossdock.model.SiteId;
import dev.crossdock.site.Site;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lists of what is skipped, and beside them a place to try them.
final class SkipView extends HBox {

    private static final double TRIAL = 330;

    SkipView(SkipSection model, List<Site> sites) {
        getStyleClass().add("settings-columns");
        Map<SiteId, String> names =
                sites.stream()
                        .collect(Collectors.toMap(Site::id, site -> VisibleText.of(site.name())));
        List<Optional<SiteId>> choices =
                Stream.concat(
                                Stream.of(Optional.<SiteId>empty()),
                                sites.stream().map(site -> Optional.of(site.id())))
                        .toList();
        ChoiceBox<Optional<SiteId>> where =
                FormGrid.choiceBox(
                        choices,
                        model.whereProperty(),
                        site ->
                                site.map(id ->
                                                Strings.text(
                                                        "settings.skip.site",
                                                        names.getOrDefault(id, id.value())))
                                        .orElse(Strings.text("settings.skip.everywhere")));
        where.setId("settings-skip-where");
        where.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(Strings.text("settings.skip.where"));
        label.setLabelFor(where);
        var line = new HBox(label, Labels.growing(where));
        line.getStyleClass().add("form-row");
        var list = new PatternsView("settings-skip", model.list(), false);
        VBox.setVgrow(list, Priority.ALWAYS);
        var left = new VBox(line, list);
        left.getStyleClass().add("settings-list");
        var trial = new TrialView(model.trial());
        trial.setPrefWidth(TRIAL);
        trial.setMinWidth(TRIAL);
        getChildren().addAll(Labels.growing(left), trial);
    }
}
