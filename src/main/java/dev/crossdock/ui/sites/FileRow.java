package dev.crossdock.ui.sites;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.util.Optional;
import java.util.function.Function;

/// A field for a file or folder of this computer, with a button to look for it.
final class FileRow extends HBox {

    private final TextField field;

    private FileRow(String key, Typed<?> model, Function<Window, Optional<File>> chooser) {
        getStyleClass().add("form-row");
        field = FieldRows.field(key, model);
        var browse =
                Buttons.icon(
                        model.id() + "-browse",
                        Icon.EMPTY_FOLDER,
                        "sites.browse",
                        () ->
                                chooser.apply(getScene().getWindow())
                                        .ifPresent(file -> field.setText(file.getPath())));
        getChildren().addAll(Labels.growing(field), browse);
    }

    TextField field() {
        return field;
    }

    static FileRow file(String key, Typed<?> model) {
        return new FileRow(
                key,
                model,
                window -> {
                    var chooser = new FileChooser();
                    chooser.setTitle(FieldRows.plain(key));
                    chooser.getExtensionFilters()
                            .addAll(
                                    new FileChooser.ExtensionFilter(
                                            Strings.text("sites.certificate.files"),
                                            "*.p12",
                                            "*.pfx"),
                                    new FileChooser.ExtensionFilter(
                                            Strings.text("sites.files.all"), "*"));
                    return Optional.ofNullable(chooser.showOpenDialog(window));
                });
    }

    static FileRow folder(String key, Typed<?> model) {
        return new FileRow(
                key,
                model,
                window -> {
                    var chooser = new DirectoryChooser();
                    chooser.setTitle(FieldRows.plain(key));
                    var now = new File(model.textProperty().get().strip());
                    if (now.isDirectory()) {
                        chooser.setInitialDirectory(now);
                    }
                    return Optional.ofNullable(chooser.showDialog(window));
                });
    }
}
