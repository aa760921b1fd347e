package dev.crossdock.ui.sites;

import dev.crossdock.model.SiteId;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.sites.SiteFormViewModel.Flaw;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.Optional;
import java.util.concurrent.Executor;

/// The site manager. It stands beside the main window, which stays usable.
public final class SitesWindow implements SitesActions.View {

    private static final double SIDEBAR = 0.31;
    private static final double GAP = 8;

    /// Brings sites in from files of other programs, and gives them out.
    public interface Exchange {
        void bringIn();

        void giveOut();
    }

    private final SitesViewModel model;
    private final SitesActions actions;
    private final Stage stage = new Stage();
    private final SiteFormView form;
    private final SitesSidebar sidebar;
    private final Optional<Exchange> exchange;
    private final BorderPane beside = new BorderPane();

    /// @param screen runs things a moment later on the JavaFX thread
    public SitesWindow(
            Stage owner, SitesViewModel model, Optional<Exchange> exchange, Executor screen) {
        this.model = model;
        this.exchange = exchange;
        actions = new SitesActions(model, this);
        form = new SiteFormView(model, actions);
        sidebar = new SitesSidebar(model, actions, exchange, screen);
        beside.setTop(notice());
        var split = new SplitPane(sidebar, beside);
        split.setDividerPositions(SIDEBAR);
        split.setId("sites-window");
        split.getStyleClass().add("sites-window");
        var scene = new Scene(split);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        keys(scene);
        stage.initOwner(owner);
        stage.setTitle(Strings.text("sites.title"));
        stage.getIcons().setAll(owner.getIcons());
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        model.shownProperty().subscribe(now -> show(now));
    }

    /// For its place and size.
    public Stage stage() {
        return stage;
    }

    /// Shows the window, or brings it to the front.
    ///
    /// @param usual the pane that a site goes to when nobody says which, if it was not shown
    public void show(PaneSide usual) {
        model.refresh();
        if (stage.isShowing()) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        sidebar.connectTo(usual);
        stage.show();
        if (model.all().isEmpty()) {
            Node first = stage.getScene().lookup("#sites-first");
            if (first != null) {
                first.requestFocus();
            }
        } else {
            sidebar.focusRows();
        }
    }

    /// Opens the form of a saved site.
    public void edit(SiteId site) {
        actions.leave(() -> {
            model.select(site);
            form.focusHost();
        });
    }

    @Override
    public Window window() {
        return stage;
    }

    @Override
    public void show(Flaw flaw) {
        form.show(flaw);
    }

    @Override
    public void focusHost() {
        form.focusHost();
    }

    @Override
    public void focusName() {
        form.focusName();
    }

    @Override
    public void showSelection() {
        sidebar.showSelection();
    }

    /// Asks first if something typed would be lost.
    @Override
    public void close() {
        leave(() -> {});
    }

    /// The same, for what comes after it.
    public void leave(Runnable then) {
        actions.leave(() -> {
            model.test().close();
            stage.hide();
            then.run();
        });
    }

    private void show(SitesViewModel.Shown shown) {
        beside.setCenter(
                switch (shown) {
                    case SitesViewModel.Shown.Form() -> form;
                    case SitesViewModel.Shown.Nothing(boolean isFirst) ->
                            isFirst ? empty() : words("sites.choose");
                    case SitesViewModel.Shown.Folder(var group, int sites) ->
                            folder(SiteWords.of(group), sites);
                    case SitesViewModel.Shown.Many(int count) ->
                            folder(Strings.text("sites.many", count), -1);
                });
    }

    private Node notice() {
        Label words = Labels.wrapped("");
        words.setId("sites-notice");
        words.setGraphic(Icon.WARNING.node("danger-icon"));
        words.setMaxWidth(Double.MAX_VALUE);
        words.textProperty().bind(model.noticeProperty().map(VisibleText::of));
        var close =
                Buttons.icon(
                        "sites-notice-close", Icon.CLOSE, "pane.dismiss", () -> model.tell(""));
        var bar = new HBox(Labels.growing(words), close);
        bar.getStyleClass().add("notice-bar");
        FieldRows.showOnly(bar, model.noticeProperty().isNotEmpty());
        return bar;
    }

    private Node empty() {
        var first = Buttons.text("sites-first", Icon.ADD, "sites.new.button", actions::newSite);
        first.getStyleClass().add("accent");
        var buttons = new HBox(first);
        exchange.ifPresent(it ->
                buttons.getChildren()
                        .add(Buttons.plain("sites-first-import", "sites.import", it::bringIn)));
        buttons.getStyleClass().add("state-actions");
        return state(
                Icon.SITE,
                Labels.title(Strings.text("sites.empty.title")),
                Labels.muted(Strings.text("sites.empty.text")),
                buttons);
    }

    private Node words(String key) {
        return state(Icon.SITE, Labels.muted(Strings.text(key)));
    }

    /// @param count of the sites in it; negative for no folder
    private Node folder(String title, int count) {
        var buttons = new FlowPane(GAP, GAP);
        buttons.setAlignment(Pos.CENTER);
        if (count >= 0) {
            buttons.getChildren()
                    .addAll(
                            Buttons.text(
                                    "sites-folder-new",
                                    Icon.ADD,
                                    "sites.new.button",
                                    actions::newSite),
                            Buttons.text(
                                    "sites-folder-rename",
                                    Icon.RENAME,
                                    "sites.rename.button",
                                    actions::rename));
        }
        buttons.getChildren()
                .addAll(
                        Buttons.text(
                                "sites-folder-move", Icon.MOVE, "sites.move.button", actions::move),
                        Buttons.text(
                                "sites-folder-delete",
                                Icon.DELETE,
                                "sites.delete.button",
                                actions::delete));
        return count >= 0
                ? state(
                        Icon.FOLDER,
                        Labels.title(title),
                        Labels.muted(Strings.count("sites.folder.sites", count)),
                        buttons)
                : state(Icon.SITE, Labels.title(title), buttons);
    }

    private static Node state(Icon icon, Node... nodes) {
        var box = new VBox(icon.node("empty-icon"));
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("pane-state");
        return box;
    }

    private void keys(Scene scene) {
        on(scene, KeyCode.S, actions::save);
        on(scene, KeyCode.N, actions::newSite);
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(
                                KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        actions::newFolder);
        on(scene, KeyCode.D, actions::duplicate);
        on(scene, KeyCode.M, actions::move);
        on(scene, KeyCode.F, sidebar::focusSearch);
        on(scene, KeyCode.T, actions::tryOut);
        on(scene, KeyCode.DIGIT1, () -> actions.connect(PaneSide.LEFT));
        on(scene, KeyCode.DIGIT2, () -> actions.connect(PaneSide.RIGHT));
        // What has a use for Esc itself, such as an open list of choices, takes it before.
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        close();
                    }
                });
    }

    private static void on(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators()
                .put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }
}
