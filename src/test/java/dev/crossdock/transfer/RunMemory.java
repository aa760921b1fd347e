package dev.crossdock.transfer;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A [RouteMemory] that lasts as long as the program runs.
public final class RunMemory implements RouteMemory {

    private final Map<Pair, Map<Route, Evidence>> routes = new ConcurrentHashMap<>();
    private final Map<Server, Map<Capability, Evidence>> servers = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Pair(Server source, Server target) {}

    public RunMemory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Experience of(Server source, Server target) {
        return new Experience(
                routes.getOrDefault(new Pair(source, target), Map.of()),
                servers.getOrDefault(source, Map.of()),
                servers.getOrDefault(target, Map.of()));
    }

    @Override
    public void proven(Server source, Server target, Route route) {
        of(new Pair(source, target)).put(route, new Evidence.Proven(clock.instant()));
    }

    @Override
    public void refuted(Server source, Server target, Route route, String words) {
        of(new Pair(source, target)).put(route, new Evidence.Refuted(words, clock.instant()));
    }

    @Override
    public void proven(Server server, Capability capability) {
        of(server).put(capability, new Evidence.Proven(clock.instant()));
    }

    @Override
    public void refuted(Server server, Capability capability, String words) {
        of(server).put(capability, new Evidence.Refuted(words, clock.instant()));
    }

    private Map<Route, Evidence> of(Pair pair) {
        return routes.computeIfAbsent(pair, _ -> new ConcurrentHashMap<>());
    }

    private Map<Capability, Evidence> of(Server server) {
        return servers.computeIfAbsent(server, _ -> new ConcurrentHashMap<>());
    }
}
