package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.ui.pane.PaneSide;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// The main job with a real pointer: pick up a row, carry it over, let go.
class DragGestureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

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
        Pointer.require();
    }

    @Test
    void aRowDroppedOnTheOtherPaneBecomesAJob() throws Exception {
        try (var window = open()) {
            carryOver(window);
            JobSpec spec = recorder.jobs.getFirst();
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
            Pointer.drag(
                    window.stage,
                    Pointer.cell(window.stage, "left-table", "two.bin"),
                    Pointer.cell(window.stage, "right-table", "incoming"),
                    "right-table");
            await().atMost(PATIENCE).until(() -> recorder.jobs.size() == 3);
            assertEquals(
                    List.of("/incoming/docs", "/incoming/one.bin", "/incoming/two.bin"),
                    recorder.jobs.stream()
                            .map(spec -> spec.targetPath().value())
                            .sorted()
                            .toList());
            assertTrue(recorder.jobs.stream().anyMatch(spec -> spec.kind() == JobSpec.Kind.FOLDER));
        }
    }

    @Test
    void aDialogTakesClicksAfterADrag() throws Exception {
        try (var window = open()) {
            carryOver(window);
            var clicked = new AtomicBoolean();
            var button = Fx.get(() -> new Button("OK"));
            Stage dialog = Fx.get(() -> modal(window.stage, button));
            try {
                Fx.run(() -> button.setOnAction(_ -> clicked.set(true)));
                await().atMost(PATIENCE)
                        .until(() -> {
                            Pointer.click(button);
                            return clicked.get();
                        });
                assertEquals(
                        Fx.find(window.stage, "left-table"),
                        Fx.get(() -> window.stage.getScene().getFocusOwner()));
            } finally {
                Fx.close(dialog);
            }
        }
    }

    private void carryOver(FakeWindow window) {
        Pointer.drag(
                window.stage,
                Pointer.cell(window.stage, "left-table", "one.bin"),
                Fx.find(window.stage, "right-table"),
                "right-table");
        await().atMost(PATIENCE).until(() -> !recorder.jobs.isEmpty());
    }

    private static Stage modal(Stage owner, Button button) {
        var dialog = new Stage();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setScene(new Scene(button, 300, 200));
        dialog.show();
        return dialog;
    }

    private FakeWindow open() throws Exception {
        var window = FakeWindow.open(home, recorder, alpha, beta);
        window.connect(PaneSide.LEFT, alpha);
        window.connect(PaneSide.RIGHT, beta);
        Pointer.cell(window.stage, "left-table", "one.bin");
        Pointer.cell(window.stage, "right-table", "incoming");
        return window;
    }
}
