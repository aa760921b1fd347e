package dev.crossdock.ui.pane;

import dev.crossdock.model.Entry;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.dialog.NameDialog;
import dev.crossdock.ui.dialog.PermissionsDialog;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What can be done to a folder and to what is selected in it, dialogs included.
final class PaneActions {

    /// How many names a question lists.
    private static final int NAMED = 5;

    private final PaneViewModel model;
    private final Supplier<Window> window;

    PaneActions(PaneViewModel model, Supplier<Window> window) {
        this.model = model;
        this.window = window;
    }

    BooleanBinding isOffline() {
        return Bindings.createBooleanBinding(() -> model.facts().isEmpty(), model.stateProperty());
    }

    BooleanBinding nothingSelected() {
        return Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().isEmpty(), model.selectedProperty());
    }

    BooleanBinding notOneSelected() {
        return Bindings.createBooleanBinding(
                () -> model.selectedProperty().get().size() != 1, model.selectedProperty());
    }

    void openSelected() {
        List<Entry> selected = model.selectedProperty().get();
        if (selected.size() == 1) {
            open(selected.getFirst());
        }
    }

    /// Opens a folder, or what a link leads to; files have nothing to open here.
    void open(Entry entry) {
        switch (entry.kind()) {
            case FOLDER, LINK -> model.open(model.folder().child(entry.name()));
            case FILE, OTHER -> {}
        }
    }

    /// Opens a path as it was typed.
    void openTyped(String typed) {
        try {
            model.openTyped(typed.strip());
        } catch (IllegalArgumentException e) {
            model.noticeProperty().set(Optional.of(Notice.of(String.valueOf(e.getMessage()))));
        }
    }

    void newFolder() {
        if (model.facts().isPresent()) {
            NameDialog.newFolder(window.get(), VisibleText.of(model.folderText()))
                    .show(model::makeFolder);
        }
    }

    void rename() {
        List<Entry> selected = model.selectedProperty().get();
        if (selected.size() == 1) {
            Entry entry = selected.getFirst();
            NameDialog.rename(window.get(), entry.name()).show(name -> model.rename(entry, name));
        }
    }

    void delete() {
        List<Entry> selected = model.selectedProperty().get();
        if (!selected.isEmpty()) {
            ConfirmDialog.delete(window.get(), title(selected), warning(selected))
                    .show(_ -> model.delete(selected));
        }
    }

    void setPermissions() {
        List<Entry> selected = model.selectedProperty().get();
        if (!selected.isEmpty()) {
            Entry first = selected.getFirst();
            PermissionsDialog.create(window.get(), what(selected), first.permissions().orElse(""))
                    .show(mode -> model.setPermissions(selected, mode));
        }
    }

    void showDetails(Notice notice) {
        String subject = model.facts().map(facts -> facts.server().name()).orElse("");
        notice.failure()
                .ifPresentOrElse(
                        failure ->
                                FailureDialog.create(window.get(), subject, failure).show(_ -> {}),
                        () ->
                                FailureDialog.lines(window.get(), notice.words(), notice.more())
                                        .show(_ -> {}));
    }

    private static String what(List<Entry> selected) {
        return selected.size() == 1
                ? VisibleText.of(selected.getFirst().name())
                : Strings.text("pane.these", selected.size());
    }

    private static String title(List<Entry> selected) {
        return Strings.text("dialog.delete.title", what(selected));
    }

    private String warning(List<Entry> selected) {
        String names =
                selected.stream()
                        .limit(NAMED)
                        .map(entry -> "\u2022 " + VisibleText.of(entry.name()))
                        .collect(Collectors.joining("\n"));
        if (selected.size() > NAMED) {
            names += "\n" + Strings.text("dialog.delete.more", selected.size() - NAMED);
        }
        boolean folders = selected.stream().anyMatch(Entry::isFolder);
        String server = model.facts().map(facts -> facts.server().name()).orElse("");
        return Strings.text("dialog.delete.text", server, VisibleText.of(model.folderText()))
                + "\n\n"
                + names
                + (folders ? "\n\n" + Strings.text("dialog.delete.folders") : "");
    }
}
