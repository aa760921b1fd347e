package dev.crossdock.ui.about;

import atlantafx.base.theme.Styles;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.DialogFrame;
import dev.crossdock.ui.dialog.FactGrid;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/// Which Crossdock this is, what it runs on and what it is made of.
public final class AboutDialog {

    /// Larger than shown, for screens with more pixels than points.
    private static final String PICTURE = "/dev/crossdock/icons/crossdock-128.png";

    private static final double WIDTH = 560;
    private static final double TABLE_HEIGHT = 184;
    private static final double ICON = 56;

    private final AboutViewModel model;
    private final Label copied = Labels.small("");

    private AboutDialog(AboutFacts facts) {
        model = new AboutViewModel(facts);
        copied.setId("about-copied");
    }

    /// @param more lines of others, such as one about updates; they stand under the versions
    public static DialogFrame<Boolean> create(
            @Nullable Window owner, AboutFacts facts, List<Node> more) {
        var dialog = new AboutDialog(facts);
        var nodes = new ArrayList<Node>();
        nodes.add(Labels.wrapped(Strings.text("about.text")));
        nodes.add(dialog.versions());
        nodes.addAll(more);
        nodes.add(dialog.libraries());
        return new DialogFrame<Boolean>(
                        owner, "about-dialog", picture(), Strings.text("window.title"), WIDTH)
                .content(nodes.toArray(Node[]::new))
                .answeringByDefault("about-dialog-ok", Strings.text("dialog.close"), () -> true);
    }

    private static Node picture() {
        var picture = new ImageView();
        URL image = AboutDialog.class.getResource(PICTURE);
        if (image != null) {
            picture.setImage(new Image(image.toExternalForm()));
        }
        picture.setFitWidth(ICON);
        picture.setFitHeight(ICON);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        return picture;
    }

    private Node versions() {
        var grid = new FactGrid();
        model.facts().rows().forEach(row -> grid.fact(row.name(), row.words()));
        grid.fact(Strings.text("about.licence"), Strings.text("about.licence.own"));
        var copy =
                new VBox(Buttons.text("about-copy", Icon.COPY, "about.copy", this::copy), copied);
        copy.getStyleClass().add("about-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(Labels.growing(grid), copy);
        row.getStyleClass().add("form-actions");
        return row;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.facts().text());
        Clipboard.getSystemClipboard().setContent(content);
        copied.setText(Strings.text("about.copied"));
    }

    private Node libraries() {
        var title = new Label(Strings.text("about.libraries"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        var head = new HBox(title, Labels.spring(), filter());
        head.setAlignment(Pos.CENTER_LEFT);
        var table = new LibraryTable(model);
        table.setPrefHeight(TABLE_HEIGHT);
        table.setMinHeight(TABLE_HEIGHT / 2);
        var part = new VBox(head, table);
        part.getStyleClass().add("about-libraries");
        return part;
    }

    private Node filter() {
        var field = new SearchField("about-filter", "about.filter", "about.filter.name");
        field.textProperty().bindBidirectional(model.filterProperty());
        field.setVisible(model.hasLibraries());
        return field;
    }
}
