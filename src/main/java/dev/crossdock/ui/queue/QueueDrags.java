package dev.crossdock.ui.queue;

import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Drags;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.TableRows;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;

/// Moves jobs in the line by dragging them; a line shows where they will go.
final class QueueDrags {

    private static final DataFormat JOBS = Drags.format("application/x-crossdock-jobs");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    /// So near to an edge, the list scrolls.
    private static final double EDGE = 24;

    private final QueueTable table;
    private final QueueActions actions;
    private @Nullable Place shown;

    /// @param below behind the row rather than before it
    private record Place(TableRow<?> row, boolean below) {}

    QueueDrags(QueueTable table, QueueActions actions) {
        this.table = table;
        this.actions = actions;
    }

    void install() {
        table.setOnDragDetected(this::detected);
        table.setOnDragOver(this::over);
        table.setOnDragExited(_ -> show(null));
        table.setOnDragDropped(this::dropped);
        table.setOnDragDone(_ -> Drags.letPointerGo(table));
    }

    private void detected(MouseEvent event) {
        if (TableRows.at(event.getPickResult()).isEmpty() || actions.nothingThatWaits().get()) {
            return;
        }
        var board = table.startDragAndDrop(TransferMode.MOVE);
        var content = new ClipboardContent();
        content.put(JOBS, "");
        board.setContent(content);
        board.setDragView(picture(), -12, -12);
        event.consume();
    }

    private void over(DragEvent event) {
        if (isOurs(event)) {
            scroll(event);
            Optional<Place> place = place(event);
            show(place.orElse(null));
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isOurs(event)) {
            place(event)
                    .ifPresentOrElse(
                            place ->
                                    actions.moveBefore(
                                            place.row().getIndex() + (place.below() ? 1 : 0)),
                            () -> actions.moveBefore(table.list().size()));
            show(null);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isOurs(DragEvent event) {
        return table.equals(event.getGestureSource()) && event.getDragboard().hasContent(JOBS);
    }

    /// The gap nearest to the pointer; empty below the last row.
    private Optional<Place> place(DragEvent event) {
        return TableRows.at(event.getPickResult())
                .map(row -> {
                    Point2D at = row.sceneToLocal(event.getSceneX(), event.getSceneY());
                    return new Place(row, at.getY() > row.getHeight() / 2);
                });
    }

    private void scroll(DragEvent event) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            double y = flow.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            if (y < EDGE) {
                flow.scrollPixels(-table.getFixedCellSize());
            } else if (y > flow.getHeight() - EDGE) {
                flow.scrollPixels(table.getFixedCellSize());
            }
        }
    }

    private void show(@Nullable Place place) {
        if (Objects.equals(shown, place)) {
            return;
        }
        if (shown != null) {
            shown.row().pseudoClassStateChanged(ABOVE, false);
            shown.row().pseudoClassStateChanged(BELOW, false);
        }
        if (place != null) {
            place.row().pseudoClassStateChanged(place.below() ? BELOW : ABOVE, true);
        }
        shown = place;
        table.pseudoClassStateChanged(DROP_TARGET, place != null);
    }

    private Image picture() {
        int count = table.list().picked().size();
        String words =
                count == 1
                        ? Strings.text("queue.dragged.one")
                        : Strings.text("queue.dragged.many", Amounts.number(count));
        return Drags.picture(table, Icon.FILE, words);
    }
}
