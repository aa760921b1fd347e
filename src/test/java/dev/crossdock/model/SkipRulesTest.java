package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class SkipRulesTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    syntax,   pattern,    name,            meant
                    WILDCARD, *.nfo,      a.nfo,           true
                    WILDCARD, *.nfo,      A.NFO,           true
                    WILDCARD, *.nfo,      .nfo,            true
                    WILDCARD, *.nfo,      a.nfo.txt,       false
                    WILDCARD, *.nfo,      anfo,            false
                    WILDCARD, thumbs.db,  Thumbs.db,       true
                    WILDCARD, thumbs.db,  Thumbs_db,       false
                    WILDCARD, ?.txt,      a.txt,           true
                    WILDCARD, ?.txt,      ab.txt,          false
                    WILDCARD, ?.txt,      .txt,            false
                    WILDCARD, ?,          \uD83D\uDE00,    true
                    WILDCARD, straße,     STRAßE,          true
                    WILDCARD, *a*b*c*,    xxaxxbxxcxx,     true
                    WILDCARD, *a*b*c*,    xxaxxcxxb,       false
                    WILDCARD, *ab,        aab,             true
                    WILDCARD, **,         anything,        true
                    WILDCARD, '[a-z]',    b,               false
                    REGEX,    \\.nfo$,    a.NFO,           true
                    REGEX,    \\.nfo$,    a.nfo.txt,       false
                    REGEX,    ^sample,    my sample,       false
                    REGEX,    sample,     my sample,       true
                    """)
    void aPatternMeansNames(Syntax syntax, String pattern, String name, boolean meant) {
        var rules = SkipRules.of(List.of(new NamePattern(pattern, syntax, Scope.BOTH)));
        assertEquals(meant, rules.matching(name, JobSpec.Kind.FILE).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "FILES, FILE, true", "FILES, FOLDER, false", "FOLDERS, FILE, false",
        "FOLDERS, FOLDER, true", "BOTH, FILE, true", "BOTH, FOLDER, true"
    })
    void aPatternIsForFilesOrFoldersOrBoth(Scope scope, JobSpec.Kind kind, boolean meant) {
        var rules = SkipRules.of(List.of(new NamePattern("x", Syntax.WILDCARD, scope)));
        assertEquals(meant, rules.matching("x", kind).isPresent());
    }

    @Test
    void theFirstPatternThatMeansANameIsTold() {
        NamePattern all = NamePattern.files("*");
        NamePattern text = NamePattern.files("*.txt");
        assertEquals(
                List.of(
                        new SkipRules.Verdict("a.txt", Optional.of(text), List.of()),
                        new SkipRules.Verdict("b", Optional.of(all), List.of())),
                SkipRules.of(List.of(text, all)).tried(List.of("a.txt", "b"), JobSpec.Kind.FILE));
    }

    @ParameterizedTest
    @CsvSource({"(a+)+$, false", "(a|a)*b, false", "(.*a){20}$, true", "(.*.*a){9}$, true"})
    void anExpressionThatANameLeadsAstrayGivesUp(String expression, boolean gaveUp) {
        var pattern = new NamePattern(expression, Syntax.REGEX, Scope.BOTH);
        String name = "a".repeat(200) + "!";
        assertEquals(
                new SkipRules.Verdict(
                        name, Optional.empty(), gaveUp ? List.of(pattern) : List.of()),
                soon(pattern, name));
    }

    @Test
    void aNameThatNoFileCanHaveIsGivenUpAtOnce() {
        var pattern = new NamePattern("(a|b)*", Syntax.REGEX, Scope.BOTH);
        assertEquals(List.of(), soon(pattern, "ab".repeat(500)).gaveUp());
        assertEquals(List.of(pattern), soon(pattern, "ab".repeat(100_000)).gaveUp());
    }

    private static SkipRules.Verdict soon(NamePattern pattern, String name) {
        var rules = SkipRules.of(List.of(pattern));
        return assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> rules.tried(List.of(name), JobSpec.Kind.FILE).getFirst());
    }

    @Test
    void aWildcardOfManyStarsIsQuick() {
        var rules = SkipRules.of(List.of(NamePattern.files("*a".repeat(200) + "b")));
        String name = "a".repeat(10_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertTrue(rules.matching(name, JobSpec.Kind.FILE).isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*", "a{2,1}", "\\", " "})
    void whatIsNoExpressionIsRefusedInWords(String text) {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new NamePattern(text, Syntax.REGEX, Scope.BOTH));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused.toString());
    }

    @Test
    void aPatternThatIsTooLongIsRefused() {
        String text = "a".repeat(NamePattern.LONGEST + 1);
        assertThrows(IllegalArgumentException.class, () -> NamePattern.files(text));
    }
}
