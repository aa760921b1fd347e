package dev.crossdock.ui.sites;

import dev.crossdock.model.Logon;
import dev.crossdock.model.Method;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;
import dev.crossdock.ui.control.Labels;
import dev.crossdock.ui.control.Strings;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages of the form that hold nothing but fields.
final class Pages {

    private static final List<String> CHARSETS =
            List.of(
                    ServerOptions.UTF_8,
                    "windows-1252",
                    "ISO-8859-1",
                    "ISO-8859-15",
                    "windows-1250",
                    "windows-1251",
                    "KOI8-R",
                    "Shift_JIS",
                    "EUC-JP",
                    "EUC-KR",
                    "GBK",
                    "Big5",
                    "IBM437",
                    "IBM850");

    private Pages() {}

    static Node general(GeneralPart model) {
        var password = new SecretRow("site-password", "sites.password", model.password());
        var passPhrase = new SecretRow("site-pass-phrase", "sites.passPhrase", model.passPhrase());
        var colour = new ColourBox(model.colourProperty());
        TextField name = FieldRows.field("sites.name", model.name());
        name.promptTextProperty()
                .bind(
                        model.host()
                                .textProperty()
                                .map(host ->
                                        host.isBlank()
                                                ? Strings.text("sites.name.prompt")
                                                : host.strip()));
        var host = new HostRow(model);
        FileRow certificate = FileRow.file("sites.certificate", model.certificate());
        return new FieldRows()
                .row(
                        "sites.host",
                        host.host(),
                        host,
                        FieldRows.problem(model.host()),
                        FieldRows.problem(model.port()))
                .choose(
                        "site-tls",
                        "sites.tls",
                        List.of(TlsMode.values()),
                        model.tlsProperty(),
                        SiteWords::of)
                .wide(ClearWarning.node())
                .only(model.isClear())
                .choose(
                        "site-logon",
                        "sites.logon",
                        List.of(Logon.Kind.values()),
                        model.kindProperty(),
                        SiteWords::of)
                .text("sites.user", model.user())
                .only(model.hasUser())
                .row("sites.password", password.field(), password)
                .only(model.hasPassword())
                .row(
                        "sites.certificate",
                        certificate.field(),
                        certificate,
                        FieldRows.problem(model.certificate()))
                .only(model.hasCertificate())
                .row("sites.passPhrase", passPhrase.field(), passPhrase)
                .only(model.hasCertificate())
                .text("sites.account", model.account())
                .only(model.hasUser())
                .row("sites.name", name, name, FieldRows.problem(model.name()))
                .row("sites.colour", colour, colour)
                .lines("sites.notes", model.notes(), 3);
    }

    static Node folders(FolderPart model) {
        FileRow local = FileRow.folder("sites.localFolder", model.local());
        return new FieldRows()
                .text("sites.folder", model.remote())
                .row("sites.localFolder", local.field(), local, FieldRows.problem(model.local()))
                .note("sites.localFolder.note")
                .title("sites.bookmarks")
                .wide(new BookmarksView(model.bookmarks()))
                .wide(
                        FieldRows.problem(
                                "site-bookmark-pending", model.pending().problemProperty()));
    }

    static Node transfers(TransferPart model) {
        return new FieldRows()
                .title("sites.between")
                .choose(
                        "site-method",
                        "sites.method",
                        Stream.concat(
                                        Stream.of(Optional.<Method>empty()),
                                        Stream.of(
                                                        Method.PROXY,
                                                        Method.SSCN,
                                                        Method.CCSN,
                                                        Method.CPSV)
                                                .map(Optional::of))
                                .toList(),
                        model.methodProperty(),
                        SiteWords::method)
                .choose(
                        "site-role",
                        "sites.role",
                        List.of(Role.values()),
                        model.roleProperty(),
                        SiteWords::of)
                .choose(
                        "site-relay",
                        "sites.relay",
                        List.of(Stance.values()),
                        model.relayProperty(),
                        SiteWords::relay)
                .note("sites.relay.note")
                .choose(
                        "site-clear",
                        "sites.clear",
                        List.of(Stance.values()),
                        model.clearProperty(),
                        SiteWords::clear)
                .note("sites.clear.note")
                .title("sites.slots")
                .number("sites.logins", model.logins(), 5)
                .number("sites.uploads", model.uploads(), 5)
                .number("sites.downloads", model.downloads(), 5)
                .note("sites.slots.note");
    }

    static Node connection(ConnectionPart model) {
        var rows = new FieldRows();
        server(rows, model);
        data(rows, model);
        proxy(rows, model.proxy());
        return rows;
    }

    private static void server(FieldRows rows, ConnectionPart model) {
        var charset = new ComboBox<String>();
        charset.setId(model.charset().id());
        charset.setEditable(true);
        charset.getItems().setAll(CHARSETS);
        charset.getEditor().textProperty().bindBidirectional(model.charset().textProperty());
        charset.setMaxWidth(Double.MAX_VALUE);
        charset.setAccessibleText(FieldRows.plain("sites.charset"));
        rows.title("sites.server")
                .lines("sites.addresses", model.others(), 2)
                .note("sites.addresses.note")
                .row("sites.charset", charset, charset, FieldRows.problem(model.charset()))
                .number("sites.offset", model.offset(), 6)
                .note("sites.offset.note")
                .number("sites.keepAlive", model.keepAlive(), 6)
                .lines("sites.commands", model.commands(), 2)
                .note("sites.commands.note")
                .choose(
                        "site-versions",
                        "sites.versions",
                        List.of(TlsRules.Versions.values()),
                        model.versionsProperty(),
                        SiteWords::of)
                .check("site-resume", "sites.resume", model.resumeProperty())
                .note("sites.resume.note");
    }

    private static void data(FieldRows rows, ConnectionPart model) {
        rows.title("sites.data")
                .choose(
                        "site-mode",
                        "sites.mode",
                        List.of(false, true),
                        model.activeProperty().asObject(),
                        SiteWords::active)
                .text("sites.ownAddress", model.ownAddress())
                .only(model.activeProperty())
                .lines("sites.foreign", model.foreign(), 2)
                .note("sites.foreign.note");
    }

    private static void proxy(FieldRows rows, ProxyFields model) {
        var password =
                new SecretRow("site-proxy-password", "sites.proxyPassword", model.password());
        TextField host = FieldRows.field("sites.proxyHost", model.host());
        TextField port = HostRow.port("sites.proxyPort", model.port());
        var line = new HBox(Labels.growing(host), port);
        line.getStyleClass().add("form-row");
        rows.title("sites.proxy")
                .choose(
                        "site-proxy",
                        "sites.proxyKind",
                        Stream.concat(
                                        Stream.of(Optional.<ProxyServer.Kind>empty()),
                                        Stream.of(ProxyServer.Kind.values()).map(Optional::of))
                                .toList(),
                        model.kindProperty(),
                        SiteWords::proxy)
                .row(
                        "sites.proxyHost",
                        host,
                        line,
                        FieldRows.problem(model.host()),
                        FieldRows.problem(model.port()))
                .only(model.isUsedProperty())
                .text("sites.proxyUser", model.user())
                .only(model.isUsedProperty())
                .row("sites.proxyPassword", password.field(), password)
                .only(model.isUsedProperty());
    }
}
