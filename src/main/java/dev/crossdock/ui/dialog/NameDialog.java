package dev.crossdock.ui.dialog;

import dev.crossdock.model.RemotePath;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TextField;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/// Asks for one name: of a new folder, of an entry, of a site, of a bookmark.
public final class NameDialog {

    private NameDialog() {}

    public static DialogFrame<String> newFolder(@Nullable Window owner, String folder) {
        return ask(
                owner,
                "new-folder-dialog",
                Icon.NEW_FOLDER,
                Strings.text("dialog.newFolder.title"),
                Strings.text("dialog.newFolder.text", folder),
                "",
                Strings.text("dialog.newFolder.ok"),
                RemotePath::isName);
    }

    public static DialogFrame<String> rename(@Nullable Window owner, String name) {
        return ask(
                owner,
                "rename-dialog",
                Icon.RENAME,
                Strings.text("dialog.rename.title"),
                Strings.text("dialog.rename.text"),
                name,
                Strings.text("dialog.rename.ok"),
                typed -> RemotePath.isName(typed) && !typed.equals(name));
    }

    public static DialogFrame<String> saveSite(@Nullable Window owner, String name) {
        return ask(
                owner,
                "save-site-dialog",
                Icon.SAVE,
                Strings.text("dialog.saveSite.title"),
                Strings.text("dialog.saveSite.text"),
                name,
                Strings.text("dialog.saveSite.ok"),
                typed -> !typed.isBlank() && typed.chars().noneMatch(Character::isISOControl));
    }

    public static DialogFrame<String> bookmark(@Nullable Window owner, String name) {
        return ask(
                owner,
                "bookmark-dialog",
                Icon.SAVE,
                Strings.text("dialog.bookmark.title"),
                Strings.text("dialog.bookmark.text"),
                name,
                Strings.text("dialog.bookmark.ok"),
                typed -> !typed.isBlank() && typed.chars().noneMatch(Character::isISOControl));
    }

    private static DialogFrame<String> ask(
            @Nullable Window owner,
            String id,
            Icon icon,
            String title,
            String text,
            String proposal,
            String ok,
            Predicate<String> acceptable) {
        var field = new TextField(proposal);
        selectStem(field);
        return asking(owner, id, icon, title, text, field, ok, acceptable);
    }

    /// Asks with a field of the caller's, which has its proposal already.
    public static DialogFrame<String> asking(
            @Nullable Window owner,
            String id,
            Icon icon,
            String title,
            String text,
            TextField field,
            String ok,
            Predicate<String> acceptable) {
        field.setId(id + "-field");
        field.setAccessibleText(title);
        var valid =
                Bindings.createBooleanBinding(
                        () -> acceptable.test(field.getText()), field.textProperty());
        return new DialogFrame<String>(owner, id, icon, title)
                .content(Labels.muted(text), field)
                .closing(id + "-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault(id + "-ok", ok, field::getText)
                .when(valid)
                .focus(field);
    }

    /// Leaves the ending unselected, which people seldom want to type again.
    private static void selectStem(TextField field) {
        String name = field.getText();
        int dot = name.lastIndexOf('.');
        Runnable select =
                () -> {
                    if (field.isFocused()) {
                        field.selectRange(0, dot > 0 ? dot : name.length());
                    }
                };
        // Behind the skin's own listener, which selects everything.
        field.skinProperty()
                .addListener((_, _, _) -> field.focusedProperty().addListener(_ -> select.run()));
    }
}
