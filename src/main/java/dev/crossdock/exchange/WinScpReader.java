package dev.crossdock.exchange;

import dev.crossdock.model.DataRules;
import dev.crossdock.model.Logon;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.SiteGroup;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sites of `WinSCP.ini`. What a site does not say is as WinSCP has it by itself.
final class WinScpReader {

    private static final String SESSIONS = "Sessions\\";
    private static final int FTP = 5;
    private static final int USUAL_PORT = 22;

    private final Harvest harvest;
    private final boolean masterPassword;

    private WinScpReader(Harvest harvest, boolean masterPassword) {
        this.harvest = harvest;
        this.masterPassword = masterPassword;
    }

    static boolean isMeant(Ini ini) {
        return ini.sections().stream().anyMatch(section -> section.name().startsWith(SESSIONS));
    }

    static void read(Ini ini, Harvest harvest) throws InterruptedException {
        boolean masterPassword =
                ini.section("Configuration\\Security")
                        .map(section -> section.number("UseMasterPassword", 0) != 0)
                        .orElse(false);
        var reader = new WinScpReader(harvest, masterPassword);
        for (Ini.Section section : ini.sections()) {
            if (section.name().startsWith(SESSIONS)) {
                reader.session(section);
            }
        }
    }

    private void session(Ini.Section section) throws InterruptedException {
        String[] names =
                WinScpText.unescaped(section.name().substring(SESSIONS.length())).split("/");
        String name = names.length == 0 ? "" : names[names.length - 1];
        if (names.length == 1 && name.equals("Default Settings")) {
            return;
        }
        SiteGroup group = harvest.group(List.of(names).subList(0, Math.max(0, names.length - 1)));
        harvest.site(group, name, draft -> site(section, draft));
    }

    private void site(Ini.Section from, Draft draft) throws UnusableSiteException {
        if (from.number("IsWorkspace", 0) != 0) {
            throw new UnusableSiteException("It is a workspace of WinSCP, no site.");
        }
        int protocol = from.number("FSProtocol", 1);
        if (protocol != FTP) {
            throw new UnusableSiteException(
                    protocol >= 0 && protocol <= 2
                            ? "It is an SFTP or SCP site; files go from server to server only with"
                                    + " FTP."
                            : "It is no FTP site (WinSCP's protocol " + protocol + ").");
        }
        String user = text(from, "UserName");
        draft.server(
                text(from, "HostName"), from.number("PortNumber", USUAL_PORT), tls(from), user);
        if (from.number("Ftps", 0) == 2) {
            draft.raised("SSL is not used any more; TLS is required instead.");
        }
        draft.account(text(from, "FtpAccount"));
        password(from, user, draft);
        certificate(text(from, "TlsCertificateFile"), draft);
        versions(from, draft);
        options(from, draft);
        proxy(from, draft);
        draft.localFolder(text(from, "LocalDirectory"));
        draft.remoteFolder(text(from, "RemoteDirectory"));
        if (from.has("Note")) {
            draft.notes(text(from, "Note"));
        }
        int colour = from.number("Color", 0);
        if (colour != 0) {
            draft.set("Its colour", now -> now.with(NearestColour.of(colour)));
        }
    }

    private static TlsMode tls(Ini.Section from) throws UnusableSiteException {
        int ftps = from.number("Ftps", 0);
        return switch (ftps) {
            case 0 -> TlsMode.CLEAR;
            case 1 -> TlsMode.IMPLICIT;
            case 2, 3 -> TlsMode.EXPLICIT;
            default ->
                    throw new UnusableSiteException(
                            "How it is encrypted is not known here (" + ftps + ").");
        };
    }

    private void password(Ini.Section from, String user, Draft draft) {
        String hidden = text(from, "Password");
        if (from.has("PasswordPlain")) {
            draft.password(text(from, "PasswordPlain").toCharArray());
        } else if (!hidden.isEmpty() && masterPassword) {
            draft.asks("Its password is kept under WinSCP's master password.");
        } else if (!hidden.isEmpty()) {
            // The host as the file has it: that is what stands before the password.
            WinScpText.password(hidden, user + text(from, "HostName"))
                    .ifPresentOrElse(
                            draft::password,
                            () ->
                                    draft.asks(
                                            "Its password is damaged in the file, or kept under"
                                                    + " WinSCP's master password."));
        } else if (user.equals("anonymous")) {
            draft.logon(Logon.Kind.ANONYMOUS);
        }
    }

    private static void certificate(String file, Draft draft) {
        if (file.isEmpty()) {
            return;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".p12") || name.endsWith(".pfx")) {
            draft.options(
                    "Its client certificate",
                    now ->
                            now.with(
                                    new Logon(
                                            Logon.Kind.CERTIFICATE,
                                            now.logon().account(),
                                            Optional.of(file))));
        } else {
            draft.dropped("Its client certificate is no PKCS #12 file (.p12, .pfx).");
        }
    }

    private static void versions(Ini.Section from, Draft draft) {
        int least = from.number("MinTlsVersion", 0);
        int most = from.number("MaxTlsVersion", 13);
        if (most < 12) {
            draft.raised("It had only TLS older than 1.2, which is not used any more.");
        } else if (least == 13) {
            draft.options(
                    "Its TLS version",
                    now -> now.with(new TlsRules(TlsRules.Versions.ONLY_13, now.tls().resume())));
        } else if (most == 12) {
            draft.options(
                    "Its TLS version",
                    now -> now.with(new TlsRules(TlsRules.Versions.ONLY_12, now.tls().resume())));
        }
    }

    private static void options(Ini.Section from, Draft draft) {
        if (from.number("FtpPasvMode", 1) == 0) {
            draft.options(
                    "Its active mode",
                    now -> now.with(new DataRules(true, Optional.empty(), List.of())));
        }
        if (from.number("Utf", 2) == 1) {
            draft.changed("It did not use UTF-8; choose the charset of the server.");
        }
        String commands = text(from, "PostLoginCommands");
        if (!commands.isEmpty()) {
            draft.commands(
                    commands.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        }
        String days = from.text("TimeDifference").strip();
        if (days.matches("[+-]?[0-9]{1,4}([.,][0-9]{1,18})?")) {
            long minutes = Math.round(Double.parseDouble(days.replace(',', '.')) * 24 * 60);
            draft.options(
                    "Its time offset", now -> now.withTimeOffset(Duration.ofMinutes(minutes)));
        } else if (!days.isEmpty()) {
            draft.dropped("Its time offset is no number of days.");
        }
    }

    private static void proxy(Ini.Section from, Draft draft) {
        int method = from.number("ProxyMethod", 0);
        if (method == 0) {
            return;
        }
        if (method != 2 && method != 3) {
            draft.dropped("Its proxy is neither SOCKS 5 nor HTTP.");
            return;
        }
        var kind = method == 2 ? ProxyServer.Kind.SOCKS5 : ProxyServer.Kind.HTTP_CONNECT;
        draft.options(
                "Its proxy",
                now ->
                        now.withProxy(
                                Optional.of(
                                        new ProxyServer(
                                                kind,
                                                new ServerAddress(
                                                        text(from, "ProxyHost").strip(),
                                                        from.number("ProxyPort", 80)),
                                                text(from, "ProxyUsername")))));
        if (from.has("ProxyPasswordEnc")) {
            draft.dropped("The password of its proxy is not taken; it is asked for.");
        }
    }

    private static String text(Ini.Section from, String key) {
        return WinScpText.unescaped(from.text(key));
    }
}
