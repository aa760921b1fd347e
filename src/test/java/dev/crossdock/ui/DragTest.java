package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.ui.pane.PaneSide;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// The main job with a real pointer: pick up a row, carry it over, let go.
class DragTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final FakeServer alpha =
            new FakeServer("alpha")
                    .folder("/", "docs")
                    .file("/", "one.bin", 1_000)
                    .file("/", "two.bin", 2_000);
    private final FakeServer beta = new FakeServer("beta").folder("/", "incoming");
    private final Recorder recorder = new Recorder();

    @TempDir private Path home;

    @BeforeEach
    void needsAPointer() {
        assumeTrue(
                PrivateDisplay.whyNoGestures().isEmpty(),
                () -> PrivateDisplay.whyNoGestures().orElse(""));
    }

    @Test
    void aRowDroppedOnTheOtherPaneBecomesAJob() throws Exception {
        try (var window = open()) {
            drag(
                    window,
                    row(window, "left-table", "one.bin"),
                    Fx.find(window.stage, "right-table"));
            await().atMost(PATIENCE).until(() -> !recorder.specs.isEmpty());
            JobSpec spec = recorder.specs.getFirst();
            assertEquals(alpha.server().id(), spec.source());
            assertEquals(RemotePath.of("/one.bin"), spec.sourcePath());
            assertEquals(beta.server().id(), spec.target());
            assertEquals(RemotePath.of("/one.bin"), spec.targetPath());
            assertEquals(OptionalLong.of(1_000), spec.size());
            assertEquals(JobSpec.Kind.FILE, spec.kind());
        }
    }

    @Test
    void severalRowsDroppedOnAFolderGoIntoIt() throws Exception {
        try (var window = open()) {
            Fx.run(() ->
                    ((TableView<?>) Fx.find(window.stage, "left-table"))
                            .getSelectionModel()
                            .selectAll());
            drag(
                    window,
                    row(window, "left-table", "two.bin"),
                    row(window, "right-table", "incoming"));
            await().atMost(PATIENCE).until(() -> recorder.specs.size() == 3);
            assertEquals(
                    List.of("/incoming/docs", "/incoming/one.bin", "/incoming/two.bin"),
                    recorder.specs.stream()
                            .map(spec -> spec.targetPath().value())
                            .sorted()
                            .toList());
            assertTrue(
                    recorder.specs.stream().anyMatch(spec -> spec.kind() == JobSpec.Kind.FOLDER));
        }
    }

    private FakeWindow open() throws Exception {
        var window = FakeWindow.open(home, recorder, alpha, beta);
        window.connect(PaneSide.LEFT, alpha);
        window.connect(PaneSide.RIGHT, beta);
        await().atMost(PATIENCE)
                .until(() ->
                        Fx.get(() ->
                                hasRow(window, "left-table", "one.bin")
                                        && hasRow(window, "right-table", "incoming")));
        return window;
    }

    private static void drag(FakeWindow window, Node from, Node to) throws Exception {
        Robot robot = Fx.get(Robot::new);
        move(robot, centre(from), 0);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(robot, centre(from), 30);
        // The pointer has to keep moving for the target to notice it.
        await().atMost(PATIENCE)
                .until(() -> {
                    move(robot, centre(to), 0);
                    move(robot, centre(to), 3);
                    return Fx.get(() -> isDropTarget(window));
                });
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private static boolean isDropTarget(FakeWindow window) {
        Node table = Fx.find(window.stage, "right-table");
        return table.getPseudoClassStates().contains(DROP_TARGET)
                || table.lookupAll(".table-row-cell").stream()
                        .anyMatch(row -> row.getPseudoClassStates().contains(DROP_TARGET));
    }

    private static void move(Robot robot, Bounds at, double aside) throws Exception {
        Fx.run(() -> robot.mouseMove(at.getCenterX() + aside, at.getCenterY()));
    }

    private static Bounds centre(Node node) throws Exception {
        return Fx.get(() -> node.localToScreen(node.getBoundsInLocal()));
    }

    private static boolean hasRow(FakeWindow window, String table, String name) {
        return Fx.has(window.stage, table)
                && Fx.find(window.stage, table).lookupAll(".table-cell").stream()
                        .anyMatch(cell ->
                                cell instanceof Labeled said && name.equals(said.getText()));
    }

    private static Node row(FakeWindow window, String table, String name) throws Exception {
        return Fx.get(() ->
                Fx.find(window.stage, table).lookupAll(".table-cell").stream()
                        .filter(cell -> cell instanceof Labeled said && name.equals(said.getText()))
                        .filter(cell -> cell.getParent() instanceof TableRow<?>)
                        .findFirst()
                        .orElseThrow());
    }

    private static final class Recorder implements JobRunner {

        final List<JobSpec> specs = new CopyOnWriteArrayList<>();

        @Override
        public Outcome run(JobSpec spec, JobContext context) {
            specs.add(spec);
            return new Outcome.Skipped("recorded");
        }
    }
}
