package dev.crossdock.ui.about;

import atlantafx.base.theme.Styles;

import dev.crossdock.about.Library;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Name, version and licence of each library.
final class LibraryTable extends TableView<Library> {

    LibraryTable(AboutViewModel model) {
        setId("about-libraries");
        setAccessibleText(Strings.text("about.libraries"));
        setItems(model.shown());
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        setPlaceholder(Labels.muted(model.emptyWords()));
        getColumns()
                .addAll(
                        List.of(
                                column("name", 190, Library::name),
                                column("version", 90, Library::version),
                                column("licence", 260, Library::licence)));
    }

    private static TableColumn<Library, String> column(
            String id, double width, Function<Library, String> text) {
        var column = new TableColumn<Library, String>(Strings.text("about.column." + id));
        column.setId("about-" + id);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 80));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell());
        return column;
    }

    /// Its whole text is the tooltip, since the names of licences are long.
    private static final class TextCell extends TableCell<Library, String> {

        private final Tooltip whole = new Tooltip();

        TextCell() {
            whole.setWrapText(true);
            whole.setMaxWidth(380);
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            boolean bare = empty || words == null || words.isEmpty();
            setText(bare ? "" : words);
            whole.setText(bare ? "" : words);
            setTooltip(bare ? null : whole);
        }
    }
}
