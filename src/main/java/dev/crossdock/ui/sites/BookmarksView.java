package dev.crossdock.ui.sites;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.Bookmark;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.TableKeys;
import dev.crossdock.ui.control.VisibleText;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Function;

/// The bookmarks of a site, and under them a line to write one.
final class BookmarksView extends VBox {

    private static final double HEIGHT = 150;
    private static final double LINE = 28;

    private final BookmarkList model;
    private final TableView<Bookmark> table = new TableView<>();
    private final TextField name;

    BookmarksView(BookmarkList model) {
        this.model = model;
        name = field("site-bookmark-name", "sites.bookmark.name", model.nameProperty());
        TextField remote =
                field("site-bookmark-remote", "sites.bookmark.remote", model.remoteProperty());
        TextField local =
                field("site-bookmark-local", "sites.bookmark.local", model.localProperty());
        var line = new HBox(Labels.growing(name), Labels.growing(remote), Labels.growing(local));
        line.getStyleClass().add("form-row");
        getStyleClass().add("field-cell");
        getChildren()
                .addAll(
                        table(),
                        line,
                        FieldRows.problem("site-bookmark-problem", model.problemProperty()),
                        buttons());
    }

    private Node table() {
        table.setId("site-bookmarks");
        table.setAccessibleText(Strings.text("sites.bookmarks"));
        table.setPlaceholder(Labels.muted(Strings.text("sites.bookmarks.none")));
        table.setFixedCellSize(LINE);
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("sites.bookmark.name", Bookmark::name));
        table.getColumns()
                .add(
                        column(
                                "sites.bookmark.remote.column",
                                each -> each.remote().map(RemotePath::value).orElse("")));
        table.getColumns()
                .add(column("sites.bookmark.local.column", each -> each.local().orElse("")));
        model.allProperty().subscribe(all -> table.getItems().setAll(all));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(bookmark -> {
                    if (bookmark != null) {
                        model.edit(bookmark);
                    }
                });
        var keys = new TableKeys();
        keys.on(KeyCode.DELETE, this::remove);
        keys.on(
                KeyCode.UP,
                () -> move(-1),
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        keys.on(
                KeyCode.DOWN,
                () -> move(1),
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        keys.install(table);
        return table;
    }

    private Node buttons() {
        BooleanBinding none = Bindings.isEmpty(table.getSelectionModel().getSelectedIndices());
        BooleanBinding wrong =
                Bindings.createBooleanBinding(
                        () -> !model.canAdd(),
                        model.nameProperty(),
                        model.remoteProperty(),
                        model.localProperty(),
                        model.allProperty());
        Button add = Buttons.plain("site-bookmark-add", "sites.bookmark.add", this::add);
        add.disableProperty().bind(wrong);
        Button change =
                Buttons.plain("site-bookmark-change", "sites.bookmark.change", this::change);
        change.disableProperty().bind(wrong.or(none));
        Button up = Buttons.icon("site-bookmark-up", Icon.UP, "sites.bookmark.up", () -> move(-1));
        Button down =
                Buttons.icon("site-bookmark-down", Icon.DOWN, "sites.bookmark.down", () -> move(1));
        Button remove =
                Buttons.icon(
                        "site-bookmark-remove", Icon.DELETE, "sites.bookmark.remove", this::remove);
        up.disableProperty().bind(none);
        down.disableProperty().bind(none);
        remove.disableProperty().bind(none);
        var row = new HBox(add, change, Labels.spring(), up, down, remove);
        row.getStyleClass().add("form-row");
        return row;
    }

    private void add() {
        if (model.canAdd()) {
            model.add();
            table.getSelectionModel().clearSelection();
            name.requestFocus();
        }
    }

    private void change() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0 && model.canAdd()) {
            model.replace(row);
            table.getSelectionModel().clearSelection();
            name.requestFocus();
        }
    }

    private void remove() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            model.remove(row);
            table.getSelectionModel().clearSelection();
        }
    }

    private void move(int by) {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            table.getSelectionModel().clearAndSelect(model.move(row, by));
        }
    }

    private TextField field(String id, String key, StringProperty value) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(Strings.text(key));
        field.setAccessibleText(Strings.text(key));
        field.textProperty().bindBidirectional(value);
        // Enter is for the bookmark here, not for the whole form.
        field.setOnAction(event -> {
            if (model.canAdd()) {
                add();
                event.consume();
            }
        });
        return field;
    }

    private static TableColumn<Bookmark, String> column(
            String key, Function<Bookmark, String> words) {
        var column = new TableColumn<Bookmark, String>(Strings.text(key));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(VisibleText.of(words.apply(row.getValue()))));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
