package dev.crossdock.ui.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.site.NewVault;
import dev.crossdock.ui.Fx;
import dev.crossdock.vault.Argon2Cost;
import dev.crossdock.vault.Vault;

import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class VaultViewTest {

    private Path file;
    private Vault vault;
    private VaultViewModel model;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("vault.json");
        fresh();
    }

    @Test
    void eachStateOffersWhatFits() throws IOException {
        assertEquals(List.of("make"), offered());
        model.create(NewVault.under("master".toCharArray()));
        assertEquals(List.of("lock", "change"), offered());
        model.lock();
        assertEquals(List.of("unlock", "set-aside"), offered());
        model.unlock("master".toCharArray());
        model.protect(NewVault.withKeyFile());
        assertEquals(List.of("set"), offered());
        Files.writeString(file, "damaged");
        model.load();
        assertEquals("restore,set-aside", String.join(",", offered()));
    }

    @Test
    void whatWasTypedIsWipedAndAWrongOneIsSaid() {
        char[] first = "master".toCharArray();
        model.create(NewVault.under(first));
        assertArrayEquals(new char[6], first);
        model.lock();
        char[] wrong = "mistake".toCharArray();
        model.unlock(wrong);
        assertArrayEquals(new char[7], wrong);
        assertEquals("That is not the master password.", model.troubleProperty().get());
        assertEquals(Vault.State.LOCKED, model.shownProperty().get().state());
        model.unlock("master".toCharArray());
        assertEquals("", model.troubleProperty().get());
        assertTrue(model.canBeLocked().getValue());
    }

    @Test
    void forgettingAllAsksFirst() throws FailureException {
        model.create(NewVault.withKeyFile());
        vault.put("one", "secret".toCharArray());
        vault.put("two", "secret".toCharArray());
        assertEquals(2, model.shownProperty().get().stored());
        Stage stage = Fx.show(Fx.get(() -> new VaultView(model)), 700, 300);
        try {
            Fx.run(() -> ((javafx.scene.control.Button) Fx.find(stage, "vault-forget")).fire());
            assertEquals(2, vault.names().size());
            Fx.run(() -> {
                DialogPane dialog = Fx.dialogs().getLast();
                Fx.button(dialog, "forget-passwords-dialog-ok").fire();
            });
            assertEquals(0, vault.names().size());
        } finally {
            Fx.close(stage);
        }
    }

    @Test
    void aDamagedVaultIsSetAsideAndSaidWhere() throws IOException {
        model.create(NewVault.under("master".toCharArray()));
        Files.writeString(file, "damaged");
        model.load();
        assertTrue(model.shownProperty().get().damage().length() > 0);
        model.setAside();
        assertEquals("", model.troubleProperty().get());
        String said = model.saidProperty().get();
        Path folder = Objects.requireNonNull(file.getParent());
        assertTrue(said.contains(folder.toString()), said);
        assertEquals(List.of("make"), offered());
        try (Stream<Path> all = Files.list(folder)) {
            assertTrue(all.anyMatch(each -> said.contains(each.getFileName().toString())), said);
        }
    }

    @Test
    void whatTheVaultRefusesIsSaid() throws IOException {
        model.create(NewVault.under("master".toCharArray()));
        model.lock();
        model.forgetAll();
        assertTrue(model.troubleProperty().get().length() > 0);
    }

    @Test
    void aViewThatIsClosedHearsNoMore() {
        Stage stage = Fx.show(Fx.get(() -> new VaultView(model)), 700, 300);
        var state = (Labeled) Fx.find(stage, "vault-state");
        Fx.run(() -> model.create(NewVault.withKeyFile()));
        String before = Fx.get(state::getText);
        Fx.close(stage);
        Fx.run(() -> model.protect(NewVault.under("master".toCharArray())));
        assertEquals(before, Fx.get(state::getText));
    }

    private void fresh() {
        vault = new Vault(file, InstantSource.system(), new Argon2Cost(1024, 1, 1));
        model = new VaultViewModel(vault, Runnable::run, Runnable::run);
        model.load();
    }

    /// The buttons that can be seen, by the ends of their ids.
    private List<String> offered() {
        return Fx.get(() ->
                Stream.of(
                                "make",
                                "unlock",
                                "lock",
                                "change",
                                "set",
                                "forget",
                                "restore",
                                "set-aside")
                        .filter(name -> button(name).isVisible())
                        .toList());
    }

    private Node button(String name) {
        var view = new VaultView(model);
        return view.lookupAll("#vault-" + name).stream()
                .filter(Labeled.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
