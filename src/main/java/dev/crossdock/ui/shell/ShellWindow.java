package dev.crossdock.ui.shell;

import atlantafx.base.theme.Styles;

import dev.crossdock.site.ServerLink;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.Tip;
import dev.crossdock.ui.dialog.LinkDialog;
import dev.crossdock.ui.pane.Both;
import dev.crossdock.ui.pane.Carried;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.pane.PaneView;
import dev.crossdock.ui.pump.SystemLook;

import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The nodes of the window and where they stand.
final class ShellWindow implements ShellKeys.Actions {

    private final Stage stage;
    private final Shell shell;
    private final SystemLook system;
    private final WindowFrame frame;
    private final WindowMemory remembered;
    private final Both<PaneView> panes;
    private final SplitPane paneSplit;
    private final SplitPane bottomSplit;
    private final BottomPanel bottom;
    private final Button lookButton;
    private final FontIcon lookIcon = Icon.DARK.node();
    private Look look;
    private boolean lookWasChosen;
    private PaneSide active = PaneSide.LEFT;

    ShellWindow(Stage stage, Shell shell, WindowMemory memory, SystemLook system) {
        this.stage = stage;
        this.shell = shell;
        this.system = system;
        this.remembered = memory;
        this.frame = new WindowFrame(stage, WindowFrame.MAIN);
        lookWasChosen = memory.look().isPresent();
        look = memory.look().orElseGet(() -> system.prefersDark() ? Look.DARK : Look.LIGHT);

        var carried = new Carried();
        panes = Both.of(side -> shell.paneView(stage, side, carried, () -> focus(side.other())));
        memory.left().ifPresent(panes.left()::propose);
        memory.right().ifPresent(panes.right()::propose);
        paneSplit = new SplitPane(panes.left(), panes.right());
        paneSplit.setDividerPositions(memory.dividers().panes());
        paneSplit.getStyleClass().add("pane-split");

        lookButton = Buttons.icon("look", Icon.DARK, "shell.theme.dark", this::switchLook);
        lookButton.setGraphic(lookIcon);
        bottom = shell.bottomPanel(List.of(lookButton, menu()));
        var above = new BorderPane(paneSplit);
        above.setBottom(shell.routeStrip());
        shell.updateBar().ifPresent(above::setTop);
        bottomSplit = new SplitPane(above, bottom);
        bottomSplit.setOrientation(Orientation.VERTICAL);
        bottomSplit.setDividerPositions(memory.dividers().bottom());
        bottomSplit.getStyleClass().add("bottom-split");
    }

    void show() {
        wear();
        var scene = new Scene(bottomSplit);
        scene.getStylesheets().add(stylesheet());
        new ShellKeys(scene).install(this);
        // Not by their focusWithin: it stays true when the focused node is taken out of the pane.
        scene.focusOwnerProperty().subscribe(this::focusMoved);
        stage.titleProperty().bind(shell.title());
        stage.setScene(scene);
        frame.restore(remembered.bounds());
        stage.setMaximized(remembered.maximized());
        stage.show();
        activate(PaneSide.LEFT);
        panes.left().focus();
    }

    WindowMemory memory() {
        return new WindowMemory(
                stage.isMaximized() ? remembered.bounds() : Optional.of(frame.bounds()),
                stage.isMaximized(),
                new WindowMemory.Dividers(
                        paneSplit.getDividerPositions()[0], bottomSplit.getDividerPositions()[0]),
                shell.managerBounds(),
                lookWasChosen ? Optional.of(look) : Optional.empty(),
                shell.limit(),
                shell.lastSite(PaneSide.LEFT).or(remembered::left),
                shell.lastSite(PaneSide.RIGHT).or(remembered::right));
    }

    /// Fills the form of a pane that is free; asks for one if none is.
    void openLink(ServerLink link) {
        Optional<PaneSide> free =
                Stream.of(PaneSide.values()).filter(side -> shell.pane(side).isFree()).findFirst();
        free.ifPresentOrElse(side -> panes.on(side).fill(link), () -> askWhere(link));
    }

    private void askWhere(ServerLink link) {
        LinkDialog.create(
                        stage, link, shell.siteName(PaneSide.LEFT), shell.siteName(PaneSide.RIGHT))
                .show(left -> panes.on(left ? PaneSide.LEFT : PaneSide.RIGHT).fill(link));
    }

    @Override
    public void copyFromActive() {
        shell.copyFrom(active);
    }

    @Override
    public void refreshActive() {
        shell.pane(active).refresh();
    }

    @Override
    public void focusPath() {
        panes.on(active).focusPath();
    }

    @Override
    public void openSites(PaneSide side) {
        panes.on(side).openSites();
    }

    @Override
    public void focus(PaneSide side) {
        panes.on(side).focus();
    }

    @Override
    public void focusQueue() {
        bottom.focusQueue();
    }

    @Override
    public void manageSites() {
        shell.manager(stage).show(active);
    }

    @Override
    public void showSettings() {
        shell.showSettings(stage);
    }

    @Override
    public void lockVault() {
        shell.lockVault();
    }

    @Override
    public void showKeys() {
        shell.showKeys(stage);
    }

    @Override
    public void quit() {
        Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void activate(PaneSide side) {
        active = side;
        panes.on(side).setActive(true);
        panes.on(side.other()).setActive(false);
    }

    private void focusMoved(@Nullable Node owner) {
        for (PaneSide side : PaneSide.values()) {
            if (panes.on(side).holds(owner)) {
                activate(side);
            }
        }
    }

    /// What is ours in the looks of the window.
    static String stylesheet() {
        return Objects.requireNonNull(Strings.class.getResource("/dev/crossdock/ui/crossdock.css"))
                .toExternalForm();
    }

    private void switchLook() {
        look = look.other();
        lookWasChosen = true;
        wear();
    }

    private void wear() {
        system.wear(look.stylesheet());
        String words = Strings.text(look == Look.DARK ? "shell.theme.light" : "shell.theme.dark");
        (look == Look.DARK ? Icon.LIGHT : Icon.DARK).showIn(lookIcon);
        Tip.of(lookButton).say(words);
        lookButton.setAccessibleText(words);
    }

    private Node menu() {
        var menu = new MenuButton(null, Icon.MENU.node());
        menu.setId("menu");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "bare-menu");
        menu.setAccessibleText(Strings.text("shell.menu"));
        menu.getItems()
                .addAll(
                        item("menu-sites", Icon.SITE, "shell.menu.sites", this::manageSites),
                        item(
                                "menu-settings",
                                Icon.SETTINGS,
                                "shell.menu.settings",
                                this::showSettings),
                        item("menu-keys", Icon.KEYS, "shell.menu.keys", this::showKeys),
                        item(
                                "menu-memory",
                                Icon.MEMORY,
                                "shell.menu.memory",
                                () -> shell.showMemory(stage)),
                        lock(),
                        item(
                                "menu-certificates",
                                Icon.PERMISSIONS,
                                "shell.menu.certificates",
                                () -> shell.showCertificates(stage)),
                        item(
                                "menu-report",
                                Icon.DETAILS,
                                "shell.menu.report",
                                () -> shell.showReport(stage)),
                        whenDone(),
                        item(
                                "menu-about",
                                Icon.ABOUT,
                                "shell.menu.about",
                                () -> shell.showAbout(stage)),
                        item("menu-quit", Icon.CLOSE, "shell.menu.quit", this::quit));
        return menu;
    }

    private MenuItem lock() {
        MenuItem item = item("menu-lock", Icon.LOCKED, "shell.menu.lock", this::lockVault);
        item.disableProperty().bind(shell.canLockVault().map(can -> !can));
        return item;
    }

    private Menu whenDone() {
        var menu = new Menu(Strings.text("shell.menu.whenDone"), Icon.DONE.node());
        menu.setId("menu-when-done");
        var choices = new ToggleGroup();
        for (WhenDone each : WhenDone.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            var item = new RadioMenuItem(Strings.text("shell.menu.whenDone." + name));
            item.setId("menu-when-done-" + name);
            item.setToggleGroup(choices);
            item.setOnAction(_ -> shell.chooseWhenDone(each));
            shell.whenDoneProperty().subscribe(now -> item.setSelected(now == each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String id, Icon icon, String key, Runnable action) {
        var item = new MenuItem(Strings.text(key), icon.node());
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
