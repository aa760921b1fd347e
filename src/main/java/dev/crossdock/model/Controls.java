package dev.crossdock.model;

import java.util.Optional;

/// How the two control connections of a finished job were protected.
///
/// @param source protocol and cipher suite; empty where it was not encrypted, or is this computer
/// @param target the same of the other
public record Controls(String source, String target) {

    public static Controls of(Optional<TlsFacts> source, Optional<TlsFacts> target) {
        return new Controls(words(source), words(target));
    }

    private static String words(Optional<TlsFacts> tls) {
        return tls.map(facts -> facts.protocol() + ", " + facts.cipherSuite()).orElse("");
    }
}
