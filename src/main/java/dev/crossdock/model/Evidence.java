package dev.crossdock.model;

import java.time.Instant;

/// How sure we are that a server can do something.
public sealed interface Evidence {

    /// The server did not say, and nobody tried.
    record Untried() implements Evidence {}

    /// The server says so in FEAT.
    record Advertised(String line) implements Evidence {}

    /// It worked.
    record Proven(Instant when) implements Evidence {}

    /// It was tried in vain.
    ///
    /// @param words what the server said, or what was seen in its place
    record Refuted(String words, Instant when) implements Evidence {}

    static Evidence of(Capabilities capabilities, Capability capability) {
        return capabilities.line(capability).<Evidence>map(Advertised::new).orElseGet(Untried::new);
    }

    /// Whether somebody tried, be it in vain.
    default boolean isTried() {
        return this instanceof Proven || this instanceof Refuted;
    }

    /// As scripts read it: `advertised`, `untried`, `proven`, `refuted`.
    default String word() {
        return switch (this) {
            case Untried _ -> "untried";
            case Advertised _ -> "advertised";
            case Proven _ -> "proven";
            case Refuted _ -> "refuted";
        };
    }
}
