package dev.crossdock.exchange;

import dev.crossdock.model.Logon;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.SiteGroup;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The bookmarks of gFTP.
final class GftpReader {

    private GftpReader() {}

    static boolean isMeant(Ini ini) {
        return ini.sections().stream()
                .anyMatch(section -> section.has("hostname") || section.has("remote directory"));
    }

    static void read(Ini ini, Harvest harvest) throws InterruptedException {
        for (Ini.Section section : ini.sections()) {
            String[] names = section.name().split("/");
            SiteGroup group =
                    harvest.group(List.of(names).subList(0, Math.max(0, names.length - 1)));
            String name = names.length == 0 ? "" : names[names.length - 1];
            harvest.site(group, name, draft -> site(section, draft));
        }
    }

    private static void site(Ini.Section from, Draft draft) throws UnusableSiteException {
        TlsMode tls = tls(from.text("protocol").strip());
        int port = from.number("port", 0);
        String user = from.text("username");
        boolean anonymous = user.isEmpty() || user.equals("anonymous");
        draft.server(
                from.text("hostname"),
                port == 0 ? tls.defaultPort() : port,
                tls,
                anonymous ? "anonymous" : user);
        draft.account(from.text("account"));
        String password = from.text("password");
        if (anonymous) {
            draft.logon(Logon.Kind.ANONYMOUS);
        } else if (password.startsWith("$")) {
            unscrambled(password)
                    .ifPresentOrElse(
                            draft::password,
                            () -> draft.asks("Its password is damaged in the file."));
        } else {
            draft.password(password.toCharArray());
        }
        draft.localFolder(from.text("local directory"));
        draft.remoteFolder(from.text("remote directory"));
    }

    private static TlsMode tls(String protocol) throws UnusableSiteException {
        return switch (protocol.toUpperCase(Locale.ROOT)) {
            case "", "FTP" -> TlsMode.CLEAR;
            case "FTPS" -> TlsMode.EXPLICIT;
            case "FTPSI" -> TlsMode.IMPLICIT;
            case "SSH", "SSH2" ->
                    throw new UnusableSiteException(
                            "It is an SFTP site; files go from server to server only with FTP.");
            default ->
                    throw new UnusableSiteException(
                            "It is no FTP site but " + Words.quoted(protocol) + ".");
        };
    }

    /// Each byte stands there as two characters with four of its bits in each.
    static Optional<char[]> unscrambled(String text) {
        if (text.length() % 2 == 0) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(text.length() / 2);
        for (int i = 1; i < text.length(); i += 2) {
            char high = text.charAt(i);
            char low = text.charAt(i + 1);
            if ((high & ~0x3C) != 0x41 || (low & ~0x3C) != 0x41) {
                return Optional.empty();
            }
            bytes.write((high & 0x3C) << 2 | (low & 0x3C) >> 2);
        }
        return Secrets.utf8(bytes.toByteArray(), 0, bytes.size());
    }
}
