package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.queue.JobRunner;
import dev.crossdock.ui.pane.PaneSide;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

class WindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeServer alpha =
            new FakeServer("alpha").file("/", "a.bin", 10).folder("/", "empty");
    private final FakeServer beta =
            new FakeServer("beta").can(Capability.PROXY, " AUTH TLS +proxy");
    private final List<JobSpec> jobs = new CopyOnWriteArrayList<>();
    private final JobRunner recorder =
            (spec, _) -> {
                jobs.add(spec);
                return new Outcome.Skipped("recorded");
            };

    @TempDir private Path home;

    @Test
    void withoutAConnectionThereAreTheSitesAndAForm() throws Exception {
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            ListView<?> sites = (ListView<?>) Fx.find(window.stage, "left-sites");
            assertEquals(2, sites.getItems().size());
            for (String id : List.of("host", "port", "user", "password", "tls", "connect")) {
                assertTrue(Fx.has(window.stage, "left-quick-" + id), id);
                assertTrue(Fx.has(window.stage, "right-quick-" + id), id);
            }
            assertFalse(Fx.has(window.stage, "left-table"));
        }
    }

    @Test
    void theFormConnects() throws Exception {
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            Fx.run(() -> {
                ((TextField) Fx.find(window.stage, "left-quick-host")).setText("x.test");
                ((Button) Fx.find(window.stage, "left-quick-connect")).fire();
            });
            until(() -> Fx.has(window.stage, "left-refused"));
            Label message = (Label) Fx.find(window.stage, "left-refused-message");
            assertEquals(
                    "Nobody answers at x.test:21: connection refused.", Fx.get(message::getText));
        }
    }

    @Test
    void aServerThatCannotBeReachedLeavesWaysOn() throws Exception {
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            var nowhere =
                    new Server(new SiteId("x"), "nowhere", "x.test", 21, TlsMode.EXPLICIT, "u");
            Fx.run(() -> window.shell.connect(PaneSide.RIGHT, nowhere));
            until(() -> Fx.has(window.stage, "right-retry"));
            assertTrue(Fx.has(window.stage, "right-details"));
            Fx.run(() -> ((Button) Fx.find(window.stage, "right-edit")).fire());
            TextField host = (TextField) Fx.find(window.stage, "right-quick-host");
            assertEquals("x.test", host.getText());
        }
    }

    @Test
    void anEmptyFolderSaysSo() throws Exception {
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            window.connect(PaneSide.RIGHT, beta);
            until(() -> Fx.has(window.stage, "right-table"));
            TableView<?> table = (TableView<?>) Fx.find(window.stage, "right-table");
            until(() -> table.getItems().isEmpty());
            assertEquals(
                    "This folder is empty.",
                    Fx.get(() -> ((Labeled) table.getPlaceholder()).getText()));
        }
    }

    @Test
    void theCopyKeyMakesJobsOfTheSelection() throws Exception {
        try (var window = connected()) {
            TableView<?> table = (TableView<?>) Fx.find(window.stage, "left-table");
            Fx.run(() -> {
                table.requestFocus();
                table.getSelectionModel().select(1);
                press(window, KeyCode.F5);
            });
            await().atMost(PATIENCE).until(() -> jobs.size() == 1);
            assertEquals("/a.bin", jobs.getFirst().targetPath().value());
            assertEquals(beta.server().id(), jobs.getFirst().target());
        }
    }

    @Test
    void thePaneWithTheCursorIsTheActiveOne() throws Exception {
        try (var window = connected()) {
            assertEquals(List.of("left-pane"), active(window), "while both were connected");
            Fx.run(() -> press(window, KeyCode.TAB));
            assertEquals(List.of("right-pane"), active(window));
            Fx.run(() -> press(window, KeyCode.TAB));
            assertEquals(List.of("left-pane"), active(window));
        }
    }

    @Test
    void copyButtonsWaitForASelectionAndTwoConnections() throws Exception {
        try (var window = connected()) {
            assertTrue(Fx.find(window.stage, "copy-right").isDisabled());
            TableView<?> table = (TableView<?>) Fx.find(window.stage, "left-table");
            Fx.run(() -> table.getSelectionModel().select(0));
            assertFalse(Fx.find(window.stage, "copy-right").isDisabled());
            assertTrue(Fx.find(window.stage, "copy-left").isDisabled());
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "right-disconnect-button")).fire());
            assertTrue(Fx.find(window.stage, "copy-right").isDisabled());
        }
    }

    @Test
    void theRouteSaysWhoListensWhoConnectsAndWhoIsTlsClient() throws Exception {
        try (var window = connected()) {
            until(() ->
                    String.valueOf(Fx.find(window.stage, "route-right").getAccessibleText())
                            .startsWith(
                                    "alpha listens; beta connects and is TLS client (+proxy). The"
                                        + " file goes straight from server to server, encrypted.\n"
                                        + "It worked on "));
        }
    }

    @Test
    void whatTheWindowRememberedIsThereAgain() throws Exception {
        try (var window = connected()) {
            Fx.run(() -> ((ButtonBase) Fx.find(window.stage, "look")).fire());
            Fx.run(() ->
                    window.stage.fireEvent(
                            new javafx.stage.WindowEvent(
                                    window.stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
            assertFalse(window.stage.isShowing());
        }
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            ListView<?> sites = (ListView<?>) Fx.find(window.stage, "left-sites");
            assertEquals(0, Fx.get(() -> sites.getSelectionModel().getSelectedIndex()));
            ListView<?> right = (ListView<?>) Fx.find(window.stage, "right-sites");
            assertEquals(1, Fx.get(() -> right.getSelectionModel().getSelectedIndex()));
        }
    }

    private FakeWindow connected() throws InterruptedException {
        var window = FakeWindow.open(home, recorder, alpha, beta);
        window.connect(PaneSide.LEFT, alpha);
        window.connect(PaneSide.RIGHT, beta);
        until(() ->
                Fx.has(window.stage, "left-table")
                        && Fx.has(window.stage, "right-table")
                        && ((TableView<?>) Fx.find(window.stage, "left-table")).getItems().size()
                                == 2);
        return window;
    }

    private static void press(FakeWindow window, KeyCode code) {
        var owner = window.stage.getScene().getFocusOwner();
        owner.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static List<String> active(FakeWindow window) {
        var active = PseudoClass.getPseudoClass("active");
        return Fx.get(() ->
                window.stage.getScene().getRoot().lookupAll(".pane").stream()
                        .filter(pane -> pane.getPseudoClassStates().contains(active))
                        .map(Node::getId)
                        .toList());
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> Fx.get(condition));
    }
}
