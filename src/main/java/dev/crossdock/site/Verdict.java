package dev.crossdock.site;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Whether to go on with a server that presented a certificate.
public sealed interface Verdict {

    record Accepted() implements Verdict {}

    /// Nobody vouches for it, and the user did not accept it.
    record RefusedUnknown(Certificate presented) implements Verdict {}

    /// The user accepted another one for this server.
    record RefusedChanged(Certificate presented, PinnedCertificate accepted) implements Verdict {}

    /// The refusal in words, with the fingerprints to compare.
    default Optional<Failure> failure(Server server) {
        return switch (this) {
            case Accepted _ -> Optional.empty();
            case RefusedUnknown(Certificate presented) -> Optional.of(unknown(server, presented));
            case RefusedChanged(Certificate presented, PinnedCertificate accepted) ->
                    Optional.of(changed(server, presented, accepted));
        };
    }

    private static Failure unknown(Server server, Certificate presented) {
        return Failure.of(
                Failure.Kind.UNTRUSTED,
                server.name(),
                "The certificate of %s is unknown and was not accepted (SHA-256 %s)."
                        .formatted(server.name(), presented.fingerprint()),
                Failure.Remedy.ASK_USER,
                "Compare the fingerprint with the one from the server's owner, then connect again"
                        + " and accept it.");
    }

    private static Failure changed(
            Server server, Certificate presented, PinnedCertificate accepted) {
        return Failure.of(
                Failure.Kind.UNTRUSTED,
                server.name(),
                "%s came with another certificate than the accepted one. Accepted on %s: SHA-256 %s. Now: SHA-256 %s."
                        .formatted(
                                server.name(),
                                CertificateDoubt.day(accepted.accepted()),
                                accepted.fingerprint(),
                                presented.fingerprint()),
                Failure.Remedy.ASK_USER,
                "Somebody may be listening in. Ask the server's owner whether the certificate was"
                        + " replaced. Only then connect again and accept the new one, or remove"
                        + " the old one from the trusted certificates.");
    }
}
