package dev.crossdock.exchange;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Logon;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.SiteGroup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sites of FlashFXP's XML export.
final class FlashFxpReader {

    static final String ROOT = "SITES";
    static final String SITE = "SITE";

    private FlashFxpReader() {}

    static void read(Element root, Harvest harvest) throws InterruptedException {
        for (Element site : root.children(SITE)) {
            SiteGroup group = harvest.group(List.of(site.text("GROUP").split("\\\\")));
            harvest.site(
                    group, site.attribute("NAME").orElse("").strip(), draft -> site(site, draft));
        }
    }

    private static void site(Element from, Draft draft) throws UnusableSiteException {
        String protocol = word(from, "PROTOCOL");
        if (!protocol.isEmpty() && !protocol.equals("FTP")) {
            throw new UnusableSiteException(
                    "It is no FTP site but " + Words.quoted(protocol) + ".");
        }
        String ssl = word(from, "SSL");
        TlsMode tls = tls(ssl);
        String user = from.text("USERNAME");
        boolean anonymous = user.isEmpty();
        draft.server(from.text("ADDRESS"), port(from, tls), tls, anonymous ? "anonymous" : user);
        if (tls == TlsMode.EXPLICIT && !isExplicit(ssl)) {
            draft.raised(
                    "How it is encrypted is not known here (%s); explicit TLS is required now."
                            .formatted(Words.quoted(ssl)));
        }
        if (anonymous) {
            draft.logon(Logon.Kind.ANONYMOUS);
        } else {
            draft.password(from.text("PASSWORD").toCharArray());
        }
        switch (word(from, "PASSIVE")) {
            case "", "DEFAULT", "TRUE", "YES", "1" -> {}
            case "FALSE", "NO", "0" ->
                    draft.options(
                            "Its active mode",
                            now -> now.with(new DataRules(true, Optional.empty(), List.of())));
            default -> draft.dropped("Whether it is passive is not known here.");
        }
        draft.localFolder(from.text("LOCALPATH"));
        draft.remoteFolder(from.text("REMOTEPATH"));
    }

    private static TlsMode tls(String ssl) {
        return switch (ssl) {
            case "", "NONE" -> TlsMode.CLEAR;
            case "IMPLICIT", "IMPLICIT SSL", "IMPLICIT TLS" -> TlsMode.IMPLICIT;
            default -> TlsMode.EXPLICIT;
        };
    }

    private static boolean isExplicit(String ssl) {
        return ssl.equals("AUTH TLS") || ssl.equals("TLS") || ssl.equals("EXPLICIT TLS");
    }

    private static int port(Element from, TlsMode tls) throws UnusableSiteException {
        String port = from.stripped("PORT");
        if (port.isEmpty()) {
            return tls.defaultPort();
        }
        if (!port.matches("[0-9]{1,5}")) {
            throw new UnusableSiteException("Its port cannot be " + Words.quoted(port) + ".");
        }
        return Integer.parseInt(port);
    }

    private static String word(Element from, String child) {
        return from.stripped(child).toUpperCase(Locale.ROOT);
    }
}
