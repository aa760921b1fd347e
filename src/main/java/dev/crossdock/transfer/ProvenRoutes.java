package dev.crossdock.transfer;

import dev.crossdock.model.Route;
import dev.crossdock.model.Server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which routes have carried a whole file between which servers in this run.
final class ProvenRoutes {

    private final Set<Proof> proofs = ConcurrentHashMap.newKeySet();

    private record Proof(Server source, Server target, Route route) {}

    void add(Server source, Server target, Route route) {
        proofs.add(new Proof(source, target, route));
    }

    boolean contains(Server source, Server target, Route route) {
        return proofs.contains(new Proof(source, target, route));
    }
}
