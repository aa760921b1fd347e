package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class RefusalsTest {

    private static final Server ALPHA = server("alpha");
    private static final Server BETA = server("beta");

    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"LOGIN", "UNTRUSTED"})
    void theNextJobForThatServerIsRefusedAtOnce(Failure.Kind kind) {
        var refusals = new Refusals(clock);

        refusals.note(ALPHA, failure(kind));

        assertEquals(
                failure(kind),
                assertThrows(FailureException.class, () -> refusals.check(ALPHA)).failure());
        assertDoesNotThrow(() -> refusals.check(BETA));
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOGIN", "UNTRUSTED"})
    void whatMayPassByItselfIsNotHeldAgainstTheServer(Failure.Kind kind) {
        var refusals = new Refusals(clock);

        refusals.note(ALPHA, failure(kind));

        assertDoesNotThrow(() -> refusals.check(ALPHA));
    }

    @Test
    void aMomentLaterItIsTriedAgain() {
        Instant[] now = {Instant.EPOCH};
        var refusals = new Refusals(() -> now[0]);
        refusals.note(ALPHA, failure(Failure.Kind.LOGIN));

        now[0] = Instant.EPOCH.plus(Duration.ofSeconds(6));

        assertDoesNotThrow(() -> refusals.check(ALPHA));
    }

    private static Failure failure(Failure.Kind kind) {
        return Failure.of(kind, "alpha", "no", Failure.Remedy.ASK_USER, "");
    }

    private static Server server(String name) {
        return new Server(new SiteId(name), name, "127.0.0.2", 2121, TlsMode.EXPLICIT, "tester");
    }
}
