package dev.crossdock.ftp;

import dev.crossdock.ftp.listing.Visible;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Server;
import dev.crossdock.net.ProxyException;

/// Words for what a site's proxy did not do. Pure.
final class ProxyWords {

    private ProxyWords() {}

    static Failure of(ProxyException proxy, Server server) {
        return Failure.of(
                switch (proxy.kind()) {
                    case PROXY, SERVER, FORBIDDEN -> Kind.UNREACHABLE;
                    case LOGIN -> Kind.LOGIN;
                },
                server.name(),
                "%s cannot be reached. %s".formatted(server.name(), words(proxy)),
                switch (proxy.kind()) {
                    case PROXY, SERVER -> Remedy.RETRY_LATER;
                    case LOGIN, FORBIDDEN -> Remedy.ASK_USER;
                },
                switch (proxy.kind()) {
                    case PROXY -> "Check host, port and kind of the proxy in the site's settings.";
                    case SERVER -> "Check host and port of the server, and whether it is running.";
                    case LOGIN -> "Check user name and password of the proxy.";
                    case FORBIDDEN ->
                            server.options().data().active()
                                    ? "Turn off active mode or the proxy in the site's settings."
                                    : "Ask the proxy's owner to allow it, or use another proxy.";
                });
    }

    private static String words(ProxyException proxy) {
        String message = proxy.getMessage();
        return message == null ? "" : Visible.text(message, 400);
    }
}
