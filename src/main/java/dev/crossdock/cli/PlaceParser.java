package dev.crossdock.cli;

import dev.crossdock.model.TlsMode;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads places. Pure.
///
/// Only schemes that are known make a URL; `?` and `#` are characters of a path like others.
final class PlaceParser {

    static final String ANONYMOUS = "anonymous";

    // At least two letters before the colon: `C://x` is a folder on Windows.
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://([^/]*)(.*)", Pattern.DOTALL);
    private static final Pattern SITE =
            Pattern.compile("site:([^/]*)(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\S+)?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private PlaceParser() {}

    static Place parse(String typed) throws UsageException {
        var site = SITE.matcher(typed);
        if (site.matches()) {
            return site(typed.substring(0, site.end(1)), site.group(1), site.group(2));
        }
        var url = URL.matcher(typed);
        if (!url.matches()) {
            return new Place.Local(typed);
        }
        String prefix = typed.substring(0, url.end(2));
        String authority = url.group(2);
        String path = url.group(3);
        return switch (url.group(1).toLowerCase(Locale.ROOT)) {
            case "ftps" -> url(prefix, Optional.empty(), authority, path);
            case "ftpes" -> url(prefix, Optional.of(TlsMode.EXPLICIT), authority, path);
            case "ftps-implicit" -> url(prefix, Optional.of(TlsMode.IMPLICIT), authority, path);
            case "ftp" -> url(prefix, Optional.of(TlsMode.CLEAR), authority, path);
            default ->
                    throw new UsageException(
                            "Crossdock does not know "
                                    + url.group(1)
                                    + "://; it knows ftps://, ftpes://, ftps-implicit://, ftp://"
                                    + " and site:NAME. A local name like that is written ./"
                                    + url.group(1)
                                    + ":…");
        };
    }

    private static Place site(String prefix, String name, String path) throws UsageException {
        String decoded = PercentText.decode(name);
        if (decoded.isBlank()) {
            throw new UsageException("The name of a site is missing: site:NAME/path.");
        }
        return new Place.OfSite(
                prefix + path,
                prefix,
                decoded,
                path.isEmpty() ? PlacePath.start() : PlacePath.of(path));
    }

    /// @param mode empty lets the port decide
    private static Place url(String prefix, Optional<TlsMode> mode, String authority, String path)
            throws UsageException {
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? ANONYMOUS : authority.substring(0, at);
        if (user.indexOf(':') >= 0) {
            throw passwordInUrl();
        }
        String where = authority.substring(at + 1);
        int colon = where.startsWith("[") ? where.indexOf("]:") + 1 : where.lastIndexOf(':');
        boolean hasPort = colon > 0 && colon < where.length() - 1;
        // `user:pass/word@host` comes apart at the slash; what seems to be a port is a password.
        if (hasPort && at < 0 && path.indexOf('@') >= 0 && !isNumber(where.substring(colon + 1))) {
            throw passwordInUrl();
        }
        String host = host(colon > 0 ? where.substring(0, colon) : where);
        TlsMode byScheme = mode.orElse(TlsMode.EXPLICIT);
        int port = hasPort ? port(where.substring(colon + 1)) : byScheme.defaultPort();
        TlsMode tls =
                mode.isEmpty() && port == TlsMode.IMPLICIT.defaultPort()
                        ? TlsMode.IMPLICIT
                        : byScheme;
        return new Place.Url(
                prefix + path, prefix, tls, user(user), host, port, PlacePath.of(path));
    }

    private static String user(String typed) throws UsageException {
        String user = PercentText.decode(typed);
        if (user.isEmpty()) {
            throw new UsageException("The user name before the @ is empty.");
        }
        if (user.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException("A user name has no control characters.");
        }
        return user;
    }

    private static String host(String typed) throws UsageException {
        if (typed.startsWith("[")) {
            String address = typed.substring(1, Math.max(1, typed.length() - 1));
            if (!typed.endsWith("]") || !IPV6.matcher(address).matches()) {
                throw new UsageException("In brackets stands an IPv6 address: ftps://[::1]/path.");
            }
            return address.replace("%25", "%");
        }
        if (typed.indexOf(':') >= 0) {
            throw new UsageException("An IPv6 address stands in brackets: ftps://[::1]/path.");
        }
        if (typed.isEmpty()) {
            throw new UsageException("The host is missing: ftps://[user@]host[:port]/path.");
        }
        String host;
        try {
            host = IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException _) {
            throw new UsageException("The host is neither a name nor an address.");
        }
        if (!HOST.matcher(host).matches()) {
            throw new UsageException("The host is neither a name nor an address.");
        }
        return host;
    }

    private static boolean isNumber(String typed) {
        return PORT.matcher(typed).matches();
    }

    // What was typed is not repeated: it may be half a password.
    private static int port(String typed) throws UsageException {
        int port = isNumber(typed) ? Integer.parseInt(typed) : 0;
        if (port < 1 || port > 65535) {
            throw new UsageException("What follows the host's colon is a port from 1 to 65535.");
        }
        return port;
    }

    private static UsageException passwordInUrl() {
        return new UsageException(
                "A password in a URL is refused: everyone on this computer could read it in the"
                        + " process list. Use --password-file, CROSSDOCK_PASSWORD, or type it when"
                        + " asked.");
    }
}
