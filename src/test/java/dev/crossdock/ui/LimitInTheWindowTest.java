package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ByteRate;
import dev.crossdock.model.Outcome;

import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The speed limit, from the button to whoever carries the files, and over a restart.
class LimitInTheWindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir private Path home;

    @Test
    void aLimitHoldsAtOnceIsShownAndIsThereTheNextTime() throws Exception {
        try (var window = open()) {
            assertEquals(List.of(Optional.empty()), window.limits);
            assertEquals("", button(window).getText());
            assertEquals("Speed limit: none", button(window).getAccessibleText());
            openPopover(window);
            choose("limit-2M");
            assertEquals(ByteRate.parse("2M"), window.limits.getLast());
            choose("limit-2M");
            assertTrue(selected("limit-2M"), "a second press changes nothing");
            type("1.5m");
            assertEquals(ByteRate.parse("1.5M"), window.limits.getLast());
            assertFalse(selected("limit-2M"));
            assertEquals("1.5M/s", button(window).getText());
            assertEquals(
                    "Speed limit: 1.5M bytes a second for what passes this computer",
                    button(window).getAccessibleText());
            leave(window);
        }
        try (var again = open()) {
            assertEquals(List.of(ByteRate.parse("1.5M")), again.limits);
            assertEquals("1.5M/s", button(again).getText());
            openPopover(again);
            choose("limit-off");
            assertEquals(Optional.empty(), again.limits.getLast());
            assertEquals("", button(again).getText());
        }
    }

    @Test
    void whatIsNoSpeedIsSaidBesideTheField() throws Exception {
        try (var window = open()) {
            openPopover(window);
            type("fast");
            Labeled problem = Fx.get(() -> (Labeled) Fx.anywhere("limit-problem"));
            assertTrue(Fx.get(problem::isVisible));
            assertEquals(List.of(Optional.empty()), window.limits);
            type("");
            assertFalse(Fx.get(problem::isVisible));
        }
    }

    @Test
    void theKeyboardIsEnough() throws Exception {
        Pointer.require();
        try (var window = open()) {
            openPopover(window);
            await().atMost(PATIENCE)
                    .until(() -> Fx.get(() -> Fx.anywhere("limit-rate").isFocused()));
            press(KeyCode.DIGIT3, KeyCode.K, KeyCode.ENTER);
            await().atMost(PATIENCE)
                    .until(() -> ByteRate.parse("3K").equals(window.limits.getLast()));
            press(KeyCode.ESCAPE);
            await().atMost(PATIENCE).until(() -> Fx.get(() -> Window.getWindows().size() == 1));
        }
    }

    private static void press(KeyCode... keys) {
        Fx.run(() -> {
            var robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyType(key);
            }
        });
    }

    private FakeWindow open() throws InterruptedException {
        return FakeWindow.open(
                home, (_, _) -> new Outcome.Skipped("nothing to do"), new FakeServer("alpha"));
    }

    /// A window that gets its size only now would take the popover away again.
    private static void openPopover(FakeWindow window) {
        await().atMost(PATIENCE)
                .until(() -> Fx.get(() -> window.stage.getScene().getWidth() == 1100));
        Fx.run(() -> button(window).fire());
    }

    private static ButtonBase button(FakeWindow window) {
        return (ButtonBase) Fx.find(window.stage, "queue-limit");
    }

    private static void choose(String id) {
        Fx.run(() -> ((ToggleButton) Fx.anywhere(id)).fire());
    }

    private static boolean selected(String id) {
        return Fx.get(() -> ((ToggleButton) Fx.anywhere(id)).isSelected());
    }

    private static void type(String word) {
        Fx.run(() -> {
            var field = (TextField) Fx.anywhere("limit-rate");
            field.setText(word);
            field.fireEvent(new ActionEvent());
        });
    }

    private static void leave(FakeWindow window) {
        Fx.run(() ->
                window.stage.fireEvent(
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }
}
