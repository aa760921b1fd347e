package dev.crossdock.ui.sites;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.pane.PaneSide;
import dev.crossdock.ui.sites.SiteFormViewModel.Flaw;
import dev.crossdock.ui.sites.SiteFormViewModel.Page;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The form for one site: its pages, and the buttons under them.
final class SiteFormView extends VBox {

    private final SitesViewModel model;
    private final SitesActions actions;
    private final TabPane pages = new TabPane();
    private final Map<Page, Tab> tabs = new EnumMap<>(Page.class);

    SiteFormView(SitesViewModel model, SitesActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("site-form");
        SiteFormViewModel form = model.form();
        for (Page page : Page.values()) {
            Tab tab =
                    tab(
                            page,
                            switch (page) {
                                case GENERAL -> Pages.general(form.general());
                                case FOLDERS -> Pages.folders(form.folders());
                                case TRANSFERS -> Pages.transfers(form.transfers());
                                case CONNECTION -> Pages.connection(form.connection());
                            });
            tabs.put(page, tab);
            pages.getTabs().add(tab);
        }
        pages.setId("site-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(head(), pages, new TestView(model.test()), buttons());
    }

    /// Puts the cursor into the field that most things begin with.
    void focusHost() {
        focus(Page.GENERAL, "site-host");
    }

    void focusName() {
        focus(Page.GENERAL, "site-name");
    }

    /// Shows what makes no sense.
    void show(Flaw flaw) {
        focus(flaw.page(), flaw.field());
    }

    private void focus(Page page, String id) {
        pages.getSelectionModel().select(tabs.get(page));
        // The page may never have been shown.
        applyCss();
        layout();
        Node field = lookup("#" + id);
        if (field != null) {
            field.requestFocus();
        }
    }

    private Node head() {
        Label title = Labels.title("");
        title.setId("site-title");
        title.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::title,
                                model.form().general().name().textProperty(),
                                model.form().general().host().textProperty(),
                                model.form().freshProperty()));
        title.setWrapText(false);
        title.setMinWidth(0);
        Label where = Labels.small("");
        where.setId("site-where");
        model.shownProperty()
                .subscribe(() -> where.setText(SiteWords.of(model.form().base().group())));
        model.selectedProperty()
                .subscribe(() -> where.setText(SiteWords.of(model.form().base().group())));
        var head = new VBox(title, where);
        head.getStyleClass().add("site-head");
        return head;
    }

    private String title() {
        SiteFormViewModel form = model.form();
        String name = form.general().name().textProperty().get().strip();
        String host = form.general().host().textProperty().get().strip();
        String called = name.isEmpty() ? host : name;
        return called.isEmpty() ? Strings.text("sites.new.title") : VisibleText.of(called);
    }

    private static Tab tab(Page page, Node rows) {
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "site-page");
        scroll.setFocusTraversable(false);
        String name = page.name().toLowerCase(Locale.ROOT);
        var tab = new Tab(Strings.text("sites.page." + name), scroll);
        tab.setId("site-page-" + name);
        return tab;
    }

    private Node buttons() {
        SiteFormViewModel form = model.form();
        var unchanged = form.changedProperty().not();
        var left =
                Buttons.text(
                        "sites-connect-left",
                        Icon.COPY_LEFT,
                        "sites.connect.left",
                        () -> actions.connect(PaneSide.LEFT));
        left.setTooltip(new Tooltip(Strings.text("sites.connect.left.tip")));
        var right =
                Buttons.text(
                        "sites-connect-right",
                        Icon.COPY_RIGHT,
                        "sites.connect.right",
                        () -> actions.connect(PaneSide.RIGHT));
        right.setTooltip(new Tooltip(Strings.text("sites.connect.right.tip")));
        var tryOut = Buttons.text("sites-test", Icon.CONNECT, "sites.test", actions::tryOut);
        tryOut.setTooltip(new Tooltip(Strings.text("sites.test.tip")));
        var revert = Buttons.plain("sites-revert", "sites.revert", model::revert);
        revert.disableProperty().bind(unchanged.and(form.freshProperty().not()));
        var save = Buttons.plain("sites-save", "sites.save", actions::save);
        save.setTooltip(new Tooltip(Strings.text("sites.save.tip")));
        save.getStyleClass().add(Styles.ACCENT);
        save.setDefaultButton(true);
        save.disableProperty().bind(unchanged.and(form.freshProperty().not()));
        for (var button : List.of(left, right, tryOut, revert, save)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        var row = new HBox(left, right, tryOut, Labels.spring(), revert, save);
        row.getStyleClass().addAll("form-actions", "site-buttons");
        return row;
    }
}
