package dev.crossdock.exchange;

import dev.crossdock.exchange.Finding.Changed;
import dev.crossdock.exchange.Finding.Dropped;
import dev.crossdock.exchange.Finding.Raised;
import dev.crossdock.exchange.Finding.Taken;
import dev.crossdock.exchange.Finding.Warned;
import dev.crossdock.model.Logon;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.WireText;
import dev.crossdock.site.Bookmark;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;
import dev.crossdock.site.Start;
import dev.crossdock.site.TransferSettings;

import org.jspecify.annotations.Nullable;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// A site of a file while it is read: what does not fit into a site of ours is told instead.
final class Draft {

    private static final int LONGEST_USER = 1_024;
    private static final int LONGEST_PASSWORD = 4_096;
    private static final int MOST_FINDINGS = 200;

    private final SiteGroup group;
    private final String name;
    private final String label;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private int bookmarksLeft;
    private @Nullable Site site;
    private OptionalInt connections = OptionalInt.empty();
    private char @Nullable [] password;

    Draft(SiteGroup group, String rawName) {
        this.group = group;
        this.name = Words.cut(Words.plain(rawName), SiteGroup.LONGEST_NAME);
        this.label = name.isEmpty() && group.isTop() ? "" : Parcel.label(group, name);
        if (!name.equals(rawName.strip())) {
            changed("Its name was too long or held control characters.");
        }
    }

    String label() {
        return label;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// Comes before all else.
    void server(String host, int port, TlsMode tls, String user) throws UnusableSiteException {
        if (name.isEmpty()) {
            throw new UnusableSiteException("It has no name.");
        }
        if (user.isEmpty()) {
            throw new UnusableSiteException(
                    "It has no user name, and Crossdock does not ask for one.");
        }
        try {
            var address = new ServerAddress(unbracketed(host.strip()), port);
            var server =
                    new Server(
                            SiteId.random(), name, address.host(), address.port(), tls, sane(user));
            begin(new Site(server, Optional.empty()).in(group));
        } catch (IllegalArgumentException e) {
            throw new UnusableSiteException(String.valueOf(e.getMessage()));
        }
    }

    /// Instead of [#server], for a file that says all of it.
    void whole(Site read) throws UnusableSiteException {
        try {
            sane(read.server().user());
            begin(read);
            if (!name.equals(read.name())) {
                SiteGroup.of(name);
                begin(read.with(read.server().named(name)));
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableSiteException(String.valueOf(e.getMessage()));
        }
    }

    /// @param what begins the sentence when the site cannot have it: `Its charset`
    void set(String what, UnaryOperator<Site> edit) {
        try {
            site = edit.apply(site());
        } catch (IllegalArgumentException e) {
            dropped(what + " was left out: " + e.getMessage());
        }
    }

    void options(String what, UnaryOperator<ServerOptions> edit) {
        set(what, now -> now.with(now.server().with(edit.apply(now.server().options()))));
    }

    void logon(Logon.Kind kind) {
        options(
                "Its way to log on",
                now -> now.with(new Logon(kind, now.logon().account(), now.logon().certificate())));
    }

    void account(String account) {
        if (!account.isBlank()) {
            options(
                    "Its account",
                    now ->
                            now.with(
                                    new Logon(
                                            now.logon().kind(),
                                            Optional.of(account),
                                            now.logon().certificate())));
        }
    }

    void charset(String charset) {
        try {
            begin(
                    site().with(
                                    site().server()
                                            .with(site().server().options().withCharset(charset))));
        } catch (IllegalArgumentException e) {
            changed(
                    "This computer knows no charset %s; UTF-8 is used."
                            .formatted(Words.quoted(charset)));
        }
    }

    void commands(List<String> commands) {
        options("What is sent after login", now -> now.withCommands(commands));
    }

    void localFolder(String folder) {
        if (!folder.isEmpty()) {
            set(
                    "Its local folder",
                    now ->
                            now.starting(
                                    new Start(now.start().remote(), Optional.of(local(folder)))));
        }
    }

    void remoteFolder(Optional<RemotePath> folder) {
        set("Its folder", now -> now.starting(new Start(folder, now.start().local())));
    }

    /// A path as the user would type it.
    void remoteFolder(String path) {
        if (!path.isEmpty()) {
            set(
                    "Its folder",
                    now ->
                            now.starting(
                                    new Start(
                                            Optional.of(RemotePath.of(path)),
                                            now.start().local())));
        }
    }

    void bookmark(String rawName, Optional<RemotePath> remote, String localFolder) {
        if (bookmarks.size() == Site.MOST_BOOKMARKS) {
            bookmarksLeft++;
            return;
        }
        try {
            Optional<String> local =
                    localFolder.isEmpty() ? Optional.empty() : Optional.of(local(localFolder));
            String called = Words.cut(Words.plain(rawName), SiteGroup.LONGEST_NAME);
            bookmarks.add(new Bookmark(called, remote, local));
        } catch (IllegalArgumentException e) {
            dropped("The bookmark " + Words.quoted(rawName) + " was left out: " + e.getMessage());
        }
    }

    void notes(String text) {
        String cut = Words.cut(text, Site.LONGEST_NOTES);
        if (!cut.equals(text)) {
            changed("Its notes were too long and end early.");
        }
        set("Its notes", now -> now.withNotes(cut));
    }

    /// How many logins the server allows; 0 for as many as one likes.
    void connections(int most) {
        if (most > 0) {
            connections = OptionalInt.of(Math.min(most, TransferSettings.MOST_SLOTS));
        }
    }

    /// Takes it over.
    void password(char[] secret) {
        wipe();
        password = secret;
        if (secret.length == 0) {
            password = null;
        } else if (secret.length > LONGEST_PASSWORD) {
            asks("Its password is too long to be one.");
        } else if (CharBuffer.wrap(secret)
                .chars()
                .anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            asks("Its password holds a line break, which no server takes.");
        }
    }

    /// It has no password, for this reason.
    void asks(String why) {
        wipe();
        logon(Logon.Kind.ASK);
        dropped(why + " It is asked for.");
    }

    private void note(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    void raised(String message) {
        note(new Raised(label, message));
    }

    void warned(String message) {
        note(new Warned(label, message));
    }

    void changed(String message) {
        note(new Changed(label, message));
    }

    void dropped(String message) {
        note(new Dropped(label, message));
    }

    Parcel finish() {
        if (bookmarksLeft > 0) {
            dropped(
                    "It has more bookmarks than the %d that are taken."
                            .formatted(Site.MOST_BOOKMARKS));
        }
        if (!bookmarks.isEmpty()) {
            set("Its bookmarks", now -> now.withBookmarks(bookmarks));
        }
        if (!site().server().tls().isEncrypted()) {
            warned("It is not encrypted: everyone on the way reads its password and its files.");
        }
        if (password != null && !mayKeep(site().server().options().logon().kind())) {
            wipe();
            dropped("Its password, since it logs on in a way that has none to keep.");
        }
        findings.addFirst(new Taken(label));
        return new Parcel(site(), connections, Optional.ofNullable(password));
    }

    void wipe() {
        if (password != null) {
            Arrays.fill(password, '\0');
            password = null;
        }
    }

    private void begin(Site begun) {
        site = begun;
    }

    private Site site() {
        if (site == null) {
            throw new IllegalStateException("the server comes first");
        }
        return site;
    }

    private static boolean mayKeep(Logon.Kind kind) {
        return switch (kind) {
            case PASSWORD, CERTIFICATE -> true;
            case ASK, ANONYMOUS -> false;
        };
    }

    private static String sane(String user) {
        if (user.length() > LONGEST_USER) {
            throw new IllegalArgumentException("Its user name is too long to be one.");
        }
        if (!WireText.isSendable(user)) {
            throw new IllegalArgumentException("Its user name is no text that can be sent.");
        }
        return user;
    }

    private static String local(String folder) {
        if (folder.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("It holds control characters.");
        }
        return folder;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") && host.length() > 2
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
