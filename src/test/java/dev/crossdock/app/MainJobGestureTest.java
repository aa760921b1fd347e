package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.cli.CoreOptions.QueueUse;
import dev.crossdock.demo.DataConnection;
import dev.crossdock.demo.DemoWorld;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Protection;
import dev.crossdock.model.Server;
import dev.crossdock.queue.JobView;
import dev.crossdock.site.Passwords;
import dev.crossdock.site.TrustMode;
import dev.crossdock.testing.Nobody;
import dev.crossdock.ui.Fx;
import dev.crossdock.ui.Pointer;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.shell.Shell;

import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The main job: a file is dragged from one pane to the other, and the servers send it.
class MainJobGestureTest {

    @TempDir private Path home = Path.of("");

    @Test
    void aFileDraggedToTheOtherPaneGoesFromServerToServerUnderTls() throws Exception {
        Pointer.require();
        Fx.start();
        try (var world = DemoWorld.start(DemoWorld.Options.USUAL);
                var wiring = wiring()) {
            Stage stage = open(world, wiring);
            try {
                Pointer.drag(
                        stage,
                        Pointer.cell(stage, "left-table", "README.txt"),
                        Pointer.cell(stage, "right-table", "Dropbox"),
                        "right-table");
                Pointer.until(() -> ended(wiring).isPresent());

                var done = assertInstanceOf(Outcome.Done.class, ended(wiring).orElseThrow());
                assertEquals(Protection.TLS, done.protection());
                assertEquals(
                        Files.readString(world.alpha().root().resolve("README.txt")),
                        Files.readString(world.beta().root().resolve("Dropbox/README.txt")));
                noDataByteCameToThisSide(world);
            } finally {
                Fx.close(stage);
            }
        }
    }

    /// Alpha's only connection that it opened went to Beta; what we opened were listings.
    private static void noDataByteCameToThisSide(DemoWorld world) {
        InetAddress beta = world.beta().address();
        List<DataConnection> opened =
                world.alpha().dataConnections().stream()
                        .filter(data -> data.role() == DataConnection.Role.ACTIVE)
                        .toList();
        assertEquals(1, opened.size());
        assertEquals(beta, opened.getFirst().peer());
        assertTrue(opened.getFirst().tlsClient());
        assertEquals(
                1,
                world.beta().dataConnections().stream()
                        .filter(data -> data.peer().equals(world.alpha().address()))
                        .count());
    }

    private static Optional<Outcome> ended(Wiring wiring) {
        return wiring.queue().changesSince(0).changed().stream()
                .map(JobView::outcome)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Wiring wiring() throws FailureException {
        var nobody = new Nobody();
        return new Wiring(
                AppDirs.in(home),
                new Passwords(),
                TrustMode.KNOWN,
                nobody,
                nobody,
                Wiring.PLANNER,
                OptionalInt.of(2),
                0,
                QueueUse.TEMPORARY);
    }

    private Stage open(DemoWorld world, Wiring wiring) throws Exception {
        var demo = new DemoHome(wiring);
        Server alpha = demo.alpha(world);
        Server beta = demo.beta(world);
        return Fx.get(() -> {
            var stage = new Stage();
            var shell = new Shell(wiring.forWindow(_ -> {}, home.resolve("window.json")));
            shell.show(stage);
            stage.setX(0);
            stage.setY(0);
            shell.connect(PaneSide.LEFT, alpha);
            shell.connect(PaneSide.RIGHT, beta);
            return stage;
        });
    }
}
