package dev.crossdock.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The list that the build made, which is there once `mvn process-test-classes` has run.
class ShippedTest {

    @Test
    void everyLibraryThatIsShippedStatesItsLicence() {
        var all = libraries();
        assertEquals(
                List.of(), all.stream().filter(library -> library.licences().isEmpty()).toList());
        var names = all.stream().map(Library::name).toList();
        assertTrue(
                names.containsAll(List.of("atlantafx-base", "javafx-graphics", "sqlite-jdbc")),
                names::toString);
    }

    @Test
    void whatOnlyTestsUseIsNotListed() {
        var names = libraries().stream().map(Library::name).toList();
        assertTrue(names.stream().noneMatch(name -> name.startsWith("junit")), names::toString);
        assertTrue(names.stream().noneMatch(name -> name.equals("crossdock")), names::toString);
    }

    private static List<Library> libraries() {
        var parts = Parts.shipped();
        assumeTrue(!(parts instanceof Parts.NotBuilt), "the build has made no list of libraries");
        return ((Parts.Listed) parts).libraries();
    }
}
