package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A real pointer on the screen of the tests.
public final class Pointer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private Pointer() {}

    /// Skips the test, with the reason, where nothing can be dragged.
    public static void require() {
        assumeTrue(
                PrivateDisplay.whyNoGestures().isEmpty(),
                () -> PrivateDisplay.whyNoGestures().orElse(""));
    }

    /// Picks something up, carries it to another node and lets it go once the table there takes it.
    ///
    /// @param table the id of the table that is to take it
    public static void drag(Stage stage, Node from, Node to, String table) {
        Robot robot = Fx.get(Robot::new);
        move(robot, centre(from), 0);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(robot, centre(from), 30);
        try {
            // The pointer has to keep moving for the target to notice it.
            await().atMost(PATIENCE)
                    .until(() -> {
                        move(robot, centre(to), 0);
                        move(robot, centre(to), 3);
                        return Fx.get(() -> isDropTarget(Fx.find(stage, table)));
                    });
        } finally {
            // Else it would still be down in the tests that follow.
            Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        }
    }

    public static void click(Node node) {
        new FxRobot().clickOn(node);
    }

    /// The cell of a table that shows a text, waited for.
    public static Node cell(Stage stage, String table, String text) {
        until(() -> hasCell(stage, table, text));
        return Fx.get(() ->
                Fx.find(stage, table).lookupAll(".table-cell").stream()
                        .filter(cell -> shows(cell, text))
                        .findFirst()
                        .orElseThrow());
    }

    /// Whether a table shows a text now.
    public static boolean hasCell(Stage stage, String table, String text) {
        return Fx.get(() ->
                Fx.has(stage, table)
                        && Fx.find(stage, table).lookupAll(".table-cell").stream()
                                .anyMatch(cell -> shows(cell, text)));
    }

    public static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).until(condition::getAsBoolean);
    }

    private static boolean shows(Node cell, String text) {
        return cell instanceof Labeled said
                && text.equals(said.getText())
                && cell.getParent() instanceof TableRow<?>;
    }

    private static boolean isDropTarget(Node table) {
        return table.getPseudoClassStates().contains(DROP_TARGET)
                || table.lookupAll(".cell").stream()
                        .anyMatch(row -> row.getPseudoClassStates().contains(DROP_TARGET));
    }

    private static void move(Robot robot, Bounds at, double aside) {
        Fx.run(() -> robot.mouseMove(at.getCenterX() + aside, at.getCenterY()));
    }

    private static Bounds centre(Node node) {
        return Fx.get(() -> node.localToScreen(node.getBoundsInLocal()));
    }
}
