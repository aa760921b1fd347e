package dev.crossdock.ui.queue;

import atlantafx.base.theme.Styles;

import dev.crossdock.queue.RecordExport;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.SearchField;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Searching the record and writing it into a file.
final class RecordBar {

    private static final double FIELD = 190;

    private final QueueViewModel model;
    private final SearchViewModel search;
    private final RecordFiles files;
    private final QueueTable table;

    RecordBar(QueueViewModel model, SearchViewModel search, RecordFiles files, QueueTable table) {
        this.model = model;
        this.search = search;
        this.files = files;
        this.table = table;
        search.activeProperty().subscribe(this::show);
    }

    Node[] nodes() {
        return new Node[] {status(), field(), exports()};
    }

    private void show(boolean found) {
        table.show(found ? model.found() : model.list(table.kind()));
        table.say(found ? "queue.empty.found" : "queue.empty.finished");
    }

    private Node status() {
        var status = Labels.small("");
        status.setId("finished-found");
        status.setMinWidth(0);
        status.textProperty().bind(search.statusProperty());
        return status;
    }

    private Node field() {
        var field = new SearchField("finished-search", "queue.search", "queue.search.accessible");
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD / 2);
        field.getStyleClass().addAll(Styles.SMALL, "search-field");
        field.textProperty().bindBidirectional(search.textProperty());
        return field;
    }

    private Node exports() {
        var menu = new MenuButton(null, Icon.EXPORT.node());
        menu.setId("finished-export");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "bare-menu");
        Tip.of(menu).say(Strings.text("queue.export"));
        menu.setAccessibleText(Strings.text("queue.export"));
        for (RecordExport.Format format : RecordExport.Format.values()) {
            menu.getItems().add(item("all", format, () -> all(format)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (RecordExport.Format format : RecordExport.Format.values()) {
            menu.getItems().add(item("some", format, () -> some(format)));
        }
        menu.setOnShowing(_ -> {
            boolean nothing = table.list().picked().isEmpty() && !search.activeProperty().get();
            List<MenuItem> items = menu.getItems();
            items.subList(3, items.size()).forEach(item -> item.setDisable(nothing));
        });
        return menu;
    }

    private static MenuItem item(String which, RecordExport.Format format, Runnable action) {
        var item = new MenuItem(Strings.text("queue.export." + which + "." + format.word()));
        item.setId("finished-export-" + which + "-" + format.word());
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void all(RecordExport.Format format) {
        choose(format).ifPresent(file -> files.all(file, format));
    }

    /// What is selected, or all that was found.
    private void some(RecordExport.Format format) {
        JobList list = table.list();
        Pick pick = list.picked().isEmpty() ? list.all() : list.pick();
        choose(format).ifPresent(file -> files.some(pick, file, format));
    }

    private Optional<Path> choose(RecordExport.Format format) {
        var chooser = new FileChooser();
        chooser.setTitle(Strings.text("queue.export"));
        chooser.setInitialFileName(
                "crossdock-%s.%s".formatted(LocalDate.now(model.clock()), format.word()));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.name(), "*." + format.word()));
        File chosen = chooser.showSaveDialog(table.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
