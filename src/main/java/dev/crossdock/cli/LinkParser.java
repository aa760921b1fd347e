package dev.crossdock.cli;

import dev.crossdock.model.RemotePath;
import dev.crossdock.site.ServerLink;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a link that fills a form of the window. Pure: no name is looked up.
///
/// A link comes from anywhere, so it is bounded, and a password in it is dropped.
public final class LinkParser {

    private static final int LONGEST = 4_096;

    private static final Pattern LINK =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    // As far as the last @ before the path: a password may hold one.
    private static final Pattern WITH_PASSWORD =
            Pattern.compile("([^:/]+://[^/:@]*):([^/]*)(@[^/@]*(?:/.*)?)", Pattern.DOTALL);

    // RFC 1738 §3.2.2; it says nothing that is of use here.
    private static final Pattern TYPE = Pattern.compile(";type=[aidAID]$");

    private LinkParser() {}

    /// @throws UsageException with words for a person; never with a password in them
    public static ServerLink parse(String typed) throws UsageException {
        if (typed.length() > LONGEST) {
            throw new UsageException("The link is longer than %,d characters.".formatted(LONGEST));
        }
        if (!LINK.matcher(typed).matches()) {
            throw new UsageException(
                    "What was typed is neither a command nor a link such as"
                            + " ftps://user@host/folder.");
        }
        var password = WITH_PASSWORD.matcher(typed);
        boolean hadPassword = password.matches();
        String rest = hadPassword ? password.group(1) + password.group(3) : typed;
        return switch (Place.parse(TYPE.matcher(rest).replaceFirst(""))) {
            case Place.Url url -> link(url, hadPassword && !password.group(2).isEmpty());
            case Place.OfSite _, Place.Local _ ->
                    throw new UsageException(
                            "A link is ftps://, ftpes://, ftps-implicit:// or ftp://.");
        };
    }

    private static ServerLink link(Place.Url url, boolean hadPassword) throws UsageException {
        try {
            return new ServerLink(
                    url.tls(),
                    url.host(),
                    url.port(),
                    url.user().equals(PlaceParser.ANONYMOUS) ? "" : url.user(),
                    folder(url.path()),
                    hadPassword);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    /// What is below the login folder cannot be named before a login; the login folder is opened.
    private static Optional<RemotePath> folder(PlacePath path) {
        boolean whole =
                path.base() == PlacePath.Base.ROOT && !path.text().replace("/", "").isEmpty();
        return whole ? Optional.of(RemotePath.of("/" + path.text())) : Optional.empty();
    }
}
