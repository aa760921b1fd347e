package dev.crossdock.site;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;

import java.util.List;
import java.util.Optional;

/// A server that the user saved under a name. Holds no secret.
///
/// @param group the folder of the site manager that it lies in
/// @param notes the user's own, several lines
public record Site(
        Server server,
        SiteGroup group,
        SiteColour colour,
        Start start,
        List<Bookmark> bookmarks,
        SiteRules rules,
        String notes)
        implements Saved {

    public static final int MOST_BOOKMARKS = 500;
    public static final int LONGEST_NOTES = 32 * 1024;

    public Site {
        bookmarks = List.copyOf(bookmarks);
        if (bookmarks.size() > MOST_BOOKMARKS) {
            throw new IllegalArgumentException(
                    "A site has at most %d bookmarks.".formatted(MOST_BOOKMARKS));
        }
        if (notes.length() > LONGEST_NOTES) {
            throw new IllegalArgumentException(
                    "Notes have at most %,d characters.".formatted(LONGEST_NOTES));
        }
    }

    /// With nothing set but where to start.
    public Site(Server server, Optional<RemotePath> folder) {
        this(
                server,
                SiteGroup.TOP,
                SiteColour.NONE,
                new Start(folder, Optional.empty()),
                List.of(),
                SiteRules.USUAL,
                "");
    }

    public SiteId id() {
        return server.id();
    }

    public String name() {
        return server.name();
    }

    /// Where to start instead of the login folder.
    public Optional<RemotePath> folder() {
        return start.remote();
    }

    public Site with(Server other) {
        return new Site(other, group, colour, start, bookmarks, rules, notes);
    }

    public Site in(SiteGroup other) {
        return new Site(server, other, colour, start, bookmarks, rules, notes);
    }

    public Site starting(Start other) {
        return new Site(server, group, colour, other, bookmarks, rules, notes);
    }

    public Site withBookmarks(List<Bookmark> others) {
        return new Site(server, group, colour, start, others, rules, notes);
    }

    public Site with(SiteColour other) {
        return new Site(server, group, other, start, bookmarks, rules, notes);
    }

    public Site with(SiteRules other) {
        return new Site(server, group, colour, start, bookmarks, other, notes);
    }

    public Site withNotes(String other) {
        return new Site(server, group, colour, start, bookmarks, rules, other);
    }
}
