package dev.crossdock.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.ServerLink;
import dev.crossdock.ui.pane.PaneSide;

import javafx.scene.control.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class LinkInTheWindowTest {

    private static final ServerLink LINK =
            new ServerLink(
                    TlsMode.CLEAR,
                    "gamma.test",
                    2121,
                    "me",
                    Optional.of(RemotePath.of("/pub")),
                    true);

    private final FakeServer alpha = new FakeServer("alpha").folder("/", "pub");
    private final FakeServer beta = new FakeServer("beta").folder("/", "pub");

    @Test
    void aLinkGoesToThePaneThatIsFreeAndElseAsksForOne(@TempDir Path home) throws Exception {
        try (var window = FakeWindow.open(home, new FakeRunner(), alpha, beta)) {
            Fx.run(() -> window.shell.openLink(LINK));
            assertEquals("gamma.test", text(window, "left-quick-host"));
            assertEquals("2121", text(window, "left-quick-port"));
            assertEquals("", text(window, "left-quick-password"));
            assertTrue(Fx.get(() -> Fx.find(window.stage, "left-clear-warning").isVisible()));
            assertTrue(Fx.get(() -> Fx.find(window.stage, "left-quick-note").isVisible()));

            window.connect(PaneSide.LEFT, alpha);
            Fx.until(() -> Fx.has(window.stage, "left-table"));
            Fx.run(() -> window.shell.openLink(LINK));
            assertEquals("gamma.test", text(window, "right-quick-host"));

            window.connect(PaneSide.RIGHT, beta);
            Fx.until(() -> Fx.has(window.stage, "right-table"));
            Fx.run(() -> window.shell.openLink(LINK));
            Fx.run(() -> Fx.button(Fx.dialogs().getLast(), "link-left").fire());
            assertEquals("gamma.test", text(window, "left-quick-host"));
            assertTrue(Fx.get(() -> Fx.find(window.stage, "left-quick-back").isVisible()));
        }
    }

    private static String text(FakeWindow window, String id) {
        return Fx.get(() -> ((TextField) Fx.find(window.stage, id)).getText());
    }
}
