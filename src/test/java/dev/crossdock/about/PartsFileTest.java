package dev.crossdock.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

class PartsFileTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    licenses                                                       | shown
                    [{"license":{"id":"MIT"}}]                                     | MIT
                    [{"license":{"name":"Some Licence"}}]                          | Some Licence
                    [{"license":{"id":"MIT","name":"The MIT License"}}]            | MIT
                    [{"expression":"EPL-1.0 OR LGPL-2.1-only"}]                    | EPL-1.0 OR LGPL-2.1-only
                    [{"license":{"id":"EPL-1.0"}},{"license":{"id":"LGPL-2.1"}}]   | EPL-1.0 or LGPL-2.1
                    [{"license":{"id":"MIT"}},{"license":{"id":"MIT"}}]            | MIT
                    [{"license":{"id":""}},{"license":{}},{}]                      | not stated
                    []                                                             | not stated
                    "MIT"                                                          | not stated
                    [{"license":{"id":7}}]                                         | not stated
                    [{"license":{"name":"two\\nlines\\u001b[2J of\\u202ename"}}]   | two lines [2J of name
                    """)
    void licencesAreReadAsTheyAreWritten(String licenses, String shown) {
        assertEquals(shown, only("\"name\":\"x\",\"licenses\":" + licenses).licence());
    }

    @Test
    void aLibraryWithoutLicencesOrVersionIsListedAllTheSame() {
        var library = only("\"name\":\"x\"");
        assertEquals(new Library("", "x", "", List.of()), library);
        assertEquals("not stated", library.licence());
    }

    @Test
    void librariesAreSortedByNameAndEachIsListedOnce() {
        assertEquals(
                List.of("alpha 1", "Beta 1", "beta 2", "gamma 1"),
                listed(
                                named("gamma", 1),
                                named("beta", 2),
                                named("alpha", 1),
                                named("gamma", 1),
                                named("Beta", 1))
                        .stream()
                        .map(library -> library.name() + " " + library.version())
                        .toList());
    }

    @Test
    void entriesWithoutANameAreLeftOut() {
        assertEquals(1, listed("{},{\"name\":\" \\n \"},7,null,[],{\"name\":\"x\"}").size());
    }

    @Test
    void longWordsAreCutOff() {
        var library = only("\"name\":\"" + "😀".repeat(5_000) + "\"");
        assertEquals("😀".repeat(200) + "…", library.name());
    }

    @Test
    void manyLicencesAreCutOff() {
        String licence = "{\"license\":{\"name\":\"L%d\"}}";
        var all = new StringBuilder(licence.formatted(0));
        for (int i = 1; i < 1_000; i++) {
            all.append(',').append(licence.formatted(i));
        }
        assertEquals(20, only("\"name\":\"x\",\"licenses\":[" + all + "]").licences().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"CycloneDX\"",
                "{\"components\":[{\"name\":\"x\"}]}",
                "{\"bomFormat\":\"CycloneDX\"}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":[]}",
                "{\"bomFormat\":\"CycloneDX\",\"components\":{\"name\":7}}",
                "\u0000\u0001\u0002"
            })
    void whatIsNoListIsUnreadable(String text) {
        assertInstanceOf(Parts.Unreadable.class, parse(text));
    }

    @Test
    void whatIsHugeOrDeepIsUnreadable() {
        assertUnreadable("larger", " ".repeat(PartsFile.MAX_BYTES + 1));
        assertUnreadable("JSON", "[".repeat(100_000));
        assertUnreadable(
                "2,000",
                document(String.join(",", Collections.nCopies(2_001, "{\"name\":\"x\"}"))));
    }

    @Test
    void aLibraryHasAName() {
        assertThrows(
                IllegalArgumentException.class, () -> new Library("group", " ", "1", List.of()));
    }

    private static void assertUnreadable(String reason, String text) {
        var parts = assertInstanceOf(Parts.Unreadable.class, parse(text));
        assertTrue(parts.reason().contains(reason), parts.reason());
    }

    private static Library only(String fields) {
        var all = listed("{" + fields + "}");
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static String named(String name, int version) {
        return "{\"name\":\"%s\",\"version\":\"%d\"}".formatted(name, version);
    }

    private static List<Library> listed(String... components) {
        return assertInstanceOf(Parts.Listed.class, parse(document(String.join(",", components))))
                .libraries();
    }

    private static String document(String components) {
        return "{\"bomFormat\":\"CycloneDX\",\"components\":[" + components + "]}";
    }

    private static Parts parse(String text) {
        return PartsFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
