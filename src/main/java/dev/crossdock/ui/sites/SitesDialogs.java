package dev.crossdock.ui.sites;

import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.DialogFrame;
import dev.crossdock.ui.dialog.NameDialog;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// The questions of the site manager.
final class SitesDialogs {

    private static final double LINE = 28;

    /// What becomes of what is typed.
    enum Leaving {
        SAVE,
        DISCARD
    }

    private SitesDialogs() {}

    /// @param name of the site; empty for a new one
    static DialogFrame<Leaving> unsaved(Window owner, String name) {
        return new DialogFrame<Leaving>(
                        owner,
                        "site-unsaved-dialog",
                        Icon.QUESTION,
                        name.isEmpty()
                                ? Strings.text("sites.unsaved.new")
                                : Strings.text("sites.unsaved.title", VisibleText.of(name)))
                .content(Labels.wrapped(Strings.text("sites.unsaved.text")))
                .closing("site-unsaved-back", Strings.text("sites.unsaved.back"))
                .answering(
                        "site-unsaved-discard",
                        Strings.text("sites.unsaved.discard"),
                        () -> Leaving.DISCARD)
                .answeringByDefault(
                        "site-unsaved-save", Strings.text("sites.save"), () -> Leaving.SAVE);
    }

    static DialogFrame<String> newFolder(Window owner, String where, Predicate<String> allowed) {
        return NameDialog.asking(
                owner,
                "site-folder-dialog",
                Icon.NEW_FOLDER,
                Strings.text("dialog.newFolder.title"),
                Strings.text("dialog.newFolder.text", where),
                new TextField(),
                Strings.text("dialog.newFolder.ok"),
                allowed);
    }

    static DialogFrame<String> rename(Window owner, String name, Predicate<String> allowed) {
        return NameDialog.asking(
                owner,
                "site-rename-dialog",
                Icon.RENAME,
                Strings.text("dialog.rename.title"),
                Strings.text("sites.rename.text", VisibleText.of(name)),
                new TextField(name),
                Strings.text("dialog.rename.ok"),
                allowed.and(typed -> !typed.strip().equals(name)));
    }

    static DialogFrame<SiteGroup> move(Window owner, String what, List<SiteGroup> targets) {
        var list = new ListView<SiteGroup>();
        list.setId("site-move-list");
        list.setAccessibleText(Strings.text("sites.move.list"));
        list.getItems().setAll(targets);
        list.setPlaceholder(Labels.muted(Strings.text("sites.move.none")));
        list.setFixedCellSize(LINE);
        list.setPrefHeight(LINE * Math.clamp(targets.size(), 4, 12) + 2);
        list.setCellFactory(_ -> new GroupCell());
        list.getSelectionModel().selectFirst();
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> answer(list, event));
        var nothing = Bindings.isNull(list.getSelectionModel().selectedItemProperty());
        return new DialogFrame<SiteGroup>(
                        owner,
                        "site-move-dialog",
                        Icon.FOLDER,
                        Strings.text("sites.move.title", what))
                .content(list)
                .closing("site-move-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(
                        "site-move-ok",
                        Strings.text("sites.move.ok"),
                        () -> Objects.requireNonNull(list.getSelectionModel().getSelectedItem()))
                .when(nothing.not())
                .focus(list);
    }

    /// The list would keep Enter for itself.
    private static void answer(ListView<?> list, KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getScene().lookup("#site-move-ok") instanceof Button ok) {
            ok.fire();
            event.consume();
        }
    }

    private static final class GroupCell extends ListCell<SiteGroup> {
        @Override
        protected void updateItem(@Nullable SiteGroup group, boolean empty) {
            super.updateItem(group, empty);
            if (empty || group == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(SiteWords.of(group));
            setGraphic(Icon.FOLDER.node("muted-icon"));
        }
    }
}
