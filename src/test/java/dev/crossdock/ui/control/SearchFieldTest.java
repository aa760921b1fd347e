package dev.crossdock.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ui.Fx;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.concurrent.atomic.AtomicInteger;

class SearchFieldTest {

    private final FxRobot robot = new FxRobot();
    private final AtomicInteger escapes = new AtomicInteger();
    private SearchField field;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        field = Fx.get(() -> new SearchField("it", "sites.search", "sites.search.accessible"));
        var box = new VBox(field);
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                escapes.incrementAndGet();
            }
        });
        stage = Fx.show(box, 300, 100);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void theButtonEmptiesItAndIsThereOnlyWhileSomethingIsTyped() {
        assertFalse(Fx.get(() -> Fx.find(stage, "it-clear").isVisible()));
        robot.clickOn(field).write("beta");
        assertEquals("beta", Fx.get(field::getText));
        assertTrue(Fx.get(() -> Fx.find(stage, "it-clear").isVisible()));
        robot.clickOn("#it-clear");
        assertEquals("", Fx.get(field::getText));
        assertFalse(Fx.get(() -> Fx.find(stage, "it-clear").isVisible()));
        assertTrue(Fx.get(field::isFocused));
    }

    @Test
    void escEmptiesItFirstAndIsThenForTheWindow() {
        robot.clickOn(field).write("beta");
        robot.push(KeyCode.ESCAPE);
        assertEquals("", Fx.get(field::getText));
        assertEquals(0, escapes.get());
        robot.push(KeyCode.ESCAPE);
        assertEquals(1, escapes.get());
    }
}
