package dev.crossdock.ui.settings;

import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Function;

/// A list of patterns, and under it a line to write one.
final class PatternsView extends VBox {

    private static final double WIDE = 170;
    private static final double NARROW = 120;

    private final String id;
    private final PatternList model;
    private final TableView<NamePattern> table = new TableView<>();
    private final TextField typed = new TextField();

    /// @param id what the ids of the controls begin with
    /// @param files the list is of files, and its order counts
    PatternsView(String id, PatternList model, boolean files) {
        this.id = id;
        this.model = model;
        getStyleClass().add("settings-list");
        getChildren().addAll(table(files), line(), choices(files), words());
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    private Node table(boolean files) {
        table.setId(id + "-table");
        table.setAccessibleText(Strings.text("settings.patterns.table"));
        table.setItems(model.patterns());
        table.setPlaceholder(Labels.muted(Strings.text("settings.patterns.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("pattern", WIDE, NamePattern::text));
        table.getColumns().add(column("syntax", NARROW, each -> SettingsWords.of(each.syntax())));
        if (!files) {
            table.getColumns().add(column("scope", NARROW, each -> SettingsWords.of(each.scope())));
        }
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> {
                    if (chosen != null) {
                        model.edit(chosen);
                    }
                });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        return table;
    }

    private Node line() {
        typed.setId(id + "-pattern");
        typed.setPromptText(Strings.text("settings.patterns.prompt"));
        typed.setAccessibleText(Strings.text("settings.patterns.accessible"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        // Without it Enter would press the button that ends the dialog.
        typed.setOnAction(_ -> model.add());
        Button add = Buttons.text(id + "-add", Icon.ADD, "settings.patterns.add", model::add);
        Button change =
                Buttons.text(id + "-change", Icon.EDIT, "settings.patterns.change", this::change);
        BooleanBinding unfit =
                Bindings.createBooleanBinding(
                        () -> model.candidateProperty().get().isEmpty(), model.candidateProperty());
        add.disableProperty().bind(unfit);
        change.disableProperty().bind(unfit.or(none()));
        var line = new HBox(Labels.growing(typed), add, change);
        line.getStyleClass().add("form-row");
        return line;
    }

    private Node choices(boolean files) {
        var syntax =
                FormGrid.choiceBox(
                        List.of(Syntax.values()), model.syntaxProperty(), SettingsWords::of);
        syntax.setId(id + "-syntax");
        syntax.setAccessibleText(Strings.text("settings.patterns.column.syntax"));
        var row = new HBox(syntax);
        if (!files) {
            var scope =
                    FormGrid.choiceBox(
                            List.of(Scope.values()), model.scopeProperty(), SettingsWords::of);
            scope.setId(id + "-scope");
            scope.setAccessibleText(Strings.text("settings.patterns.column.scope"));
            row.getChildren().add(scope);
        }
        row.getChildren().add(Labels.spring());
        if (files) {
            row.getChildren()
                    .addAll(
                            icon("up", Icon.UP, () -> move(-1)),
                            icon("down", Icon.DOWN, () -> move(1)));
        }
        row.getChildren().add(icon("remove", Icon.DELETE, this::remove));
        row.getStyleClass().add("form-row");
        return row;
    }

    private BooleanBinding none() {
        return table.getSelectionModel().selectedItemProperty().isNull();
    }

    private Button icon(String name, Icon icon, Runnable action) {
        Button button = Buttons.icon(id + "-" + name, icon, "settings.patterns." + name, action);
        button.disableProperty().bind(none());
        return button;
    }

    /// The note gives way to what is wrong, or not yet done.
    private Node words() {
        var words =
                Bindings.createStringBinding(
                        () ->
                                model.problemProperty().get().isEmpty()
                                                && model.pendingProperty().get()
                                        ? Strings.text("settings.patterns.pending")
                                        : model.problemProperty().get(),
                        model.problemProperty(),
                        model.pendingProperty());
        Label problem = FormGrid.problem(id + "-problem", words);
        Label note = Labels.note(Strings.text("settings.patterns.note"));
        note.visibleProperty().bind(problem.visibleProperty().not());
        note.managedProperty().bind(note.visibleProperty());
        return new VBox(note, problem);
    }

    private void key(KeyEvent event) {
        boolean moves = event.isShortcutDown() && event.isShiftDown();
        if (event.getCode() == KeyCode.DELETE) {
            remove();
            event.consume();
        } else if (moves && event.getCode() == KeyCode.UP) {
            move(-1);
            event.consume();
        } else if (moves && event.getCode() == KeyCode.DOWN) {
            move(1);
            event.consume();
        }
    }

    private void change() {
        int index = table.getSelectionModel().getSelectedIndex();
        table.getSelectionModel().clearSelection();
        model.replace(index);
    }

    private void remove() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            table.getSelectionModel().clearSelection();
            model.remove(index);
        }
    }

    private void move(int by) {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            table.getSelectionModel().select(model.move(index, by));
        }
    }

    private static TableColumn<NamePattern, String> column(
            String name, double width, Function<NamePattern, String> words) {
        var column =
                new TableColumn<NamePattern, String>(
                        Strings.text("settings.patterns.column." + name));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        return column;
    }
}
