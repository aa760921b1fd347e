package dev.crossdock.ui.dialog;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// Shows the certificate of a server that nobody vouches for.
final class CertificateDialog {

    private static final double WIDTH = 580;

    private CertificateDialog() {}

    /// Asks whether to trust it; anything but the button itself means no.
    static DialogFrame<Boolean> unknown(
            @Nullable Window owner, Server server, Certificate presented, ZoneId zone) {
        return new DialogFrame<Boolean>(
                        owner,
                        "certificate-dialog",
                        Icon.QUESTION,
                        Strings.text("dialog.certificate.title", server.name()),
                        WIDTH)
                .content(
                        Labels.wrapped(Strings.text("dialog.certificate.text", server.address())),
                        facts(presented, zone),
                        Labels.muted(Strings.text("dialog.certificate.advice")))
                .closing("certificate-refuse", Strings.text("dialog.certificate.refuse"))
                .answering("certificate-trust", Strings.text("dialog.certificate.ok"), () -> true)
                .closingIsDefault();
    }

    private static FactGrid facts(Certificate shown, ZoneId zone) {
        var grid =
                new FactGrid()
                        .fact(Strings.text("dialog.certificate.subject"), shown.subject())
                        .fact(
                                Strings.text("dialog.certificate.issuer"),
                                CertificateWords.issuer(shown.subject(), shown.issuer()))
                        .fact(
                                Strings.text("dialog.certificate.validity"),
                                CertificateWords.validity(
                                        shown.notBefore(), shown.notAfter(), zone));
        if (!shown.names().isEmpty()) {
            grid.fact(Strings.text("dialog.certificate.names"), String.join(", ", shown.names()));
        }
        return grid.code(Strings.text("dialog.certificate.sha256"), shown.fingerprint());
    }
}
