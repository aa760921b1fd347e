package dev.crossdock.ui.dialog;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;
import dev.crossdock.site.PinnedCertificate;
import dev.crossdock.ui.control.Icon;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Shows the certificate of a server that nobody vouches for, or that changed.
final class CertificateDialog {

    private static final double WIDTH = 580;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

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

    /// Tells that it is not the accepted one; there is no way to go on from here.
    static DialogFrame<Boolean> changed(
            @Nullable Window owner,
            Server server,
            Certificate presented,
            PinnedCertificate accepted,
            ZoneId zone) {
        var prints =
                new FactGrid()
                        .code(Strings.text("dialog.changed.now"), presented.fingerprint())
                        .code(
                                Strings.text(
                                        "dialog.changed.before", day(accepted.accepted(), zone)),
                                accepted.sha256().replaceAll("(..)(?!$)", "$1:"));
        return new DialogFrame<Boolean>(
                        owner,
                        "certificate-changed-dialog",
                        Icon.WARNING,
                        Strings.text("dialog.changed.title", server.name()),
                        WIDTH)
                .content(
                        Labels.wrapped(Strings.text("dialog.changed.text", server.address())),
                        prints,
                        Labels.note(Strings.text("dialog.changed.presented")),
                        facts(presented, zone),
                        Labels.muted(Strings.text("dialog.changed.advice")))
                .answeringByDefault(
                        "certificate-changed-ok", Strings.text("dialog.close"), () -> true);
    }

    private static FactGrid facts(Certificate shown, ZoneId zone) {
        var grid =
                new FactGrid()
                        .fact(Strings.text("dialog.certificate.subject"), shown.subject())
                        .fact(Strings.text("dialog.certificate.issuer"), issuer(shown))
                        .fact(
                                Strings.text("dialog.certificate.validity"),
                                Strings.text(
                                        "dialog.certificate.from.to",
                                        day(shown.notBefore(), zone),
                                        day(shown.notAfter(), zone)));
        if (!shown.names().isEmpty()) {
            grid.fact(Strings.text("dialog.certificate.names"), String.join(", ", shown.names()));
        }
        return grid.code(Strings.text("dialog.certificate.sha256"), shown.fingerprint());
    }

    private static String issuer(Certificate shown) {
        return shown.issuer().equals(shown.subject())
                ? Strings.text("dialog.certificate.self")
                : shown.issuer();
    }

    private static String day(Instant when, ZoneId zone) {
        return DAY.format(when.atZone(zone));
    }
}
