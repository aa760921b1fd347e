package dev.crossdock.cli;

import dev.crossdock.browse.Browser;
import dev.crossdock.model.Entry;
import dev.crossdock.model.Entry.Kind;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds out what a path on one server is, by the listings of its folders; where they cannot tell,
/// by asking for the path itself.
final class Lookup {

    private final Browser browser;
    private final RemotePath home;
    private final Map<RemotePath, Optional<Listing>> listed = new HashMap<>();

    /// @param home a folder that is there for certain
    Lookup(Browser browser, RemotePath home) {
        this.browser = browser;
        this.home = home;
    }

    /// What is there; a link is followed, so it is never one. Empty if nothing is.
    Optional<Entry> find(RemotePath path) throws FailureException, InterruptedException {
        if (path.isRoot() || path.equals(home)) {
            return Optional.of(Entry.folder(path.isRoot() ? "root" : path.name()));
        }
        var folder = list(path.parent());
        if (folder.isEmpty()) {
            // A folder may be closed and what is in it open: /home is, /home/me is not.
            return inClosed(path);
        }
        for (Entry entry : folder.get().entries()) {
            if (entry.name().equals(path.name())) {
                return Optional.of(entry.kind() == Kind.LINK ? followed(path) : entry);
            }
        }
        if (!folder.get().leftOut().isEmpty()) {
            return inUnreadable(path, folder.get());
        }
        return isHidden(path) ? hidden(path) : Optional.empty();
    }

    /// Makes the folder, and first the ones it lies in, as far as they are missing.
    void makeFolders(RemotePath folder) throws FailureException, InterruptedException {
        if (find(folder).isPresent()) {
            return;
        }
        makeFolders(folder.parent());
        browser.makeFolder(folder);
        listed.clear();
    }

    // Its size in the listing is that of the link, not of what it leads to.
    private Entry followed(RemotePath path) throws FailureException, InterruptedException {
        return list(path).isPresent() ? Entry.folder(path.name()) : fileOfUnknownSize(path);
    }

    private Optional<Entry> inClosed(RemotePath path)
            throws FailureException, InterruptedException {
        try {
            return browser.look(path);
        } catch (FailureException e) {
            if (isNo(e.failure()) && find(path.parent()).isEmpty()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Entry> inUnreadable(RemotePath path, Listing folder)
            throws FailureException, InterruptedException {
        try {
            return browser.look(path);
        } catch (FailureException e) {
            throw isNo(e.failure())
                    ? new FailureException(unreadable(path, folder, e.failure()))
                    : e;
        }
    }

    // Many servers leave such names out of listings.
    private Optional<Entry> hidden(RemotePath path) throws FailureException, InterruptedException {
        try {
            return browser.look(path);
        } catch (FailureException e) {
            if (isNo(e.failure())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Failure unreadable(RemotePath path, Listing folder, Failure look) {
        return new Failure(
                Failure.Kind.GARBLED,
                look.server(),
                "%s's listing of %s could not be read in full, and %s does not tell whether %s is there."
                        .formatted(look.server(), folder.folder(), look.server(), path.name()),
                Failure.Remedy.GIVE_UP,
                "Left out was: " + folder.leftOut().getFirst(),
                look.details());
    }

    /// Whether the server says no for good, so that the failure is an answer.
    static boolean isNo(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> failure.remedy() != Failure.Remedy.RETRY_LATER;
            case LOCAL_DISK -> true;
            case LOGIN,
                    SILENT,
                    UNREACHABLE,
                    LOST,
                    GARBLED,
                    UNTRUSTED,
                    TLS_REJECTED,
                    TRUNCATED,
                    EXISTS,
                    NAME,
                    NO_ROUTE,
                    CANCELLED,
                    BUG ->
                    false;
        };
    }

    static boolean isHidden(RemotePath path) {
        return path.name().startsWith(".");
    }

    static Entry fileOfUnknownSize(RemotePath path) {
        return new Entry(
                path.name(),
                Kind.FILE,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    // Empty if the server says no; whatever else goes wrong is no answer to the question.
    private Optional<Listing> list(RemotePath folder)
            throws FailureException, InterruptedException {
        var known = listed.get(folder);
        if (known != null) {
            return known;
        }
        Optional<Listing> answer;
        try {
            answer = Optional.of(browser.list(folder));
        } catch (FailureException e) {
            if (!isNo(e.failure())) {
                throw e;
            }
            answer = Optional.empty();
        }
        listed.put(folder, answer);
        return answer;
    }
}
