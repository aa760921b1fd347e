package dev.crossdock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.crossdock.model.Failure;
import dev.crossdock.ui.Fx;

import javafx.scene.control.DialogPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class StartFailureTest {

    private static final Failure FAILURE =
            Failure.of(
                    Failure.Kind.LOCAL_DISK,
                    "",
                    "The queue cannot be opened.",
                    Failure.Remedy.ASK_USER,
                    "Look whether the disk has room.");

    @Test
    void theProgramEndsWhenItWasRead() throws Exception {
        Fx.start();
        var ends = new AtomicInteger();
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> StartFailure.show(stage, FAILURE, ends::incrementAndGet));

        DialogPane dialog = Fx.get(() -> Fx.dialogs().getFirst());
        assertEquals(0, ends.get());
        assertFalse(Fx.get(() -> stage.isShowing()), "there is no window without its queue");
        Fx.run(() -> Fx.button(dialog, "failure-dialog-ok").fire());

        Fx.until(() -> ends.get() == 1);
        assertEquals(0, Fx.get(() -> Fx.dialogs().size()));
    }
}
