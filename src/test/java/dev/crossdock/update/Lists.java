package dev.crossdock.update;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists of releases as they are published.
final class Lists {

    static final Instant MADE = Instant.parse("2026-11-20T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-02-01T00:00:00Z");

    private Lists() {}

    static byte[] list(int sequence, String... versions) {
        return bytes(text(sequence, UNTIL, Stream.of(versions).map(Lists::release).toList()));
    }

    /// @param version with a `!` behind it if it mends a weakness
    static String release(String version) {
        boolean security = version.endsWith("!");
        return """
        {"version": "%s", "date": "2026-11-19", "news": "Faster folders", "page": "https://crossdock.test/releases", "security": %s}\
        """
                .formatted(version.replace("!", ""), security);
    }

    static String text(int sequence, Instant until, List<String> releases) {
        return """
        {"version": 1, "sequence": %d, "made": "%s", "validUntil": "%s", "releases": [%s]}
        """
                .formatted(
                        sequence,
                        MADE,
                        until,
                        releases.stream().collect(Collectors.joining(",\n")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
