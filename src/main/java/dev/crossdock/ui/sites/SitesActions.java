package dev.crossdock.ui.sites;

import dev.crossdock.model.NaturalOrder;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.ConfirmDialog;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.sites.SiteFormViewModel.Flaw;

import javafx.stage.Window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be done in the site manager, questions included.
final class SitesActions {

    /// How many names a question lists.
    private static final int NAMED = 5;

    /// What the actions need of the window.
    interface View {
        Window window();

        void show(Flaw flaw);

        void focusHost();

        void focusName();

        /// Selects in the tree what the model has selected.
        void showSelection();

        void close();
    }

    private final SitesViewModel model;
    private final View view;

    SitesActions(SitesViewModel model, View view) {
        this.model = model;
        this.view = view;
    }

    /// Does something that fills the form anew, unless the user wants to keep what is typed.
    void leave(Runnable then) {
        leave(then, () -> {});
    }

    /// @param stayed runs if the user goes back to the form
    void leave(Runnable then, Runnable stayed) {
        if (!model.hasChanges()) {
            then.run();
            return;
        }
        String name = model.form().freshProperty().get() ? "" : model.form().base().name();
        SitesDialogs.unsaved(view.window(), name)
                .show(
                        answer -> {
                            switch (answer) {
                                case SAVE -> {
                                    if (isSaved(model.save())) {
                                        then.run();
                                    } else {
                                        stayed.run();
                                    }
                                }
                                case DISCARD -> {
                                    model.revert();
                                    then.run();
                                }
                            }
                        },
                        stayed);
    }

    void select(List<Item> items) {
        leave(() -> model.select(items), view::showSelection);
    }

    void newSite() {
        leave(() -> {
            model.newSite();
            view.focusHost();
        });
    }

    void newFolder() {
        leave(() -> {
            SiteGroup in = model.around();
            SitesDialogs.newFolder(
                            view.window(),
                            SiteWords.of(in),
                            name -> isFree(in, name) && isFolderName(name))
                    .show(name -> model.newFolder(name.strip()));
        });
    }

    void duplicate() {
        leave(() -> {
            model.duplicate();
            view.focusName();
        });
    }

    void rename() {
        if (model.selectedProperty().get().size() == 1) {
            leave(() -> rename(model.selectedProperty().get().getFirst()));
        }
    }

    void move() {
        List<Item> items = model.selectedProperty().get();
        if (!items.isEmpty()) {
            List<SiteGroup> targets =
                    Stream.concat(Stream.of(SiteGroup.TOP), model.all().allFolders())
                            .filter(group -> model.canMove(items, group))
                            .toList();
            leave(() ->
                    SitesDialogs.move(view.window(), what(items), targets)
                            .show(group -> model.move(items, group)));
        }
    }

    void move(List<Item> items, SiteGroup to) {
        leave(() -> model.move(items, to));
    }

    void delete() {
        List<Item> items = model.selectedProperty().get();
        if (!items.isEmpty()) {
            ConfirmDialog.delete(
                            view.window(),
                            Strings.text("sites.delete.title", all(items)),
                            going(items))
                    .show(_ -> model.delete(items));
        }
    }

    void close() {
        view.close();
    }

    void save() {
        if (isForm() && isSaved(model.save())) {
            view.showSelection();
        }
    }

    void connect(PaneSide side) {
        if (isForm()) {
            Optional<Flaw> flaw = model.connect(side);
            if (isSaved(flaw)) {
                view.close();
            }
        }
    }

    void tryOut() {
        if (isForm()) {
            model.tryOut().ifPresent(view::show);
        }
    }

    private boolean isForm() {
        return model.shownProperty().get() instanceof SitesViewModel.Shown.Form;
    }

    /// Tells the user what makes no sense, if anything does.
    private boolean isSaved(Optional<Flaw> flaw) {
        flaw.ifPresent(view::show);
        return flaw.isEmpty();
    }

    private void rename(Item item) {
        SitesDialogs.rename(
                        view.window(),
                        item.name(),
                        name ->
                                switch (item) {
                                    case Item.Folder(SiteGroup group) ->
                                            isFolderName(name) && isFree(group.parent(), name);
                                    case Item.Entry _ -> isSiteName(name);
                                })
                .show(name -> model.rename(item, name.strip()));
    }

    private boolean isFree(SiteGroup in, String name) {
        return isFolderName(name) && !model.isTaken(in, name.strip());
    }

    private static boolean isFolderName(String name) {
        return isRight(SiteGroup.TOP::child, name.strip());
    }

    private static boolean isSiteName(String name) {
        return isRight(Blank.server("anonymous")::named, name.strip());
    }

    private static boolean isRight(Consumer<String> check, String name) {
        try {
            check.accept(name);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /// `alpha`, or how many of what.
    private static String what(List<Item> items) {
        if (items.size() == 1) {
            return VisibleText.of(items.getFirst().name());
        }
        long folders = items.stream().filter(Item.Folder.class::isInstance).count();
        return counted(items.size() - folders, folders);
    }

    /// The same with all that lies in the folders.
    private String all(List<Item> items) {
        return items.size() == 1
                ? what(items)
                : counted(model.inside(items).size(), model.foldersInside(items).size());
    }

    private static String counted(long sites, long folders) {
        return Stream.of(
                        sites == 0 ? "" : Strings.count("sites.count", sites),
                        folders == 0 ? "" : Strings.count("sites.count.folders", folders))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(Strings.text("sites.count.and")));
    }

    private String going(List<Item> items) {
        List<String> names =
                model.inside(items).stream()
                        .map(Site::name)
                        .sorted(NaturalOrder.NATURAL)
                        .map(VisibleText::of)
                        .toList();
        String text = Strings.text("sites.delete.text");
        if (names.isEmpty()) {
            return Strings.text("sites.delete.empty");
        }
        String more =
                names.size() > NAMED
                        ? "\n" + Strings.text("dialog.delete.more", names.size() - NAMED)
                        : "";
        return names.stream().limit(NAMED).collect(Collectors.joining("\n")) + more + "\n\n" + text;
    }
}
