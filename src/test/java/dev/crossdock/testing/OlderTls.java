package dev.crossdock.testing;

import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers in memory which servers need TLS 1.2, and lets a login without TLS pass.
public final class OlderTls implements TlsMemory {

    private final Set<Server> servers = ConcurrentHashMap.newKeySet();

    public Set<Server> servers() {
        return Set.copyOf(servers);
    }

    public void clear() {
        servers.clear();
    }

    @Override
    public boolean isOnlyTls12(Server server) {
        return servers.contains(server);
    }

    @Override
    public void onlyTls12(Server server) {
        servers.add(server);
    }

    @Override
    public void loggedInWithTls(Server server) {}

    @Override
    public Optional<Failure> refusalOfClear(Server server) {
        return Optional.empty();
    }
}
