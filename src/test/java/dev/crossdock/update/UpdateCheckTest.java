package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class UpdateCheckTest {

    private static final Version OWN = new Version(0, 1, 0);
    private static final Signer SIGNER = new Signer();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    published,            newer, security
                    '',                   -,     false
                    0.1.0,                -,     false
                    0.0.9 0.1.0!,         -,     false
                    0.1.1,                0.1.1, false
                    0.2.0 0.10.0 0.9.0,   0.10.0, false
                    0.2.0!,               0.2.0, true
                    0.2.0 0.1.1! 0.1.0,   0.2.0, true
                    0.2.0 0.1.0! 0.0.9!,  0.2.0, false
                    """)
    void tellsOfTheNewestThatIsNewerThanThisBuild(
            String published, @Nullable String newer, boolean security) {
        String[] versions = published.isEmpty() ? new String[0] : published.split(" ");
        var verdict = decide(Lists.list(3, versions), 0, Lists.NOW);
        if (newer == null) {
            assertEquals(new Finding.Newest(OWN), verdict.finding());
        } else {
            var found = assertInstanceOf(Finding.Newer.class, verdict.finding());
            assertEquals(newer, found.release().version().toString());
            assertEquals(security, found.security());
        }
        assertTrue(verdict.finding().isTrusted());
        assertEquals(3, verdict.list().orElseThrow().sequence());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    sequence, seen, taken
                    3,        0,    true
                    3,        3,    true
                    3,        4,    false
                    """)
    void anOlderListThanOneThatWasThereIsNotTaken(int sequence, int seen, boolean taken) {
        var verdict = decide(Lists.list(sequence, "0.2.0"), seen, Lists.NOW);
        assertEquals(taken, verdict.list().isPresent());
        assertEquals(taken, !(verdict.finding() instanceof Finding.RolledBack));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    now,                  taken
                    2027-01-31T23:59:59Z, true
                    2027-02-01T00:00:00Z, false
                    2030-01-01T00:00:00Z, false
                    """)
    void aListHoldsUntilItsEnd(Instant now, boolean taken) {
        var verdict = decide(Lists.list(3, "0.1.0"), 0, now);
        assertEquals(
                taken ? new Finding.Newest(OWN) : new Finding.TooOld(Lists.UNTIL),
                verdict.finding());
        assertEquals(taken, verdict.list().isPresent());
    }

    @Test
    void nothingOfAListIsReadThatSomebodyElseSigned() {
        byte[] list = Lists.bytes("no list");
        var forged = new Fetched.Files(list, new Signer().sign(list));
        assertEquals(
                new UpdateCheck.Verdict(new Finding.Forged(), Optional.empty()),
                UpdateCheck.decide(forged, SIGNER.key(), OWN, 0, Lists.NOW));
        assertInstanceOf(Finding.Unusable.class, decide(list, 0, Lists.NOW).finding());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    last,                 due
                    -,                    true
                    2026-11-26T11:59:59Z, false
                    2026-11-19T12:00:01Z, false
                    2026-11-19T12:00:00Z, true
                    2020-01-01T00:00:00Z, true
                    2027-01-01T00:00:00Z, true
                    """)
    void aWeekLiesBetweenTwoLooks(@Nullable Instant last, boolean due) {
        assertEquals(due, UpdateCheck.isDue(Optional.ofNullable(last), Lists.NOW));
        assertEquals(Duration.ofDays(7), UpdateCheck.BETWEEN);
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatHappenedWhereAndWhatToDo(Finding finding, List<String> words) {
        String said = finding.words("crossdock.test");
        words.forEach(each -> assertTrue(said.contains(each), said));
    }

    static Stream<Arguments> saysWhatHappenedWhereAndWhatToDo() {
        var release = ReleaseList.parse(Lists.list(1, "0.2.0!")).newest().orElseThrow();
        String host = "crossdock.test";
        return Stream.of(
                told(new Finding.Newest(OWN), "0.1.0", "newest"),
                told(new Finding.Newer(release, true), "0.2.0", "2026-11-19", "security"),
                told(new Finding.TooOld(Lists.UNTIL), host, "2027-02-01", "clock"),
                told(new Finding.RolledBack(3, 4), host, "3", "4", "Look again"),
                told(new Finding.Forged(), host, "not signed", "install nothing"),
                told(new Finding.Unusable("“date” is not a day."), host, "a day. Look"),
                told(new Finding.Unreachable("it is away"), host, "it is away. Look again"));
    }

    private static Arguments told(Finding finding, String... words) {
        return Arguments.of(finding, List.of(words));
    }

    private static UpdateCheck.Verdict decide(byte[] list, int seen, Instant now) {
        return UpdateCheck.decide(
                new Fetched.Files(list, SIGNER.sign(list)), SIGNER.key(), OWN, seen, now);
    }
}
