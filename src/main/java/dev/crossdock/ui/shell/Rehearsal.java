package dev.crossdock.ui.shell;

import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pane.PaneState;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.ActionEvent;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Goes once through what most people do first.
///
/// A package is made with such a start: Java keeps the classes that it needed, and all later starts
/// have them ready.
public final class Rehearsal {

    private static final Duration TICK = Duration.millis(200);
    private static final int PATIENCE_TICKS = 300;

    private final Shell shell;
    private final Stage stage;
    private final Consumer<Boolean> ended;
    private final Timeline timeline;
    private final Deque<Step> steps;
    private int waited;

    private record Step(BooleanSupplier ready, Runnable action) {}

    /// @param ended told on the JavaFX thread whether all went as it should
    public Rehearsal(Shell shell, Stage stage, Consumer<Boolean> ended) {
        this.shell = shell;
        this.stage = stage;
        this.ended = ended;
        this.timeline = new Timeline(new KeyFrame(TICK, this::tick));
        timeline.setCycleCount(Animation.INDEFINITE);
        this.steps =
                new ArrayDeque<>(
                        List.of(
                                new Step(this::areListed, this::copyFirst),
                                new Step(this::hasArrived, () -> shell.showSettings(stage)),
                                new Step(this::hasDialog, this::closeDialog),
                                new Step(this::isAlone, () -> shell.showAbout(stage)),
                                new Step(this::hasDialog, this::closeDialog),
                                new Step(
                                        this::isAlone,
                                        () -> shell.manager(stage).show(PaneSide.LEFT)),
                                new Step(this::hasDialog, this::closeDialog),
                                new Step(this::isAlone, () -> {})));
    }

    public void begin() {
        timeline.play();
    }

    private void tick(ActionEvent event) {
        if (steps.getFirst().ready().getAsBoolean()) {
            steps.removeFirst().action().run();
            waited = 0;
        } else {
            waited++;
        }
        if (steps.isEmpty() || waited > PATIENCE_TICKS) {
            timeline.stop();
            ended.accept(steps.isEmpty());
        }
    }

    private boolean areListed() {
        for (PaneSide side : PaneSide.values()) {
            if (!(shell.pane(side).stateProperty().get() instanceof PaneState.Browsing)
                    || table(side).getItems().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void copyFirst() {
        table(PaneSide.LEFT).getSelectionModel().select(0);
        shell.copyFrom(PaneSide.LEFT);
    }

    private boolean hasArrived() {
        return shell.hasSentAll();
    }

    private boolean hasDialog() {
        return Window.getWindows().size() > 1;
    }

    private void closeDialog() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> !window.equals(stage))
                .forEach(Window::hide);
    }

    private boolean isAlone() {
        return !hasDialog();
    }

    private TableView<?> table(PaneSide side) {
        return (TableView<?>) stage.getScene().lookup("#" + side.id() + "-table");
    }
}
