package dev.crossdock.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.ui.Fx;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

class TipTest {

    private final FxRobot robot = new FxRobot();
    private Label label;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        label = Fx.get(() -> new Label("something to point at"));
        stage = Fx.show(new VBox(label), 300, 100);
        robot.moveTo(stage).moveBy(0, 30);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void thePointerBringsWhatWasSaidLast() {
        Fx.run(() -> Tip.of(label).say("before").lasting());
        Fx.run(() -> Tip.of(label).say("after"));
        robot.moveTo(label).moveBy(3, 0);
        Fx.until(() -> shown().equals(List.of("after")));
        Fx.run(() -> Tip.of(label).say("while it is shown"));
        assertEquals(List.of("while it is shown"), Fx.get(TipTest::shown));
    }

    @Test
    void assistiveTechnologyHasItBeforeThePointerComes() {
        Fx.run(() -> Tip.of(label).say("for all"));
        assertEquals("for all", Fx.get(label::getAccessibleHelp));
    }

    private static List<String> shown() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }
}
