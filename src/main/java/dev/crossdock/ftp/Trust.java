package dev.crossdock.ftp;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Port to whoever knows which certificates the user trusts.
public interface Trust {

    /// Whether the certificate is accepted already; answers at once, asks nobody.
    boolean accepts(Server server, Certificate presented);

    /// May ask the user; called with no connection open.
    Verdict decide(Server server, Certificate presented) throws InterruptedException;

    sealed interface Verdict {

        /// Connect again.
        record Accepted() implements Verdict {}

        /// Nobody vouches for it and the user did not accept it.
        record Unknown() implements Verdict {}

        /// @param acceptedSha256 of the one that this server had before
        record Changed(String acceptedSha256) implements Verdict {}

        default Optional<String> before() {
            return switch (this) {
                case Accepted _, Unknown _ -> Optional.empty();
                case Changed(var sha256) -> Optional.of(sha256);
            };
        }
    }
}
