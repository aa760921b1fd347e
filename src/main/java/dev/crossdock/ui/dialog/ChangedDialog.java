package dev.crossdock.ui.dialog;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.control.VisibleText;

import javafx.scene.control.CheckBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// Tells that a server shows another certificate than the accepted one.
///
/// The old and the new one stand side by side. Accepting takes a tick and a press; Enter and Esc
/// keep the connection refused.
final class ChangedDialog {

    private static final double WIDTH = 620;

    private ChangedDialog() {}

    static DialogFrame<Boolean> create(
            @Nullable Window owner,
            Server server,
            Certificate presented,
            PinnedCertificate accepted,
            ZoneId zone) {
        var asked = new CheckBox(Strings.text("dialog.changed.asked", name(server)));
        asked.setId("certificate-changed-asked");
        asked.setWrapText(true);
        return new DialogFrame<Boolean>(
                        owner,
                        "certificate-changed-dialog",
                        Icon.WARNING,
                        Strings.text("dialog.changed.title", name(server)),
                        WIDTH)
                .content(
                        Labels.wrapped(Strings.text("dialog.changed.text", server.address())),
                        comparison(presented, accepted, zone),
                        Labels.wrapped(Strings.text("dialog.changed.advice")),
                        asked)
                .answering(
                        "certificate-changed-accept",
                        Strings.text("dialog.changed.accept"),
                        () -> true)
                .when("certificate-changed-accept", asked.selectedProperty())
                .dangerous("certificate-changed-accept")
                .closing("certificate-changed-refuse", Strings.text("dialog.changed.refuse"))
                .closingIsDefault();
    }

    private static CompareGrid comparison(
            Certificate presented, PinnedCertificate accepted, ZoneId zone) {
        String unknown = Strings.text("dialog.changed.unknown");
        return new CompareGrid(
                        Strings.text(
                                "dialog.changed.before",
                                CertificateWords.day(accepted.accepted(), zone)),
                        Strings.text("dialog.changed.now"))
                .code(
                        Strings.text("dialog.certificate.sha256"),
                        CertificateWords.lines(accepted.fingerprint()),
                        CertificateWords.lines(presented.fingerprint()))
                .row(
                        Strings.text("dialog.certificate.subject"),
                        accepted.subject(),
                        presented.subject())
                .row(
                        Strings.text("dialog.certificate.issuer"),
                        accepted.terms()
                                .map(terms ->
                                        CertificateWords.issuer(accepted.subject(), terms.issuer()))
                                .orElse(unknown),
                        CertificateWords.issuer(presented.subject(), presented.issuer()))
                .row(
                        Strings.text("dialog.certificate.validity"),
                        accepted.terms()
                                .map(terms ->
                                        CertificateWords.validity(
                                                terms.notBefore(), terms.notAfter(), zone))
                                .orElse(unknown),
                        CertificateWords.validity(
                                presented.notBefore(), presented.notAfter(), zone))
                .row(
                        Strings.text("dialog.changed.vouched"),
                        "",
                        Strings.text(
                                presented.trustedByRoots()
                                        ? "dialog.changed.vouched.yes"
                                        : "dialog.changed.vouched.no"));
    }

    private static String name(Server server) {
        return VisibleText.of(server.name());
    }
}
