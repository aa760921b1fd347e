package dev.crossdock.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.TlsMode;

import java.util.Optional;

/// A server and a folder that somebody wrote into a link, to be looked at before anything is done.
///
/// @param user empty if the link names none
/// @param folder empty for the one that the login leads to
/// @param hadPassword the link held a password, which is not in here
public record ServerLink(
        TlsMode tls,
        String host,
        int port,
        String user,
        Optional<RemotePath> folder,
        boolean hadPassword) {

    private static final int LONGEST_NAME = 255;

    /// @throws IllegalArgumentException with words for a person
    public ServerLink {
        if (host.isBlank() || !isPlain(host) || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("The link's host is neither a name nor an address.");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("The link's port is not from 1 to 65535.");
        }
        if (!isPlain(user)) {
            throw new IllegalArgumentException(
                    "The link's user name has characters that cannot be seen, or too many.");
        }
    }

    /// `host:port`, with brackets round an IPv6 address.
    public String address() {
        return new ServerAddress(host, port).toString();
    }

    /// Characters that turn the direction of writing are of the kind `FORMAT`.
    private static boolean isPlain(String text) {
        return text.length() <= LONGEST_NAME
                && text.codePoints()
                        .noneMatch(c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.LINE_SEPARATOR
                                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }
}
