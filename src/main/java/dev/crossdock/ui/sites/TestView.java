package dev.crossdock.ui.sites;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.ServerProduct;
import dev.crossdock.model.TlsFacts;
import dev.crossdock.ui.control.Buttons;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;
import dev.crossdock.ui.dialog.FailureDialog;
import dev.crossdock.ui.pane.BadgeRow;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a test of the site is at, and what came of it; takes no room while there was none.
final class TestView extends VBox {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final TestViewModel model;

    TestView(TestViewModel model) {
        this.model = model;
        setId("site-test");
        getStyleClass().add("site-test");
        model.stateProperty().subscribe(this::show);
    }

    private void show(TestViewModel.State state) {
        boolean idle = state instanceof TestViewModel.State.Idle;
        setVisible(!idle);
        setManaged(!idle);
        getChildren()
                .setAll(
                        switch (state) {
                            case TestViewModel.State.Idle() -> List.<Node>of();
                            case TestViewModel.State.Running(var server) ->
                                    List.of(running(server.address()));
                            case TestViewModel.State.Done(SiteTest.Result.Failed(var failure)) ->
                                    failed(failure);
                            case TestViewModel.State.Done(
                                            SiteTest.Result.Passed(var facts, var greeting)) ->
                                    passed(facts, greeting);
                        });
    }

    private Node running(String address) {
        var spinner = new ProgressIndicator();
        spinner.getStyleClass().add("small-spinner");
        var cancel = Buttons.plain("site-test-cancel", "dialog.cancel", model::close);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        var row =
                new HBox(
                        spinner,
                        new Label(Strings.text("sites.test.running", address)),
                        Labels.spring(),
                        cancel);
        row.getStyleClass().add("form-row");
        return row;
    }

    private List<Node> failed(Failure failure) {
        Label words = Labels.wrapped(VisibleText.of(failure.message()));
        words.setId("site-test-failure");
        words.setGraphic(Icon.FAILED.node("danger-icon"));
        words.getStyleClass().add("danger-text");
        var details =
                Buttons.plain(
                        "site-test-details",
                        "pane.details",
                        () ->
                                FailureDialog.create(
                                                getScene().getWindow(),
                                                Strings.text("sites.test"),
                                                failure)
                                        .show(_ -> {}));
        details.setMinWidth(Region.USE_PREF_SIZE);
        var nodes = new ArrayList<Node>();
        nodes.add(head(words, details));
        if (!failure.advice().isEmpty()) {
            nodes.add(Labels.muted(VisibleText.of(failure.advice())));
        }
        return nodes;
    }

    private List<Node> passed(ServerFacts facts, Optional<String> greeting) {
        Label words = Labels.wrapped(passedWords(facts));
        words.setId("site-test-passed");
        words.setGraphic(Icon.DONE.node("state-of-done"));
        var badges = new BadgeRow("site-test-badges");
        badges.show(Optional.of(facts));
        var nodes = new ArrayList<Node>();
        nodes.add(head(words));
        greeting.ifPresent(said -> nodes.add(code(VisibleText.of(said))));
        nodes.add(badges);
        facts.tls()
                .ifPresentOrElse(
                        tls -> nodes.addAll(certificate(tls)),
                        () -> nodes.add(ClearWarning.node()));
        return nodes;
    }

    private Node head(Label words, Node... more) {
        words.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(Labels.growing(words));
        row.getChildren().addAll(more);
        row.getChildren()
                .add(Buttons.icon("site-test-close", Icon.CLOSE, "sites.test.close", model::close));
        row.getStyleClass().add("form-row");
        return row;
    }

    private static String passedWords(ServerFacts facts) {
        return facts.product() == ServerProduct.UNKNOWN
                ? Strings.text("sites.test.passed", facts.home())
                : Strings.text("sites.test.passed.product", facts.product().label(), facts.home());
    }

    private static List<Node> certificate(TlsFacts tls) {
        Certificate certificate = tls.certificate();
        String trusted =
                Strings.text(
                        certificate.trustedByRoots()
                                ? "sites.test.trusted"
                                : "sites.test.untrusted");
        return List.of(
                Labels.muted(
                        Strings.text(
                                "sites.test.certificate",
                                VisibleText.of(certificate.subject()),
                                DAY.format(certificate.notBefore()),
                                DAY.format(certificate.notAfter()),
                                trusted)),
                code("SHA-256 " + certificate.fingerprint()),
                Labels.muted(Strings.text("sites.test.tls", tls.protocol(), tls.cipherSuite())));
    }

    private static Label code(String words) {
        Label label = Labels.wrapped(words);
        label.getStyleClass().add("code");
        return label;
    }
}
