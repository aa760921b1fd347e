package dev.crossdock.ui.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.Memo;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Topic;
import dev.crossdock.ui.Fx;

import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class MemoryTest {

    private static final Server ALPHA = server("alpha.test", 21);
    private static final Server BETA = server("::1", 2121);
    private static final Route PROXY = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    private static final Instant WHEN = Instant.parse("2026-11-22T17:43:00Z");

    private Path folder;
    private ServerMemory memory;
    private MemoryViewModel model;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void learn(@TempDir Path temporary) {
        folder = temporary;
        memory = new ServerMemory(folder.resolve("servers.json"));
        memory.proven(ALPHA, BETA, PROXY);
        memory.refuted(ALPHA, Capability.SSCN, "502 no");
        model = new MemoryViewModel(memory, Runnable::run, Runnable::run);
    }

    @Test
    void whatIsRememberedIsShownTheLatestFirst() {
        model.load();
        assertEquals(memory.all(), model.shown());
        assertEquals("", model.noticeProperty().get());
    }

    @Test
    void whatIsForgottenIsGone() {
        model.load();
        model.forget(model.shown().subList(0, 1));
        assertEquals(1, model.shown().size());
        assertEquals(memory.all(), model.shown());
        model.forgetAll();
        assertEquals(List.of(), model.shown());
        assertEquals(List.of(), memory.all());
    }

    @Test
    void whatTheDiskRefusesIsSaid() throws IOException {
        model.load();
        Files.delete(folder.resolve("servers.json.lock"));
        Files.createDirectory(folder.resolve("servers.json.lock"));
        model.forgetAll();
        assertTrue(model.noticeProperty().get().contains("servers.json"));
    }

    @Test
    void theWordsTellServersWhatAndState() {
        var words = new MemoWords(ZoneOffset.UTC);
        var route =
                new Memo(
                        new Topic.Way(Endpoint.of(ALPHA), Endpoint.of(BETA), PROXY),
                        new Evidence.Proven(WHEN));
        assertEquals("alpha.test → [::1]:2121", words.servers(route));
        assertEquals("+proxy by [::1]:2121", words.what(route));
        assertEquals("Works", words.state(route));
        assertEquals("2026-11-22 17:43", words.when(route));
        var skill =
                new Memo(
                        new Topic.Skill(Endpoint.of(ALPHA), Capability.SSCN),
                        new Evidence.Refuted("502 no", WHEN));
        assertEquals("alpha.test", words.servers(skill));
        assertEquals("SSCN", words.what(skill));
        assertEquals("Refused", words.state(skill));
        assertEquals("alpha.test refused SSCN, or it did not work.", words.fully(skill));
        assertEquals("502 no", words.said(skill));
    }

    @Test
    void theButtonsForgetWhatIsSelectedAndAll() {
        Fx.run(() -> {
            model.load();
            MemoryDialog.create(null, model, ZoneOffset.UTC).show(_ -> {});
        });
        try {
            Fx.run(() -> {
                DialogPane dialog = Fx.dialogs().getFirst();
                var table = (TableView<?>) dialog.lookup("#memory-table");
                var forget = (Button) dialog.lookup("#memory-forget");
                var all = (Button) dialog.lookup("#memory-forget-all");
                assertTrue(forget.isDisabled());
                table.getSelectionModel().select(1);
                forget.fire();
                assertEquals(1, table.getItems().size());
                all.fire();
                assertEquals(List.of(), table.getItems());
                assertTrue(all.isDisabled());
                assertTrue(forget.isDisabled());
            });
        } finally {
            Fx.run(() -> Fx.button(Fx.dialogs().getFirst(), "memory-dialog-ok").fire());
        }
        assertEquals(List.of(), memory.all());
    }

    private static Server server(String host, int port) {
        return new Server(SiteId.random(), host, host, port, TlsMode.EXPLICIT, "anna");
    }
}
