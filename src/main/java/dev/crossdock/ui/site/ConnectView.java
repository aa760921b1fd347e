package dev.crossdock.ui.site;

import atlantafx.base.theme.Styles;

import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.ChoiceWords;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a pane shows while it is not connected: the saved sites and a form for a quick connection.
public final class ConnectView extends ScrollPane {

    private final String prefix;
    private final ConnectViewModel model;
    private final GridPane form = new GridPane();
    private final SiteList list;
    private int row;

    /// @param prefix of the ids of all controls: `left` or `right`
    /// @param back goes back to the listing, where there is one
    public ConnectView(String prefix, ConnectViewModel model, Runnable back) {
        this.prefix = prefix;
        this.model = model;
        list = new SiteList(prefix, model);
        var columns = new HBox(list, quickConnect(back));
        columns.getStyleClass().add("connect-columns");
        setContent(columns);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("connect-view");
        setId(prefix + "-connect");
    }

    /// Selects the site that is likely to be wanted.
    public void propose(SiteId site) {
        list.propose(site);
    }

    /// Puts the cursor on the selected site, else where typing begins.
    public void focusForm() {
        if (!list.focusSelected()) {
            focusHost();
        }
    }

    /// Puts the cursor into the first field.
    public void focusHost() {
        var host = lookup("#" + prefix + "-quick-host");
        if (host != null) {
            host.requestFocus();
        }
    }

    private Node quickConnect(Runnable back) {
        var title = Labels.title(Strings.text("connect.title.quick"));
        var labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(labels, fields);
        form.getStyleClass().add("form");

        addRow("connect.host", hostAndPort());
        addRow("connect.user", field("quick-user", model.userProperty(), "connect.user.prompt"));
        addRow("connect.password", password());
        addRow("connect.tls", tlsChoice());

        var box = new VBox(title, note(), form, clearWarning(), problem(), actions(back));
        box.getStyleClass().add("connect-form");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node hostAndPort() {
        TextField host = field("quick-host", model.hostProperty(), "connect.host.prompt");
        HBox.setHgrow(host, Priority.ALWAYS);
        TextField port = field("quick-port", model.portProperty(), "connect.port");
        port.setPrefColumnCount(4);
        port.setMinWidth(Region.USE_PREF_SIZE);
        var both = new HBox(host, port);
        both.getStyleClass().add("form-row");
        return both;
    }

    private TextField field(String id, StringProperty value, String promptKey) {
        var field = new TextField();
        return dressed(field, id, value, promptKey);
    }

    private TextField password() {
        return dressed(
                new PasswordField(),
                "quick-password",
                model.passwordProperty(),
                "connect.password.prompt");
    }

    private TextField dressed(TextField field, String id, StringProperty value, String promptKey) {
        field.setId(prefix + "-" + id);
        field.setPromptText(Strings.text(promptKey));
        field.setAccessibleText(Strings.text(promptKey));
        field.textProperty().bindBidirectional(value);
        field.setOnAction(_ -> model.submit());
        return field;
    }

    private Node tlsChoice() {
        var choice = new ChoiceBox<TlsMode>();
        choice.setId(prefix + "-quick-tls");
        choice.getItems().setAll(TlsMode.values());
        choice.setConverter(new ChoiceWords<>(ConnectView::words));
        choice.valueProperty().bindBidirectional(model.tlsProperty());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(Strings.text("connect.tls"));
        return choice;
    }

    private Node note() {
        var words = Labels.wrapped("");
        words.textProperty().bind(model.noteProperty());
        words.setGraphic(Icon.LINK.node("muted-icon"));
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.setId(prefix + "-quick-note");
        showOnly(words, model.noteProperty().isNotEmpty());
        return words;
    }

    private Node clearWarning() {
        var words = Labels.wrapped(Strings.text("connect.clear.warning"));
        words.setGraphic(Icon.UNLOCKED.node("danger-icon"));
        words.getStyleClass().add("danger-text");
        words.setId(prefix + "-clear-warning");
        showOnly(words, model.isClear());
        return words;
    }

    private Node problem() {
        var words = Labels.wrapped("");
        words.textProperty().bind(model.problemProperty());
        words.setGraphic(Icon.WARNING.node("danger-icon"));
        words.getStyleClass().add("danger-text");
        words.setId(prefix + "-quick-problem");
        showOnly(words, model.problemProperty().isNotEmpty());
        return words;
    }

    private Node actions(Runnable back) {
        var connect =
                Buttons.text(prefix + "-quick-connect", Icon.CONNECT, "connect.go", model::submit);
        connect.getStyleClass().add(Styles.ACCENT);
        var away = Buttons.plain(prefix + "-quick-back", "connect.back", back);
        showOnly(away, model.canGoBackProperty());
        var row = new HBox(connect, away);
        row.getStyleClass().add("form-actions");
        return row;
    }

    private void addRow(String labelKey, Node field) {
        var label = new Label(Strings.text(labelKey));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        label.setLabelFor(field);
        label.visibleProperty().bind(field.visibleProperty());
        label.managedProperty().bind(field.managedProperty());
        form.addRow(row++, label, field);
    }

    private static void showOnly(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static String words(TlsMode mode) {
        return switch (mode) {
            case EXPLICIT -> Strings.text("connect.tls.explicit");
            case IMPLICIT -> Strings.text("connect.tls.implicit");
            case CLEAR -> Strings.text("connect.tls.clear");
        };
    }
}
