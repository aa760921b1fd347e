package dev.crossdock.app;

import dev.crossdock.ftp.TlsMemory;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Failure;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.TlsHistory;
import dev.crossdock.transfer.RouteMemory;

import java.util.Optional;

/// What the files of learned things are for those who learn them.
record Remembered(ServerMemory memory, TlsHistory history) implements RouteMemory, TlsMemory {

    @Override
    public Experience of(Server source, Server target) {
        return memory.of(source, target);
    }

    @Override
    public void proven(Server source, Server target, Route route) {
        memory.proven(source, target, route);
    }

    @Override
    public void refuted(Server source, Server target, Route route, String words) {
        memory.refuted(source, target, route, words);
    }

    @Override
    public void proven(Server server, Capability capability) {
        memory.proven(server, capability);
    }

    @Override
    public void refuted(Server server, Capability capability, String words) {
        memory.refuted(server, capability, words);
    }

    @Override
    public boolean isOnlyTls12(Server server) {
        return memory.isOnlyTls12(server);
    }

    @Override
    public void onlyTls12(Server server) {
        memory.onlyTls12(server);
    }

    @Override
    public void loggedInWithTls(Server server) {
        history.loggedInWithTls(server);
    }

    @Override
    public Optional<Failure> refusalOfClear(Server server) {
        return history.refusalOfClear(server);
    }
}
