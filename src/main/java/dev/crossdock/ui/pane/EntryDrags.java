package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.model.RemotePath;
import dev.crossdock.ui.control.Drags;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.TableRows;
import dev.crossdock.ui.control.VisibleText;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The drag gesture of a table: picking up its rows and taking those of the other pane.
final class EntryDrags {

    private static final DataFormat SELECTION = Drags.format("application/x-crossdock-selection");
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final TableView<Entry> table;
    private final PaneViewModel model;
    private final Carried carried;
    private final BiConsumer<Selection, RemotePath> drop;
    private @Nullable Node highlighted;

    /// @param drop takes what was dropped and the folder it was dropped on
    EntryDrags(
            TableView<Entry> table,
            PaneViewModel model,
            Carried carried,
            BiConsumer<Selection, RemotePath> drop) {
        this.table = table;
        this.model = model;
        this.carried = carried;
        this.drop = drop;
    }

    void install() {
        table.setOnDragDetected(this::detected);
        table.setOnDragOver(this::over);
        table.setOnDragExited(_ -> highlight(null));
        table.setOnDragDropped(this::dropped);
        table.setOnDragDone(_ -> {
            carried.putDown();
            Drags.letPointerGo(table);
        });
    }

    private void detected(MouseEvent event) {
        Optional<Selection> picked = model.selection();
        if (picked.isEmpty() || TableRows.at(event.getPickResult()).isEmpty()) {
            return;
        }
        var board = table.startDragAndDrop(TransferMode.COPY);
        var content = new ClipboardContent();
        content.put(SELECTION, carried.pickUp(picked.get()));
        board.setContent(content);
        board.setDragView(picture(picked.get()), -12, -12);
        event.consume();
    }

    private void over(DragEvent event) {
        if (isWelcome(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            TableRow<?> row = folderRow(event);
            highlight(row == null ? table : row);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<Selection> picked = welcome(event);
        TableRow<?> row = folderRow(event);
        RemotePath folder =
                row != null && row.getItem() instanceof Entry entry
                        ? model.folder().child(entry.name())
                        : model.folder();
        picked.forEach(selection -> drop.accept(selection, folder));
        highlight(null);
        event.setDropCompleted(!picked.isEmpty());
        event.consume();
    }

    private boolean isWelcome(DragEvent event) {
        return carried(event).isPresent() || isFromOutside(event);
    }

    private List<Selection> welcome(DragEvent event) {
        return isFromOutside(event)
                ? DroppedFiles.selections(event.getDragboard().getFiles(), model.side())
                : carried(event).stream().toList();
    }

    private Optional<Selection> carried(DragEvent event) {
        Object token = event.getDragboard().getContent(SELECTION);
        return Optional.ofNullable(token).flatMap(carried::find).filter(model::welcomes);
    }

    /// Files of another program, such as the desktop.
    private boolean isFromOutside(DragEvent event) {
        return event.getGestureSource() == null
                && event.getDragboard().hasFiles()
                && model.facts().isPresent();
    }

    private @Nullable TableRow<?> folderRow(DragEvent event) {
        TableRow<?> row = TableRows.at(event.getPickResult()).orElse(null);
        return row != null && row.getItem() instanceof Entry entry && entry.isFolder() ? row : null;
    }

    private void highlight(@Nullable Node node) {
        if (!Objects.equals(highlighted, node)) {
            if (highlighted != null) {
                highlighted.pseudoClassStateChanged(DROP_TARGET, false);
            }
            if (node != null) {
                node.pseudoClassStateChanged(DROP_TARGET, true);
            }
            highlighted = node;
        }
    }

    private Image picture(Selection picked) {
        var first = picked.entries().getFirst();
        int count = picked.entries().size();
        return Drags.picture(
                table,
                first.isFolder() ? Icon.FOLDER : Icon.FILE,
                count == 1 ? VisibleText.of(first.name()) : Strings.text("pane.dragged", count));
    }
}
