package dev.crossdock.ftp;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;

import java.util.Optional;

/// Port to whoever remembers what TLS servers have: which had any, and on which our own data
/// connections work under TLS 1.2 alone.
///
/// All methods may be called from any thread.
public interface TlsMemory {

    /// Remembers nothing.
    TlsMemory NONE =
            new TlsMemory() {
                @Override
                public boolean isOnlyTls12(Server server) {
                    return false;
                }

                @Override
                public void onlyTls12(Server server) {}

                @Override
                public void loggedInWithTls(Server server) {}

                @Override
                public Optional<Failure> refusalOfClear(Server server) {
                    return Optional.empty();
                }
            };

    boolean isOnlyTls12(Server server);

    /// Data connections were refused under TLS 1.3 and work under TLS 1.2.
    void onlyTls12(Server server);

    /// The login was protected.
    void loggedInWithTls(Server server);

    /// Why a server must not be logged into without TLS; empty if it may.
    Optional<Failure> refusalOfClear(Server server);
}
