package dev.crossdock.transfer;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers for a moment that a login was refused or a certificate not trusted, so that of five
/// hundred waiting jobs one asks the user and not each.
final class Refusals {

    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final Map<Server, Refusal> latest = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Refusal(Failure failure, Instant until) {}

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes note of a failure if it is one that the next job would run into as well.
    void note(Server server, Failure failure) {
        switch (failure.kind()) {
            case LOGIN, UNTRUSTED ->
                    latest.put(server, new Refusal(failure, clock.instant().plus(MOMENT)));
            case REFUSED,
                    SILENT,
                    UNREACHABLE,
                    LOST,
                    GARBLED,
                    TLS_REJECTED,
                    TRUNCATED,
                    EXISTS,
                    NAME,
                    NO_ROUTE,
                    LOCAL_DISK,
                    CANCELLED,
                    BUG -> {}
        }
    }

    /// @throws FailureException with the refusal of a moment ago
    void check(Server server) throws FailureException {
        Refusal refusal = latest.get(server);
        if (refusal != null && clock.instant().isBefore(refusal.until())) {
            throw new FailureException(refusal.failure());
        }
    }
}
