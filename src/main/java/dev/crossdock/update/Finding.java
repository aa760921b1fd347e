package dev.crossdock.update;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What came of looking for a newer version.
public sealed interface Finding {

    /// Nothing newer than this build was published.
    record Newest(Version own) implements Finding {}

    /// @param security this or a version between it and this build mends a weakness
    record Newer(Release release, boolean security) implements Finding {}

    /// A list that was true once, shown for longer than it holds.
    record TooOld(Instant validUntil) implements Finding {}

    /// An older list than one that was there before.
    record RolledBack(int sequence, int seen) implements Finding {}

    /// Not signed, or by somebody else.
    record Forged() implements Finding {}

    /// Signed, but no list.
    record Unusable(String why) implements Finding {}

    record Unreachable(String why) implements Finding {}

    /// Whether the list could be used.
    default boolean isTrusted() {
        return switch (this) {
            case Newest _, Newer _ -> true;
            case TooOld _, RolledBack _, Forged _, Unusable _, Unreachable _ -> false;
        };
    }

    /// @param host who was asked
    default String words(String host) {
        return switch (this) {
            case Newest(var own) -> "Version %s is the newest.".formatted(own);
            case Newer(var release, var security) ->
                    "Version %s was published on %s%s."
                            .formatted(
                                    release.version(),
                                    release.date(),
                                    security ? " and closes a security hole" : "");
            case TooOld(var until) ->
                    "The list of releases on %s holds only until %s, so newer versions may be missing. Check this computer's clock; if it is right, look at the project's page yourself."
                            .formatted(host, LocalDate.ofInstant(until, ZoneOffset.UTC));
            case RolledBack(var sequence, var seen) ->
                    "%s shows an older list of releases (number %d) than it did before (%d), so it was not used. Look again later."
                            .formatted(host, sequence, seen);
            case Forged _ ->
                    "The list of releases on %s is not signed by those who make Crossdock, so it was not used. Look again later, and install nothing from there meanwhile."
                            .formatted(host);
            case Unusable(var why) ->
                    "The list of releases on %s cannot be read: %s Look for a newer version at the project's page yourself."
                            .formatted(host, sentence(why));
            case Unreachable(var why) ->
                    "%s could not be asked: %s Look again later.".formatted(host, sentence(why));
        };
    }

    private static String sentence(String why) {
        return why.endsWith(".") ? why : why + ".";
    }
}
