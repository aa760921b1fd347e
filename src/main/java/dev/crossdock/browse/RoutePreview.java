package dev.crossdock.browse;

import dev.crossdock.model.Ladder;
import dev.crossdock.model.ServerFacts;
import dev.crossdock.model.TransferPolicy;

/// The routes a file would take from one server to another, and why not the others.
@FunctionalInterface
public interface RoutePreview {
    Ladder ladder(ServerFacts source, ServerFacts target, TransferPolicy policy);
}
