package dev.crossdock.ftp;

import dev.crossdock.model.Server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which TLS versions to offer a server: TLS 1.2 alone where our own data connections were refused
/// under TLS 1.3. That is remembered for good only once it has helped.
final class TlsVersions {

    private final TlsMemory memory;
    private final Set<Server> onTrial = ConcurrentHashMap.newKeySet();
    private final Set<Server> triedInVain = ConcurrentHashMap.newKeySet();

    TlsVersions(TlsMemory memory) {
        this.memory = memory;
    }

    boolean isOnlyTls12(Server server) {
        return onTrial.contains(server) || memory.isOnlyTls12(server);
    }

    /// A data connection was refused; whether a new login under TLS 1.2 is worth a try.
    boolean mayTryTls12(Server server, boolean underTls13) {
        if (underTls13) {
            if (triedInVain.contains(server)) {
                return false;
            }
            onTrial.add(server);
            return true;
        }
        if (onTrial.remove(server)) {
            triedInVain.add(server);
        }
        return false;
    }

    /// A data connection has carried what it should.
    void worked(Server server, boolean underTls13) {
        if (!underTls13 && onTrial.remove(server)) {
            memory.onlyTls12(server);
        }
    }
}
