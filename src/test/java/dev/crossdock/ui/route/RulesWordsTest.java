package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.PairRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class RulesWordsTest {

    private static final Server ALPHA =
            new Server(new SiteId("a"), "alpha", "alpha.test", 21, TlsMode.EXPLICIT, "me");
    private static final PairRule USUAL = PairRule.usual(ALPHA, ALPHA);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    method, relay, clear, hash,       words
                    ,       false, false, WHEN_CHEAP, ''
                    ,       false, false, ALWAYS,     Changed
                    ,       true,  false, WHEN_CHEAP, Relay allowed
                    SSCN,   true,  false, WHEN_CHEAP, Only SSCN
                    RELAY,  true,  false, NEVER,      Only Relay through this computer
                    SSCN,   true,  true,  ALWAYS,     Clear allowed
                    """)
    void theGravestIsSaid(
            Method method, boolean relay, boolean clear, HashRule hash, String words) {
        PairRule rule = USUAL.relay(relay).clear(clear).by(Optional.ofNullable(method)).hash(hash);
        assertEquals(words, RulesWords.brief(rule));
    }

    @Test
    void onlyWhatIsAllowedCanBeNamed() {
        assertEquals(5, RulesWords.methods(USUAL).size());
        assertEquals(Optional.of(Method.RELAY), RulesWords.methods(USUAL.relay(true)).getLast());
        assertEquals(
                Optional.of(Method.CLEAR),
                RulesWords.methods(USUAL.relay(true).clear(true)).getLast());
    }
}
