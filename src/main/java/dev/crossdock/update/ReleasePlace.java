package dev.crossdock.update;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Properties;

/// Where this build looks for releases, and how it knows that they are real.
///
/// @param list the address of the list; its signature lies beside it, with `.sig` at the end
/// @param key what signs the lists
/// @param own the version of this build
public record ReleasePlace(URI list, PublicKey key, Version own) {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasePlace.class);
    private static final String FILE = "releases.properties";
    private static final String UNFILLED = "${";

    public ReleasePlace {
        if (!HttpsAddress.is(list)
                || list.getRawQuery() != null
                || list.getRawFragment() != null
                || list.getRawPath().isEmpty()) {
            throw new IllegalArgumentException("not the https address of a file: " + list);
        }
    }

    /// What the build says; empty if it names no list.
    public static Optional<ReleasePlace> ofBuild() {
        try {
            return of(properties());
        } catch (IOException | IllegalArgumentException wrong) {
            LOG.error("This build names a list of releases that cannot be used.", wrong);
            return Optional.empty();
        }
    }

    static Properties properties() throws IOException {
        var properties = new Properties();
        try (var in = ReleasePlace.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return properties;
    }

    /// @throws IllegalArgumentException if a list is named in a way that cannot be used
    static Optional<ReleasePlace> of(Properties properties) {
        String list = value(properties, "list");
        if (list.isEmpty()) {
            return Optional.empty();
        }
        String version = value(properties, "version");
        return Optional.of(
                new ReleasePlace(
                        URI.create(list),
                        ReleaseSignature.key(value(properties, "key")),
                        Version.parse(version)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "not a version of a release: " + version))));
    }

    URI signature() {
        return URI.create(list + ".sig");
    }

    String host() {
        return list.getHost();
    }

    /// Empty also where no build has filled it in.
    private static String value(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        return value.startsWith(UNFILLED) ? "" : value;
    }
}
