package dev.crossdock.ftp;

import dev.crossdock.model.Certificate;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Port to whoever knows which certificates the user trusts.
public interface Trust {

    /// Whether the certificate is accepted already; answers at once, asks nobody.
    boolean accepts(Server server, Certificate presented);

    /// Decides, and may ask the user; called with no connection open.
    ///
    /// @return empty if the certificate is accepted from now on, else why not
    Optional<Failure> refusal(Server server, Certificate presented) throws InterruptedException;
}
