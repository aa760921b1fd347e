package dev.crossdock.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What makes exactly one of two servers the TLS client of the data connection, or avoids the need.
public enum Method {
    /// The active server is TLS client by itself (`AUTH TLS +proxy`, Lundman and Svensson 2003).
    PROXY("+proxy"),
    SSCN("SSCN"),
    CCSN("CCSN"),
    CPSV("CPSV"),
    /// Through this computer, encrypted on both legs.
    RELAY("relay"),
    /// PROT C: the data is not encrypted.
    CLEAR("clear"),
    /// No second server: between this computer and one server.
    LOCAL("local");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /// What the TLS client's server has to be able to do.
    public Optional<Capability> needs() {
        return switch (this) {
            case PROXY -> Optional.of(Capability.PROXY);
            case SSCN -> Optional.of(Capability.SSCN);
            case CCSN -> Optional.of(Capability.CCSN);
            case CPSV -> Optional.of(Capability.CPSV);
            case RELAY, CLEAR, LOCAL -> Optional.empty();
        };
    }

    /// As people write it: `+proxy`, `SSCN`.
    public String label() {
        return label;
    }

    /// As scripts read it: `proxy`, `sscn`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Method> ofWord(String word) {
        return Arrays.stream(values()).filter(method -> method.word().equals(word)).findFirst();
    }
}
