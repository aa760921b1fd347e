package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Ladder;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class LadderTextTest {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");
    private static final Route PROXY = Route.between(Method.PROXY, Side.TARGET, Side.SOURCE);
    private static final Route CPSV = Route.between(Method.CPSV, Side.SOURCE, Side.SOURCE);

    private final LadderText text = new LadderText("alpha", "beta", ZoneId.of("Europe/Berlin"));

    @Test
    void firstComesWhatIsTakenThenWhatElseThereIsThenWhatIsOut() {
        var ladder =
                new Ladder(
                        List.of(
                                new Ladder.Rung(
                                        PROXY, new Evidence.Proven(NIGHT), List.of("One.", "Two.")),
                                new Ladder.Rung(
                                        CPSV, new Evidence.Advertised("CPSV"), List.of("Three."))),
                        List.of(
                                new Ladder.LeftOut(Route.clear(Side.TARGET), "Clear."),
                                new Ladder.LeftOut(Route.relay(), "Not\nallowed."),
                                new Ladder.LeftOut(Route.clear(Side.SOURCE), "Clear.")));
        assertEquals(
                """
                alpha -> beta
                  taken    beta listens, alpha connects and is TLS client by +proxy.
                           It worked on 2026-11-21.
                  mind     One.
                  mind     Two.
                  or       CPSV: alpha listens, beta connects, alpha is TLS client
                           The TLS client says it can; it was not tried yet.
                  out      clear: beta listens, alpha connects
                  out      clear: alpha listens, beta connects
                           Clear.
                  out      relay: through this computer
                           Not allowed.
                """,
                String.join("\n", text.lines(ladder)) + "\n");
    }

    @Test
    void whatFailedBeforeIsSaidToBeTriedAgain() {
        var refuted = new Evidence.Refuted("425 No way.", NIGHT);
        var ladder = new Ladder(List.of(new Ladder.Rung(PROXY, refuted, List.of())), List.of());
        assertEquals(
                "It did not work on 2026-11-21: 425 No way; it will be tried again.",
                text.lines(ladder).getLast().strip());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    method | passive | client | sentence
                    PROXY  | SOURCE  | TARGET | alpha listens, beta connects and is TLS client by +proxy.
                    SSCN   | TARGET  | SOURCE | beta listens, alpha connects and is TLS client by SSCN.
                    SSCN   | TARGET  | TARGET | beta listens and is TLS client by SSCN, alpha connects.
                    CPSV   | SOURCE  | SOURCE | alpha listens and is TLS client by CPSV, beta connects.
                    CLEAR  | TARGET  | -      | beta listens, alpha connects; the data is NOT ENCRYPTED.
                    RELAY  | -       | -      | alpha sends to this computer, which passes it on to beta; TLS on both ways.
                    """)
    void sentenceNamesAllRoles(Method method, Side passive, Side client, String sentence) {
        var route = new Route(method, Optional.ofNullable(passive), Optional.ofNullable(client));
        assertEquals(sentence, RouteText.sentence(route, "alpha", "beta"));
    }
}
