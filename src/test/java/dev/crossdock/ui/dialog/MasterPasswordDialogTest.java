package dev.crossdock.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ui.Fx;
import dev.crossdock.ui.control.Strings;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class MasterPasswordDialogTest {

    private final List<char[]> answers = new ArrayList<>();

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @AfterEach
    void close() {
        Fx.run(() -> Fx.dialogs().forEach(pane -> pane.getScene().getWindow().hide()));
    }

    @Test
    void nothingTypedOpensNothing() {
        DialogPane pane = open(false);
        Button ok = Fx.button(pane, "master-password-dialog-ok");
        assertTrue(Fx.get(ok::isDisabled));
        Fx.run(() -> {
            ((TextField) pane.lookup("#master-password-field")).setText("master");
            ok.fire();
        });
        assertArrayEquals("master".toCharArray(), answers.getFirst());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWrongOneIsSaidTheNextTime(boolean again) {
        DialogPane pane = open(again);
        String wrong = Strings.text("dialog.master.again");
        assertEquals(
                again,
                Fx.get(() ->
                        pane.lookupAll(".label").stream()
                                .anyMatch(label -> wrong.equals(((Labeled) label).getText()))));
    }

    private DialogPane open(boolean again) {
        Fx.run(() -> MasterPasswordDialog.create(null, again).show(answers::add));
        return Fx.get(() -> Fx.dialogs().getLast());
    }
}
