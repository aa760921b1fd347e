package dev.crossdock.servers;

import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;

import java.util.Arrays;
import java.util.Optional;

/// How one file went from one server to another.
///
/// @param arrived what the target's disk holds
/// @param transcript of all sessions
record Crossing(
        ServerKind source,
        ServerKind target,
        Outcome outcome,
        Optional<byte[]> arrived,
        String transcript) {

    /// The route of a file that is done.
    Optional<Route> route() {
        return outcome instanceof Outcome.Done done ? Optional.of(done.route()) : Optional.empty();
    }

    Optional<Method> method() {
        return route().map(Route::method);
    }

    boolean isWhole(byte[] content) {
        return arrived.isPresent() && Arrays.equals(content, arrived.get());
    }

    /// One line for a table.
    String words() {
        return switch (outcome) {
            case Outcome.Done done -> {
                Route route = done.route();
                String client =
                        route.tlsClient().map(side -> ", TLS client: " + side.word()).orElse("");
                String passive =
                        route.passive().map(side -> ", passive: " + side.word()).orElse("");
                yield route.method().label()
                        + client
                        + passive
                        + (done.note().isEmpty() ? "" : "\n      before: " + done.note().strip());
            }
            case Outcome.Failed failed -> "FAILED " + failed.failure().message();
            case Outcome.Skipped skipped -> "skipped " + skipped.reason();
            case Outcome.Cancelled _ -> "cancelled";
            case Outcome.Expanded _ -> "expanded";
        };
    }
}
