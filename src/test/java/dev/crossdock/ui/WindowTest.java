package dev.crossdock.ui;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class WindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final FakeServer alpha =
            new FakeServer("alpha").file("/", "a.bin", 10).folder("/", "empty");
    private final FakeServer beta =
            new FakeServer("beta").can(Capability.PROXY, " AUTH TLS +proxy");
    private final Recorder recorder = new Recorder();
    private final List<JobSpec> jobs = recorder.jobs;

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
            Fx.until(() -> Fx.has(window.stage, "left-refused"));
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
            Fx.until(() -> Fx.has(window.stage, "right-retry"));
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
            Fx.until(() -> Fx.has(window.stage, "right-table"));
            TableView<?> table = (TableView<?>) Fx.find(window.stage, "right-table");
            Fx.until(() -> table.getItems().isEmpty());
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
    void aPaneOfThisComputerSendsToAServer() throws Exception {
        Path own = Files.createDirectory(home.resolve("own"));
        Files.write(own.resolve("mine.bin"), new byte[7]);
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            window.browsers.own(own);
            window.connect(PaneSide.RIGHT, beta);
            Fx.until(() -> Fx.has(window.stage, "right-table"));
            openOwn(window, "left");
            TextField path = (TextField) Fx.find(window.stage, "left-path");
            Fx.until(() -> path.getText().equals(own.toString()));
            Fx.run(() -> {
                table(window, "left").getSelectionModel().select(0);
                ((Button) Fx.find(window.stage, "copy-right")).fire();
            });
            await().atMost(PATIENCE).until(() -> jobs.size() == 1);
            assertEquals(SiteId.LOCAL, jobs.getFirst().source());
            assertEquals("/mine.bin", jobs.getFirst().targetPath().value());
            assertEquals(7, jobs.getFirst().size().orElseThrow());
        }
    }

    @Test
    void twoPanesOfThisComputerAreRefusedWithWords() throws Exception {
        Path own = Files.createDirectory(home.resolve("own"));
        Files.write(own.resolve("mine.bin"), new byte[7]);
        try (var window = FakeWindow.open(home, recorder, alpha, beta)) {
            window.browsers.own(own);
            openOwn(window, "left");
            openOwn(window, "right");
            Fx.run(() -> {
                table(window, "left").requestFocus();
                table(window, "left").getSelectionModel().select(0);
                press(window, KeyCode.F5);
            });
            Fx.until(() ->
                    window.stage.getScene().getRoot().lookupAll(".label").stream()
                            .anyMatch(node ->
                                    ((Labeled) node)
                                            .getText()
                                            .startsWith("Both panes are on this computer.")));
            assertTrue(jobs.isEmpty());
        }
    }

    private static void openOwn(FakeWindow window, String side) {
        Fx.run(() -> ((Button) Fx.find(window.stage, side + "-this-computer")).fire());
        Fx.until(() ->
                Fx.has(window.stage, side + "-table")
                        && table(window, side).getItems().size() == 1);
    }

    private static TableView<?> table(FakeWindow window, String side) {
        return (TableView<?>) Fx.find(window.stage, side + "-table");
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
            String words = "alpha listens; beta connects and is TLS client (+proxy).";
            Fx.until(() ->
                    String.valueOf(Fx.find(window.stage, "route-right").getAccessibleText())
                            .startsWith(words));
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
        return FakeWindow.connected(home, recorder, alpha, beta);
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
}
