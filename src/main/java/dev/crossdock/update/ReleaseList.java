package dev.crossdock.update;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.store.Content;
import dev.crossdock.store.Fields;
import dev.crossdock.store.JsonFormat;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was published up to a point in time.
///
/// @param sequence grows with each list, so that an older one is known as such
/// @param validUntil when a newer list must be there, so that an old one cannot stand for ever
record ReleaseList(int sequence, Instant made, Instant validUntil, List<Release> releases) {

    static final int MOST_RELEASES = 1_000;

    private static final JsonFormat FORMAT = new JsonFormat(1, "releases");

    ReleaseList {
        if (sequence < 1) {
            throw new IllegalArgumentException("“sequence” is below one.");
        }
        if (!validUntil.isAfter(made)) {
            throw new IllegalArgumentException("“validUntil” is not after “made”.");
        }
        if (releases.size() > MOST_RELEASES) {
            throw new IllegalArgumentException(
                    "There are more than %,d releases.".formatted(MOST_RELEASES));
        }
        if (releases.stream().map(Release::version).distinct().count() != releases.size()) {
            throw new IllegalArgumentException("A version is there a second time.");
        }
        releases = List.copyOf(releases);
    }

    /// @throws IllegalArgumentException with words for a person
    static ReleaseList parse(byte[] bytes) {
        return switch (FORMAT.parse(bytes)) {
            case Content.Good(ObjectNode root) -> read(new Fields(root));
            case Content.Bad(String why) -> throw new IllegalArgumentException(why);
            case Content.Absent _ -> throw new IllegalArgumentException("it is not there");
        };
    }

    Optional<Release> newest() {
        return releases.stream().max(Comparator.comparing(Release::version));
    }

    /// The last version that mends a weakness.
    Optional<Version> newestSecurity() {
        return releases.stream()
                .filter(Release::security)
                .map(Release::version)
                .max(Comparator.naturalOrder());
    }

    static Release release(Fields fields) {
        return new Release(
                version(fields, "version"),
                date(fields),
                fields.text("news"),
                page(fields),
                fields.flag("security"));
    }

    static void write(Release release, ObjectNode into) {
        into.put("version", release.version().toString())
                .put("date", release.date().toString())
                .put("news", release.news())
                .put("page", release.page().toString())
                .put("security", release.security());
    }

    static Version version(Fields fields, String name) {
        return Version.parse(fields.text(name))
                .orElseThrow(() -> new IllegalArgumentException("“" + name + "” is no version."));
    }

    private static ReleaseList read(Fields fields) {
        return new ReleaseList(
                fields.number("sequence"),
                fields.instant("made"),
                fields.instant("validUntil"),
                fields.objects("releases").stream().map(ReleaseList::release).toList());
    }

    private static LocalDate date(Fields fields) {
        try {
            return LocalDate.parse(fields.text("date"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("“date” is not a day.", e);
        }
    }

    private static URI page(Fields fields) {
        try {
            return URI.create(fields.text("page"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("“page” is not an address.", e);
        }
    }
}
