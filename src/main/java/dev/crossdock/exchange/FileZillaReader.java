package dev.crossdock.exchange;

import dev.crossdock.exchange.Finding.Changed;
import dev.crossdock.exchange.Finding.Skipped;
import dev.crossdock.model.DataRules;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.SiteGroup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The sites of FileZilla's `sitemanager.xml`, or of what it exports.
final class FileZillaReader {

    static final String ROOT = "FileZilla3";
    static final String SERVERS = "Servers";

    private static final int NEWEST = 3;

    private final Harvest harvest;
    private final FileZillaLogon logon;
    private final SafePath.Unit unit;

    private FileZillaReader(Harvest harvest, Keyring keyring, SafePath.Unit unit) {
        this.harvest = harvest;
        this.logon = new FileZillaLogon(keyring);
        this.unit = unit;
    }

    static void read(Element root, Harvest harvest, MasterPasswords port)
            throws InterruptedException {
        var unit =
                root.attribute("platform").orElse("").equals("windows")
                        ? SafePath.Unit.UTF_16
                        : SafePath.Unit.CODE_POINT;
        if (isNewer(root.attribute("version").orElse(""))) {
            harvest.note(
                    new Changed(
                            "",
                            "A FileZilla newer than version 3 wrote the file; look over what was"
                                    + " read."));
        }
        try (var keyring = new Keyring(port)) {
            var reader = new FileZillaReader(harvest, keyring, unit);
            for (Element servers : root.children(SERVERS)) {
                reader.folder(servers, SiteGroup.TOP);
            }
        }
    }

    private static boolean isNewer(String version) {
        String major = version.split("\\.", 2)[0];
        return major.matches("[0-9]{1,6}") && Integer.parseInt(major) > NEWEST;
    }

    private void folder(Element folder, SiteGroup group) throws InterruptedException {
        for (Element child : folder.children()) {
            switch (child.name()) {
                case "Server" -> harvest.site(group, name(child), draft -> server(child, draft));
                case "Folder" -> {
                    String name = name(child);
                    if (Words.plain(name).isEmpty()) {
                        harvest.note(
                                new Skipped(
                                        Parcel.label(group, "?"),
                                        "A folder without a name, with all that it holds."));
                    } else {
                        folder(child, harvest.child(group, name));
                    }
                }
                default -> {}
            }
        }
    }

    /// Old files have the name in the element itself.
    private static String name(Element element) {
        String name = element.stripped("Name");
        return name.isEmpty() ? element.text().strip() : name;
    }

    private void server(Element from, Draft draft)
            throws UnusableSiteException, InterruptedException {
        int type = number(from, "Type", 0, 0, 10);
        int kind = number(from, "Logontype", 0, 0, 7);
        int zone = number(from, "TimezoneOffset", 0, -1440, 1440);
        TlsMode tls = tls(number(from, "Protocol", 0, 0, Integer.MAX_VALUE));
        String user = kind == FileZillaLogon.ANONYMOUS ? "anonymous" : from.text("User");
        draft.server(from.text("Host"), number(from, "Port", 0, 1, 65535), tls, user);
        if (number(from, "Protocol", 0, 0, Integer.MAX_VALUE) == 0) {
            draft.raised(
                    "TLS was used only if the server had it; now it is required. Where the server"
                            + " has none, choose “no encryption” for the site knowingly.");
        }
        logon.read(from, kind, draft);
        if (type > SafePath.UNIX) {
            draft.dropped(
                    "What kind of paths its server has is not taken; Crossdock expects those of"
                            + " Unix.");
        }
        options(from, zone, draft);
        look(from, draft);
        folders(from, draft);
    }

    private static TlsMode tls(int protocol) throws UnusableSiteException {
        return switch (protocol) {
            case 0, 4 -> TlsMode.EXPLICIT;
            case 3 -> TlsMode.IMPLICIT;
            case 6 -> TlsMode.CLEAR;
            case 1 ->
                    throw new UnusableSiteException(
                            "It is an SFTP site; files go from server to server only with FTP.");
            default ->
                    throw new UnusableSiteException(
                            "It is no FTP site (FileZilla's protocol " + protocol + ").");
        };
    }

    private static void options(Element from, int zone, Draft draft) throws UnusableSiteException {
        draft.options("Its time offset", now -> now.withTimeOffset(Duration.ofMinutes(zone)));
        if (from.stripped("PasvMode").equals("MODE_ACTIVE")) {
            draft.options(
                    "Its active mode",
                    now -> now.with(new DataRules(true, Optional.empty(), List.of())));
        }
        if (from.stripped("EncodingType").equals("Custom")) {
            String charset = from.stripped("CustomEncoding");
            if (charset.isEmpty()) {
                throw new UnusableSiteException(
                        "It has a charset of its own without saying which.");
            }
            draft.charset(charset);
        }
        String connections = from.stripped("MaximumMultipleConnections");
        if (connections.matches("[0-9]{1,9}")) {
            draft.connections(Integer.parseInt(connections));
        } else if (!connections.isEmpty()) {
            draft.dropped("Its bound on connections is no number.");
        }
        from.child("PostLoginCommands")
                .ifPresent(list ->
                        draft.commands(
                                list.children("Command").stream()
                                        .map(command -> command.text().strip())
                                        .filter(command -> !command.isEmpty())
                                        .toList()));
        if (from.child("Parameter").isPresent()) {
            draft.dropped("Parameters of other protocols.");
        }
    }

    private static void look(Element from, Draft draft) {
        if (!from.text("Comments").isEmpty()) {
            draft.notes(from.text("Comments"));
        }
        FileZillaColour.of(from.stripped("Colour"))
                .ifPresent(colour -> draft.set("Its colour", now -> now.with(colour)));
    }

    private void folders(Element from, Draft draft) {
        draft.localFolder(from.text("LocalDir"));
        path(from, "Its folder", draft::dropped, draft::changed)
                .ifPresent(path -> draft.remoteFolder(Optional.of(path)));
        if (from.flag("SyncBrowsing") || from.flag("DirectoryComparison")) {
            draft.dropped("Synchronised browsing and folder comparison are not taken.");
        }
        for (Element bookmark : from.children("Bookmark")) {
            String name = bookmark.stripped("Name");
            String what = "The folder of the bookmark " + Words.quoted(name);
            var remote = path(bookmark, what, draft::dropped, draft::changed);
            draft.bookmark(name, remote, bookmark.text("LocalDir"));
        }
    }

    private Optional<RemotePath> path(
            Element from, String what, Consumer<String> dropped, Consumer<String> changed) {
        String text = from.text("RemoteDir");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var path = SafePath.parse(text, unit).orElseThrow(IllegalArgumentException::new);
            RemotePath taken = path.path();
            if (!path.isPlain()) {
                changed.accept(
                        what + " was no Unix path; it is " + Words.quoted(taken.value()) + " now.");
            }
            return Optional.of(taken);
        } catch (IllegalArgumentException noPath) {
            dropped.accept(what + " cannot be understood.");
            return Optional.empty();
        }
    }

    /// A number within bounds; one that is missing is the usual one.
    private static int number(Element from, String child, int usual, int least, int most)
            throws UnusableSiteException {
        String text = from.stripped(child);
        if (text.isEmpty() && least <= usual) {
            return usual;
        }
        if (text.matches("[+-]?[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UnusableSiteException(
                text.isEmpty()
                        ? "Its field " + child + " is missing."
                        : "Its field " + child + " cannot be " + Words.quoted(text) + ".");
    }
}
