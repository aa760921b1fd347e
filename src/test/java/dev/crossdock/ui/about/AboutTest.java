package dev.crossdock.ui.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.about.Build;
import dev.crossdock.about.Library;
import dev.crossdock.about.Parts;
import dev.crossdock.ui.Fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class AboutTest {

    private static final Build BUILD =
            new Build(Optional.of("1.2.0"), Optional.of("0123456789ab"), false);
    private static final Parts PARTS =
            new Parts.Listed(
                    List.of(
                            new Library("org.bouncycastle", "bcprov", "1.84", List.of("MIT")),
                            new Library("org.xerial", "sqlite", "3.54", List.of("Apache-2.0")),
                            new Library("info.picocli", "picocli", "4.7", List.of("Apache-2.0"))));

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    typed,      shown
                    '',         bcprov sqlite picocli
                    apache,     sqlite picocli
                    APACHE-2,   sqlite picocli
                    ' 1.84 ',   bcprov
                    xerial,     sqlite
                    nothing,    ''
                    """)
    void whatIsTypedFiltersByNameVersionAndLicence(String typed, String shown) {
        var model = new AboutViewModel(AboutFacts.of(BUILD, PARTS));
        model.filterProperty().set(typed);
        assertEquals(shown, String.join(" ", model.shown().stream().map(Library::name).toList()));
        assertTrue(model.hasLibraries());
    }

    @Test
    void whereThereIsNoListTheTableSaysWhy() {
        var sources = new AboutViewModel(AboutFacts.of(BUILD, new Parts.NotBuilt()));
        assertFalse(sources.hasLibraries());
        assertTrue(sources.emptyWords().contains("mvn package"), sources.emptyWords());
        var damaged = new AboutViewModel(AboutFacts.of(BUILD, new Parts.Unreadable("it is empty")));
        assertTrue(damaged.emptyWords().contains("it is empty"), damaged.emptyWords());
    }

    @Test
    void theCopiedTextIsWhatIsShown() {
        List<String> lines = AboutFacts.of(BUILD, PARTS).text().lines().toList();
        assertEquals("Crossdock: 1.2.0 (commit 0123456789ab)", lines.getFirst());
        assertTrue(
                lines.contains(
                        "Java: %s, %s"
                                .formatted(
                                        System.getProperty("java.version"),
                                        System.getProperty("java.vendor"))),
                lines::toString);
        assertEquals(4, lines.size());
    }

    @Test
    void theBoxShowsTheLinesOfOthersFiltersAndCopies() {
        var other = Fx.get(() -> new Label("Up to date"));
        Fx.run(() ->
                AboutDialog.create(null, AboutFacts.of(BUILD, PARTS), List.of(other))
                        .show(_ -> {}));
        try {
            Fx.run(() -> {
                var dialog = Fx.dialogs().getFirst();
                assertEquals(dialog.getScene(), other.getScene());
                var table = (TableView<?>) dialog.lookup("#about-libraries");
                assertEquals(3, table.getItems().size());
                ((TextField) dialog.lookup("#about-filter")).setText("sqlite");
                assertEquals(1, table.getItems().size());
                ((Button) dialog.lookup("#about-copy")).fire();
                assertEquals(
                        AboutFacts.of(BUILD, PARTS).text(),
                        Clipboard.getSystemClipboard().getString());
                assertFalse(((Label) dialog.lookup("#about-copied")).getText().isEmpty());
            });
        } finally {
            Fx.run(() -> Fx.button(Fx.dialogs().getFirst(), "about-dialog-ok").fire());
        }
    }
}
