package dev.crossdock.ui.sites;

import dev.crossdock.model.Logon;
import dev.crossdock.model.Method;
import dev.crossdock.model.ProxyServer;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TlsRules;
import dev.crossdock.site.SiteColour;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.SiteRules.Role;
import dev.crossdock.site.SiteRules.Stance;
import dev.crossdock.ui.control.Strings;
import dev.crossdock.ui.site.FolderWords;

import java.util.Locale;
import java.util.Optional;

/// How the choices of the form read.
public final class SiteWords {

    private SiteWords() {}

    static String of(TlsMode mode) {
        return switch (mode) {
            case EXPLICIT -> Strings.text("sites.tls.explicit");
            case IMPLICIT -> Strings.text("sites.tls.implicit");
            case CLEAR -> Strings.text("sites.tls.clear");
        };
    }

    static String of(Logon.Kind kind) {
        return keyed("sites.logon.", kind);
    }

    static String of(SiteColour colour) {
        return keyed("sites.colour.", colour);
    }

    static String of(Role role) {
        return keyed("sites.role.", role);
    }

    static String relay(Stance stance) {
        return keyed("sites.relay.", stance);
    }

    static String clear(Stance stance) {
        return keyed("sites.clear.", stance);
    }

    static String of(TlsRules.Versions versions) {
        return keyed("sites.versions.", versions);
    }

    static String method(Optional<Method> method) {
        return method.map(Method::label).orElse(Strings.text("sites.method.any"));
    }

    static String proxy(Optional<ProxyServer.Kind> kind) {
        return kind.map(which -> keyed("sites.proxy.", which))
                .orElse(Strings.text("sites.proxy.none"));
    }

    static String active(boolean active) {
        return Strings.text(active ? "sites.mode.active" : "sites.mode.passive");
    }

    /// `Work › Clients`; for the top, that it is the top.
    public static String of(SiteGroup group) {
        return FolderWords.of(group);
    }

    private static String keyed(String prefix, Enum<?> value) {
        return Strings.text(prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
