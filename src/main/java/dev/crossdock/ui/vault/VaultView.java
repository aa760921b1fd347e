package dev.crossdock.ui.vault;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.dialog.MasterPasswordDialog;
import dev.crossdock.ui.dialog.NewVaultDialog;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Predicate;

/// How the saved passwords are protected, and the buttons that fit.
public final class VaultView extends VBox {

    private static final double GAP = 8;
    private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

    private final VaultViewModel model;
    private final ObservableValue<VaultShown> shown;

    public VaultView(VaultViewModel model) {
        this.model = model;
        // The model lasts; a view that is closed hears no more of it.
        shown =
                model.shownProperty()
                        .when(
                                sceneProperty()
                                        .flatMap(Scene::windowProperty)
                                        .flatMap(Window::showingProperty)
                                        .orElse(false));
        setId("vault");
        getStyleClass().add("settings-list");
        getChildren()
                .addAll(
                        state(),
                        buttons(),
                        words("vault-trouble", model.troubleProperty(), true),
                        words("vault-said", model.saidProperty(), false));
    }

    private Node state() {
        var label = Labels.wrapped("");
        label.setId("vault-state");
        label.getStyleClass().add("vault-state");
        var icon = new FontIcon();
        label.setGraphic(icon);
        shown.subscribe(now -> {
            label.setText(VaultWords.of(now));
            VaultWords.icon(now).showIn(icon);
            label.pseudoClassStateChanged(DAMAGED, !now.damage().isEmpty());
        });
        return label;
    }

    private Node buttons() {
        var row =
                new FlowPane(
                        GAP,
                        GAP,
                        only(
                                "make",
                                Icon.ADD,
                                now -> now.equals(VaultShown.UNKNOWN),
                                this::askToMake),
                        only(
                                "unlock",
                                Icon.UNLOCKED,
                                now -> !now.isOpen() && now.hasMasterPassword(),
                                this::askToUnlock),
                        only("lock", Icon.LOCKED, VaultShown::canBeLocked, model::lock),
                        only("change", Icon.TLS_CLIENT, VaultShown::canBeLocked, this::askToChange),
                        only(
                                "set",
                                Icon.TLS_CLIENT,
                                now -> now.isOpen() && !now.hasMasterPassword(),
                                this::askToChange),
                        only(
                                "forget",
                                Icon.DELETE,
                                now -> now.isOpen() && now.stored() > 0,
                                this::askToForget),
                        only("restore", Icon.RETRY, VaultShown::hasBackup, model::restoreBackup),
                        only(
                                "set-aside",
                                Icon.CLEAR_FINISHED,
                                VaultShown::isUseless,
                                this::askToSetAside));
        row.disableProperty().bind(model.busyProperty());
        return row;
    }

    private Button only(String name, Icon icon, Predicate<VaultShown> when, Runnable action) {
        var button = Buttons.text("vault-" + name, icon, "vault." + name, action);
        button.visibleProperty().bind(shown.map(when::test));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void askToMake() {
        NewVaultDialog.create(window()).show(model::create);
    }

    private void askToUnlock() {
        MasterPasswordDialog.create(window(), false).show(model::unlock);
    }

    private void askToChange() {
        NewVaultDialog.create(window(), Strings.text("vault.change.title")).show(model::protect);
    }

    private void askToForget() {
        ConfirmDialog.forgetPasswords(window(), model.shownProperty().get().stored())
                .show(_ -> model.forgetAll());
    }

    private void askToSetAside() {
        ConfirmDialog.setVaultAside(window()).show(_ -> model.setAside());
    }

    private Window window() {
        return getScene().getWindow();
    }

    private static Label words(String id, ObservableValue<String> words, boolean alarm) {
        var label = Labels.wrapped("");
        label.setId(id);
        if (alarm) {
            label.setGraphic(Icon.WARNING.node("danger-icon"));
            label.getStyleClass().add("danger-text");
        } else {
            label.setGraphic(Icon.DONE.node("muted-icon"));
        }
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
