package dev.crossdock.site;

import static dev.crossdock.site.Samples.NOW;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.TlsMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class RetentionTest {

    private static final List<Capability> CAPABILITIES = List.of(Capability.values());
    private static final Route ROUTE = Route.between(Method.SSCN, Side.SOURCE, Side.TARGET);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    evidence, age,       current
                    proven,   PT0S,      true
                    proven,   P89DT23H,  true
                    proven,   P90D,      false
                    proven,   PT-23H,    true
                    proven,   PT-24H,    false
                    refuted,  PT0S,      true
                    refuted,  P6DT23H,   true
                    refuted,  P7D,       false
                    refuted,  P90D,      false
                    refuted,  PT-24H,    false
                    """)
    void whatIsOldDoesNotCount(String evidence, Duration age, boolean current) {
        assertEquals(current, Retention.isCurrent(memo(evidence, NOW.minus(age)), NOW));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    before,  age,     now,     news
                    proven,  PT0S,    proven,  false
                    proven,  PT23H,   proven,  false
                    proven,  PT24H,   proven,  true
                    proven,  PT-1S,   proven,  true
                    proven,  PT0S,    refuted, true
                    refuted, PT0S,    proven,  true
                    refuted, PT1H,    refuted, false
                    refuted, PT24H,   refuted, true
                    """)
    void theSameAgainIsNoNewsForADay(String before, Duration age, String now, boolean news) {
        var known = List.of(memo(before, NOW.minus(age)));
        var memo = memo(now, NOW);
        assertEquals(news, Retention.isNews(known, memo));
        if (news) {
            assertEquals(List.of(memo), Retention.with(known, memo));
        } else {
            assertSame(known, Retention.with(known, memo));
        }
    }

    @Test
    void instantsOfAHostileFileDoNoHarm() {
        for (Instant when : List.of(Instant.MIN, Instant.MAX)) {
            assertEquals(false, Retention.isCurrent(memo("proven", when), NOW));
            assertEquals(
                    true, Retention.isNews(List.of(memo("proven", when)), memo("proven", NOW)));
        }
    }

    @Test
    void theServersOfWhichNothingWasLearnedForLongestAreDropped() {
        var full = IntStream.range(0, Retention.MOST_SERVERS).mapToObj(RetentionTest::ofServer);
        var fresh = new Memo(new Topic.OnlyTls12(endpoint("fresh")), new Evidence.Proven(NOW));
        var kept = Retention.with(full.toList(), fresh);
        assertEquals(Retention.MOST_SERVERS, kept.size());
        assertEquals(false, kept.contains(ofServer(Retention.MOST_SERVERS - 1)));
        assertEquals(true, kept.contains(ofServer(Retention.MOST_SERVERS - 2)));
        assertEquals(fresh, kept.getLast());
    }

    @Test
    void anotherMemoOfAKnownServerTakesNoRoom() {
        var full = IntStream.range(0, Retention.MOST_SERVERS).mapToObj(RetentionTest::ofServer);
        var more = skill(endpoint("h0"), Capability.CPSV, new Evidence.Proven(NOW));
        assertEquals(Retention.MOST_SERVERS + 1, Retention.with(full.toList(), more).size());
    }

    @Test
    void pairsAreCountedApartAndInTheirDirection() {
        var full =
                IntStream.range(0, Retention.MOST_PAIRS)
                        .mapToObj(number -> ofPair("a", "h" + number, number))
                        .toList();
        var kept = Retention.with(full, ofPair("h0", "a", 0));
        assertEquals(Retention.MOST_PAIRS, kept.size());
        assertEquals(false, kept.contains(full.getLast()));
        var server = skill(endpoint("a"), Capability.SSCN, new Evidence.Proven(NOW));
        assertEquals(Retention.MOST_PAIRS + 1, Retention.with(full, server).size());
    }

    @Test
    void allTogetherAreBoundedToo() {
        var full =
                IntStream.range(0, Retention.MOST_MEMOS)
                        .mapToObj(number ->
                                skill(
                                        endpoint("h" + number / CAPABILITIES.size()),
                                        CAPABILITIES.get(number % CAPABILITIES.size()),
                                        new Evidence.Proven(NOW.minusSeconds(number))))
                        .toList();
        var fresh = new Memo(new Topic.OnlyTls12(endpoint("h0")), new Evidence.Proven(NOW));
        var kept = Retention.with(full, fresh);
        assertEquals(Retention.MOST_MEMOS, kept.size());
        assertEquals(false, kept.contains(full.getLast()));
    }

    private static Memo memo(String evidence, Instant when) {
        return skill(
                endpoint("alpha"),
                Capability.SSCN,
                evidence.equals("proven")
                        ? new Evidence.Proven(when)
                        : new Evidence.Refuted("502 no", when));
    }

    private static Memo ofServer(int age) {
        return skill(
                endpoint("h" + age), Capability.SSCN, new Evidence.Proven(NOW.minusSeconds(age)));
    }

    private static Memo ofPair(String source, String target, int age) {
        return new Memo(
                new Topic.Way(endpoint(source), endpoint(target), ROUTE),
                new Evidence.Proven(NOW.minusSeconds(age)));
    }

    private static Memo skill(Endpoint server, Capability capability, Evidence evidence) {
        return new Memo(new Topic.Skill(server, capability), evidence);
    }

    private static Endpoint endpoint(String host) {
        return new Endpoint(host, 21, TlsMode.EXPLICIT);
    }
}
