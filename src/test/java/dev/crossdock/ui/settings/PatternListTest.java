package dev.crossdock.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.site.TransferSettings;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PatternListTest {

    private static final NamePattern TMP = new NamePattern("*.tmp", Syntax.WILDCARD, Scope.BOTH);

    private final PatternList list = new PatternList(Scope.BOTH);

    @Test
    void whatIsTypedIsAddedAndTheFieldIsEmptyAgain() {
        type("*.tmp", Syntax.WILDCARD);
        assertTrue(list.pendingProperty().get());
        list.add();
        assertEquals(List.of(TMP), list.patterns());
        assertEquals("", list.typedProperty().get());
        assertFalse(list.pendingProperty().get());
    }

    @Test
    void aBadRegularExpressionIsSaidAtOnceAndNotAdded() {
        type("(", Syntax.WILDCARD);
        assertEquals("", list.problemProperty().get());
        list.syntaxProperty().set(Syntax.REGEX);
        assertTrue(
                list.problemProperty().get().contains("is not a regular expression"),
                list.problemProperty().get());
        list.add();
        assertEquals(List.of(), list.patterns());
        assertTrue(list.pendingProperty().get());
    }

    @Test
    void nothingIsAddedTwice() {
        list.show(List.of(TMP));
        type("*.tmp", Syntax.WILDCARD);
        assertFalse(list.pendingProperty().get());
        list.add();
        assertEquals(List.of(TMP), list.patterns());
    }

    @Test
    void oneOfTheListCanBeChanged() {
        list.show(List.of(NamePattern.files("*.sfv"), TMP));
        list.edit(list.patterns().getFirst());
        list.typedProperty().set("*.nfo");
        list.replace(0);
        assertEquals(List.of(NamePattern.files("*.nfo"), TMP), list.patterns());
    }

    @Test
    void theOrderIsTheUsersButNothingLeavesTheList() {
        list.show(names("a", "b", "c"));
        assertEquals(1, list.move(0, 1));
        assertEquals(names("b", "a", "c"), list.patterns());
        assertEquals(0, list.move(0, -1));
        assertEquals(2, list.move(2, 1));
        assertEquals(names("b", "a", "c"), list.patterns());
        list.remove(1);
        assertEquals(names("b", "c"), list.patterns());
    }

    @Test
    void aFullListTakesNoMore() {
        list.show(
                IntStream.range(0, TransferSettings.MOST_PATTERNS)
                        .mapToObj(number -> NamePattern.files("*." + number))
                        .toList());
        type("*.tmp", Syntax.WILDCARD);
        assertEquals("A list has at most 500 patterns.", list.problemProperty().get());
        list.add();
        assertEquals(TransferSettings.MOST_PATTERNS, list.patterns().size());
    }

    private void type(String text, Syntax syntax) {
        list.typedProperty().set(text);
        list.syntaxProperty().set(syntax);
    }

    private static List<NamePattern> names(String... names) {
        return List.of(names).stream().map(NamePattern::files).toList();
    }
}
