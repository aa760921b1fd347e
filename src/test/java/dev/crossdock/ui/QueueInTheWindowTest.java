package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.queue.Hold;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.queue.JobState;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.QueueList;
import dev.crossdock.ui.queue.Jobs;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// The queue's lists with a real queue behind them.
class QueueInTheWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Semaphore permits = new Semaphore(0);

    /// Each file waits for a permit.
    private final JobRunner runner =
            (spec, context) -> {
                while (!permits.tryAcquire(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    if (context.cancel().isCancelled()) {
                        return new Outcome.Cancelled("");
                    }
                }
                return spec.sourcePath().name().startsWith("bad")
                        ? new Outcome.Failed(FakeRunner.failure())
                        : new Outcome.Skipped("there");
            };

    @TempDir private Path home;

    @Test
    void theSelectionStaysWithItsJobsWhileOthersComeAndGo() throws Exception {
        try (var window = open()) {
            List<JobId> ids = add(window, 20);
            Fx.until(() -> table(window, "queue").getItems().size() == 20);
            Fx.run(() -> table(window, "queue").getSelectionModel().selectRange(10, 13));
            window.queue.cancel(List.of(ids.get(4), ids.get(11)));
            Fx.until(() -> table(window, "queue").getItems().size() == 18);
            add(window, 5);
            Fx.until(() -> table(window, "queue").getItems().size() == 23);
            assertEquals(List.of(9, 10), selected(window));
            press(window, "queue", KeyCode.DELETE, false);
            await().atMost(PATIENCE)
                    .until(() ->
                            state(window, ids.get(10)) == JobState.CANCELLED
                                    && state(window, ids.get(12)) == JobState.CANCELLED);
            assertEquals(JobState.WAITING, state(window, ids.get(13)));
        }
    }

    @Test
    void allAreSelectedPausedAndLetGo() throws Exception {
        try (var window = open()) {
            List<JobId> ids = add(window, 50);
            Fx.until(() -> table(window, "queue").getItems().size() == 50);
            Fx.run(() -> table(window, "queue").getSelectionModel().selectAll());
            press(window, "queue", KeyCode.SPACE, false);
            await().atMost(PATIENCE)
                    .until(() -> ids.stream().allMatch(id -> state(window, id) == JobState.PAUSED));
            Fx.until(() ->
                    Fx.find(window.stage, "queue-pause-jobs")
                            .getAccessibleText()
                            .startsWith("Let go"));
            press(window, "queue", KeyCode.SPACE, false);
            await().atMost(PATIENCE)
                    .until(() ->
                            ids.stream().allMatch(id -> state(window, id) == JobState.WAITING));
        }
    }

    @Test
    void theShiftKeyGrowsAndShrinksTheSelection() throws Exception {
        try (var window = open()) {
            add(window, 2_000);
            Fx.until(() -> table(window, "queue").getItems().size() == 2_000);
            Fx.run(() -> {
                table(window, "queue").requestFocus();
                table(window, "queue").getSelectionModel().clearAndSelect(2);
            });
            shift(window, KeyCode.DOWN);
            shift(window, KeyCode.DOWN);
            shift(window, KeyCode.DOWN);
            assertEquals(List.of(2, 3, 4, 5), selected(window));
            shift(window, KeyCode.UP);
            assertEquals(List.of(2, 3, 4), selected(window));
            shift(window, KeyCode.END);
            assertEquals(1_998, selected(window).size());
            shift(window, KeyCode.HOME);
            assertEquals(List.of(0, 1, 2), selected(window));
            Fx.run(() -> table(window, "queue").getSelectionModel().clearAndSelect(7));
            assertEquals(List.of(7), selected(window));
        }
    }

    private static void shift(FakeWindow window, KeyCode code) {
        press(window, "queue", code, true, false);
    }

    private static List<Integer> selected(FakeWindow window) {
        return Fx.get(
                () -> List.copyOf(table(window, "queue").getSelectionModel().getSelectedIndices()));
    }

    @Test
    void keysMoveJobsInTheLineAndTheSelectionGoesAlong() throws Exception {
        try (var window = open()) {
            List<JobId> ids = add(window, 5);
            Fx.until(() -> table(window, "queue").getItems().size() == 5);
            Fx.run(() -> table(window, "queue").getSelectionModel().clearAndSelect(3));
            press(window, "queue", KeyCode.HOME, true);
            await().atMost(PATIENCE).until(() -> order(window).equals(at(ids, 3, 0, 1, 2, 4)));
            Fx.until(() -> table(window, "queue").getSelectionModel().getSelectedIndex() == 0);
            press(window, "queue", KeyCode.DOWN, true);
            await().atMost(PATIENCE).until(() -> order(window).equals(at(ids, 0, 3, 1, 2, 4)));
        }
    }

    @Test
    void aRowIsDraggedToAnotherPlaceInTheLine() throws Exception {
        Pointer.require();
        try (var window = open()) {
            List<JobId> ids = add(window, 5);
            var from = Pointer.cell(window.stage, "queue-table", "f2.bin");
            var to = Pointer.cell(window.stage, "queue-table", "f0.bin");
            Pointer.drag(window.stage, from, to, "queue-table");
            await().atMost(PATIENCE)
                    .until(() ->
                            order(window).equals(at(ids, 2, 0, 1, 3, 4))
                                    || order(window).equals(at(ids, 0, 2, 1, 3, 4)));
        }
    }

    @Test
    void whatFailedIsInItsListAndIsTriedAgainAllAtOnce() throws Exception {
        try (var window = open()) {
            window.queue.add(List.of(Jobs.spec("bad1"), Jobs.spec("bad2"), Jobs.spec("good")));
            window.queue.hold(Hold.NONE);
            permits.release(3);
            Fx.until(() -> table(window, "failed").getItems().size() == 2);
            Fx.until(() -> label(window, "failed-tab").equals("Failed 2"));
            Fx.until(() -> label(window, "finished-tab").equals("Finished 1"));
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "failed-tab")).fire());
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "failed-retry-all")).fire());
            Fx.until(() -> table(window, "failed").getItems().isEmpty());
            Fx.until(() -> table(window, "queue").getItems().size() == 2);
        }
    }

    @Test
    void theRecordIsSearched() throws Exception {
        try (var window = open()) {
            add(window, 12);
            window.queue.hold(Hold.NONE);
            permits.release(12);
            Fx.until(() -> label(window, "finished-tab").equals("Finished 12"));
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "finished-tab")).fire());
            new FxRobot().clickOn("#finished-search").write("F1");
            Fx.until(() -> label(window, "finished-found").equals("3 found"));
            assertEquals(3, Fx.get(() -> table(window, "finished").getItems().size()));
            new FxRobot().push(KeyCode.ESCAPE);
            Fx.until(() -> table(window, "finished").getItems().size() == 12);
        }
    }

    @Test
    void theTitleTellsHowFarItIs() throws Exception {
        try (var window = open()) {
            assertEquals("Crossdock", Fx.get(window.stage::getTitle));
            add(window, 4);
            window.queue.hold(Hold.NONE);
            permits.release(1);
            Fx.until(() -> "25% \u2013 Crossdock".equals(window.stage.getTitle()));
            permits.release(3);
            Fx.until(() -> "Crossdock".equals(window.stage.getTitle()));
        }
    }

    @Test
    void aRowThatWasNotReadYetIsAQuietPlace() throws Exception {
        try (var window = open()) {
            add(window, 3_000);
            Fx.until(() -> table(window, "queue").getItems().size() == 3_000);
            Fx.run(() -> table(window, "queue").scrollTo(2_500));
            Pointer.cell(window.stage, "queue-table", "f2500.bin");
            assertFalse(Pointer.hasCell(window.stage, "queue-table", "f0.bin"));
            assertTrue(Fx.get(() -> table(window, "queue").getItems().size()) == 3_000);
        }
    }

    private FakeWindow open() throws InterruptedException {
        var window = FakeWindow.open(home, runner, new FakeServer("alpha"), new FakeServer("beta"));
        window.queue.hold(Hold.AFTER_CURRENT);
        return window;
    }

    private static List<JobId> add(FakeWindow window, int count) {
        return window.queue.add(
                IntStream.range(0, count).mapToObj(n -> Jobs.spec("f" + n + ".bin")).toList());
    }

    private static List<JobId> at(List<JobId> ids, int... indices) {
        return IntStream.of(indices).mapToObj(ids::get).toList();
    }

    private static List<JobId> order(FakeWindow window) {
        var whole = window.queue.changesSince(0).lists().get(QueueList.OPEN);
        return whole instanceof ListChange.Whole(var ranks)
                ? IntStream.range(0, ranks.size()).mapToObj(at -> ranks.get(at).id()).toList()
                : List.of();
    }

    private static JobState state(FakeWindow window, JobId id) {
        return window.queue.find(id).orElseThrow().state();
    }

    private static String label(FakeWindow window, String id) {
        return ((Labeled) Fx.find(window.stage, id)).getText();
    }

    /// Its tab is opened if another list is shown.
    private static TableView<?> table(FakeWindow window, String list) {
        if (!Fx.has(window.stage, list + "-table")) {
            ((ButtonBase) Fx.find(window.stage, list + "-tab")).fire();
        }
        return (TableView<?>) Fx.find(window.stage, list + "-table");
    }

    private static void press(FakeWindow window, String list, KeyCode code, boolean moving) {
        press(window, list, code, moving, moving);
    }

    private static void press(
            FakeWindow window, String list, KeyCode code, boolean shift, boolean control) {
        Fx.run(() -> table(window, list).requestFocus());
        var keys = new ArrayList<KeyCode>();
        if (shift) {
            keys.add(KeyCode.SHIFT);
        }
        if (control) {
            keys.add(KeyCode.CONTROL);
        }
        keys.add(code);
        new FxRobot().push(keys.toArray(KeyCode[]::new));
    }
}
