package dev.crossdock.update;

import static dev.crossdock.update.Lists.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ReleaseListTest {

    private static final String GOOD =
            Lists.text(7, Lists.UNTIL, List.of(Lists.release("0.2.0"), Lists.release("0.1.5!")));

    @Test
    void readsAllThatIsThere() {
        var list = ReleaseList.parse(bytes(GOOD));
        assertEquals(7, list.sequence());
        assertEquals(Lists.MADE, list.made());
        assertEquals(Lists.UNTIL, list.validUntil());
        assertEquals(
                new Release(
                        new Version(0, 2, 0),
                        LocalDate.of(2026, 11, 19),
                        "Faster folders",
                        URI.create("https://crossdock.test/releases"),
                        false),
                list.releases().getFirst());
        assertEquals(Optional.of(list.releases().getFirst()), list.newest());
        assertEquals(Optional.of(new Version(0, 1, 5)), list.newestSecurity());
    }

    @Test
    void mayKnowOfNoRelease() {
        var list = ReleaseList.parse(Lists.list(1));
        assertEquals(Optional.empty(), list.newest());
        assertEquals(Optional.empty(), list.newestSecurity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    what                              | instead                          | why
                    "version": 1                      | "version": 2                     | newer Crossdock
                    "version": 1                      | "version": "1"                   | version
                    "sequence": 7                     | "sequence": 0                    | sequence
                    "sequence": 7                     | "sequence": -7                   | sequence
                    "sequence": 7                     | "sequence": 7.5                  | sequence
                    "sequence": 7                     | "sequence": 99999999999          | sequence
                    "sequence": 7                     | "sequence": 7, "sequence": 8     | JSON
                    "made": "2026-11-20               | "made": "2027-11-20              | validUntil
                    "made": "2026-11-20T00:00:00Z"    | "made": "yesterday"              | made
                    "releases"                        | "others"                         | releases
                    "0.2.0"                           | "0.1.5"                          | second time
                    "0.2.0"                           | "0.2.0-beta"                     | version
                    "date": "2026-11-19"              | "date": "19.11.2026"             | date
                    "security": false                 | "security": "no"                 | security
                    Faster folders                    | ''                               | one line
                    Faster folders                    | two\\nlines                      | one line
                    Faster folders                    | turned \\u202E over              | one line
                    https://crossdock.test/releases   | http://crossdock.test/releases   | https
                    https://crossdock.test/releases   | file:///etc/passwd               | https
                    https://crossdock.test/releases   | javascript:alert(1)              | https
                    https://crossdock.test/releases   | https://me:you@crossdock.test/   | https
                    https://crossdock.test/releases   | https://crossdöck.test/          | https
                    https://crossdock.test/releases   | 'https://crossdock.test/a b'     | page
                    ]}                                | ]                                | JSON
                    ]}                                | ]} {}                            | JSON
                    """)
    void refusesWhatIsNotWithinItsBounds(String what, String instead, String why) {
        assertTrue(GOOD.contains(what), what);
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                ReleaseList.parse(
                                        bytes(
                                                GOOD.replaceFirst(
                                                        Pattern.quote(what),
                                                        Matcher.quoteReplacement(instead)))));
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    @Test
    void refusesMoreThanAnyProjectReleases() {
        var releases = new ArrayList<String>();
        for (int i = 0; i <= ReleaseList.MOST_RELEASES; i++) {
            releases.add(Lists.release("0.0." + i));
        }
        byte[] tooMany = bytes(Lists.text(1, Lists.UNTIL, releases));
        assertThrows(IllegalArgumentException.class, () -> ReleaseList.parse(tooMany));
        byte[] nested = bytes(String.join("", Collections.nCopies(100_000, "[")));
        assertThrows(IllegalArgumentException.class, () -> ReleaseList.parse(nested));
    }
}
