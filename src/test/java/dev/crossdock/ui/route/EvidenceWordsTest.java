package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Evidence;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;

class EvidenceWordsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-20T23:30:00Z");
    private static final Route SSCN = Route.between(Method.SSCN, Side.SOURCE, Side.TARGET);

    private final EvidenceWords words = new EvidenceWords(ZoneId.of("Europe/Berlin"));

    @Test
    void theServerThatSaysSoIsNamed() {
        assertEquals(
                "beta says that it can do SSCN. It was not tried yet.",
                full(new Evidence.Advertised("SSCN")));
    }

    @Test
    void datesAreThoseOfTheUser() {
        assertEquals("It worked on 2026-11-21.", full(new Evidence.Proven(NIGHT)));
        assertEquals("worked on 2026-11-21", words.brief(new Evidence.Proven(NIGHT)));
    }

    @Test
    void whatWasInVainIsQuotedWithoutItsControlCharacters() {
        var refuted = new Evidence.Refuted("425 No\u0007.", NIGHT);
        assertEquals(
                "It did not work on 2026-11-21: 425 No\u2407. It will be tried again.",
                full(refuted));
        assertEquals("did not work on 2026-11-21, will be tried again", words.brief(refuted));
    }

    @Test
    void nobodyKnowsOfTheRest() {
        assertEquals("It was not tried yet.", full(new Evidence.Untried()));
        assertEquals("not tried yet", words.brief(new Evidence.Advertised("SSCN")));
    }

    private String full(Evidence evidence) {
        return words.full(evidence, SSCN, "alpha", "beta");
    }
}
