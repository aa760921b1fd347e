package dev.crossdock.ui.settings;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.site.TransferSettings.WhenDone;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.dialog.DialogFrame;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Separator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The settings for transfers in tabs. Its answer are the parts that shall be other than they are.
public final class SettingsDialog {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 410;
    private static final double GAP = 10;

    private SettingsDialog() {}

    /// What stands on the page about passwords and acts at once.
    ///
    /// @param vault what can be done about the vault
    /// @param certificates shows the trusted certificates over this window
    public record Trust(Node vault, Consumer<Window> certificates) {}

    /// @param updates what was found of newer versions; empty if this build looks for none
    /// @param notice what the user should know about the file of settings
    public static DialogFrame<List<TransferSettings.Part>> create(
            @Nullable Window owner,
            SettingsViewModel model,
            Trust trust,
            Optional<Node> updates,
            Optional<String> notice) {
        var tabs =
                new TabPane(
                        tab("exists", model, model.exists(), exists(model.exists())),
                        tab("files", model, model.copies(), files(model.copies())),
                        tab("skip", model, model.skip(), new SkipView(model.skip(), model.sites())),
                        tab("order", model, model.order(), order(model.order())),
                        tab("queue", model, model.queue(), queue(model.queue())),
                        tab("sites", model, model.limits(), new SitesView(model.limits())),
                        tab("then", model, model.then(), then(model.then().actionProperty())),
                        tab("passwords", model, model.locking(), passwords(model.locking(), trust)),
                        tab(
                                "updates",
                                model,
                                model.updates(),
                                updates.map(node -> updates(model.updates(), node))
                                        .orElseGet(SettingsDialog::noUpdates)));
        tabs.setId("settings-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setPrefHeight(HEIGHT);
        return new DialogFrame<List<TransferSettings.Part>>(
                        owner,
                        "settings-dialog",
                        Icon.SETTINGS,
                        Strings.text("settings.title"),
                        WIDTH)
                .content(
                        FormGrid.problem(
                                "settings-notice", new SimpleStringProperty(notice.orElse(""))),
                        tabs)
                .closing("settings-cancel", Strings.text("dialog.cancel"))
                .answeringByDefault("settings-ok", Strings.text("settings.ok"), model::changed)
                .when(model.rightProperty())
                .focus(tabs);
    }

    private static Tab tab(String name, SettingsViewModel model, Section section, Node content) {
        var restore =
                Buttons.plain(
                        "settings-" + name + "-restore",
                        "settings.restore",
                        () -> model.restore(section));
        var below = new HBox(Labels.spring(), restore);
        var page = new BorderPane(content);
        BorderPane.setMargin(content, new Insets(0, 0, GAP, 0));
        page.setBottom(below);
        page.getStyleClass().add("settings-page");
        var tab = new Tab(Strings.text("settings.tab." + name), page);
        tab.setId("settings-tab-" + name);
        section.wrong()
                .subscribe(
                        wrong -> tab.setGraphic(wrong ? Icon.WARNING.node("danger-icon") : null));
        return tab;
    }

    private static Node exists(ExistsSection model) {
        return new FormGrid()
                .note("settings.exists.note")
                .choice(
                        "settings-exists-upload",
                        "settings.exists.upload",
                        existsBox(model.uploadProperty()))
                .choice(
                        "settings-exists-download",
                        "settings.exists.download",
                        existsBox(model.downloadProperty()))
                .choice(
                        "settings-exists-between",
                        "settings.exists.between",
                        existsBox(model.betweenProperty()))
                .note("settings.exists.times");
    }

    private static ChoiceBox<ExistsRule> existsBox(ObjectProperty<ExistsRule> chosen) {
        return FormGrid.choiceBox(List.of(ExistsRule.values()), chosen, SettingsWords::of);
    }

    private static Node files(CopiesSection model) {
        var keep = new CheckBox(Strings.text("settings.files.keepTimes"));
        keep.setId("settings-keep-times");
        keep.selectedProperty().bindBidirectional(model.keepTimesProperty());
        var grid =
                new FormGrid()
                        .number("settings-roll-back", "settings.files.rollBack", model.rollBack())
                        .wide(Labels.note(Strings.text("settings.files.rollBack.note")));
        var note = Labels.note(Strings.text("settings.files.keepTimes.note"));
        note.getStyleClass().add("rules-note");
        var box =
                new VBox(
                        new VBox(keep, note),
                        grid,
                        Labels.muted(Strings.text("settings.files.checksums")));
        box.getStyleClass().add("settings-list");
        return box;
    }

    private static Node order(OrderSection model) {
        var list = new PatternsView("settings-order", model.list(), true);
        VBox.setVgrow(list, Priority.ALWAYS);
        var page = new VBox(Labels.muted(Strings.text("settings.order.note")), list);
        page.getStyleClass().add("settings-list");
        return page;
    }

    private static Node queue(QueueSection model) {
        return new FormGrid()
                .number("settings-between", "settings.queue.between", model.betweenTwo())
                .number("settings-in-all", "settings.queue.inAll", model.inAll())
                .number("settings-tries", "settings.queue.tries", model.tries())
                .number("settings-first-delay", "settings.queue.first", model.firstDelay())
                .number(
                        "settings-longest-delay",
                        "settings.queue.longest",
                        model.longestDelay(),
                        model.longestProblemProperty())
                .note("settings.queue.note");
    }

    private static Node passwords(LockingSection model, Trust trust) {
        var certificates =
                Buttons.plain("settings-certificates", "shell.menu.certificates", () -> {});
        certificates.setOnAction(
                _ -> trust.certificates().accept(certificates.getScene().getWindow()));
        var box =
                new VBox(
                        trust.vault(),
                        new FormGrid()
                                .number(
                                        "settings-lock-after",
                                        "settings.passwords.lockAfter",
                                        model.minutes())
                                .wide(Labels.note(Strings.text("settings.passwords.note"))),
                        new Separator(),
                        Labels.muted(Strings.text("settings.passwords.certificates")),
                        certificates);
        box.getStyleClass().add("settings-list");
        return box;
    }

    private static Node updates(UpdatesSection model, Node found) {
        var weekly = new CheckBox(Strings.text("settings.updates.weekly"));
        weekly.setId("settings-updates-weekly");
        weekly.selectedProperty().bindBidirectional(model.weeklyProperty());
        var note = Labels.note(Strings.text("settings.updates.note"));
        note.getStyleClass().add("rules-note");
        var box = new VBox(new VBox(weekly, note), new Separator(), found);
        box.getStyleClass().add("settings-list");
        return box;
    }

    private static Node noUpdates() {
        var words = Labels.muted(Strings.text("settings.updates.none"));
        words.setId("settings-updates-none");
        return words;
    }

    private static Node then(ObjectProperty<WhenDone> action) {
        var box = new VBox(Labels.muted(Strings.text("settings.then.note")));
        box.getStyleClass().add("settings-list");
        var choices = new ToggleGroup();
        for (WhenDone each : WhenDone.values()) {
            var button = new RadioButton(SettingsWords.of(each));
            button.setId("settings-then-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(choices);
            button.setOnAction(_ -> action.set(each));
            action.subscribe(now -> button.setSelected(now == each));
            box.getChildren().add(button);
        }
        return box;
    }
}
