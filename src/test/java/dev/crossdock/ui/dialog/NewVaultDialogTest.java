package dev.crossdock.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.site.NewVault;
import dev.crossdock.ui.Fx;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.vault.Vault.Protection;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class NewVaultDialogTest {

    private final List<NewVault> answers = new ArrayList<>();
    private DialogPane pane;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void open() {
        Fx.run(() -> NewVaultDialog.create(null).show(answers::add));
        pane = Fx.get(() -> Fx.dialogs().getLast());
    }

    @AfterEach
    void close() {
        Fx.run(() -> Fx.dialogs().forEach(each -> each.getScene().getWindow().hide()));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    first,                 second,                hint key,  allowed
                    short,                 shirt,                 differ,    false
                    short,                 '',                    weak,      false
                    short,                 sho,                   weak,      false
                    short,                 short,                 weak,      true
                    harbour mole 7 Lantern, harbour mole 7 Lantern, strong,  true
                    '',                    short,                 hint,      false
                    """)
    void whatIsTypedTwiceHasToBeTheSame(
            String first, String second, String hintKey, boolean allowed) {
        type(first, second);
        assertEquals(words("dialog.newVault." + hintKey), hint());
        assertEquals(allowed, Fx.get(() -> !ok().isDisabled()));
    }

    @Test
    void theAnswerIsTheMasterPassword() {
        type("short", "short");
        Fx.run(() -> ok().fire());
        assertEquals(Protection.MASTER_PASSWORD, answers.getFirst().protection());
        assertArrayEquals("short".toCharArray(), answers.getFirst().master());
    }

    @Test
    void noneIsChosenKnowingly() {
        Fx.run(() -> ((CheckBox) pane.lookup("#new-vault-none")).fire());
        assertEquals(words("dialog.newVault.none.note"), hint());
        assertTrue(Fx.get(() -> pane.lookup("#new-vault-password").isDisabled()));
        Fx.run(() -> ok().fire());
        assertEquals(Protection.KEY_FILE, answers.getFirst().protection());
    }

    private void type(String first, String second) {
        Fx.run(() -> {
            ((TextField) pane.lookup("#new-vault-password")).setText(first);
            ((TextField) pane.lookup("#new-vault-repeat")).setText(second);
        });
    }

    private String hint() {
        return Fx.get(() -> ((Labeled) pane.lookup("#new-vault-hint")).getText());
    }

    private Button ok() {
        return Fx.button(pane, "new-vault-dialog-ok");
    }

    private static String words(String key) {
        return Strings.text(key);
    }
}
