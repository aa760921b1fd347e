package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class OpenedLinksTest {

    private final List<String> said = new ArrayList<>();
    private final OpenedLinks links =
            new OpenedLinks(link -> said.add(link.host() + " " + link.user()), said::add);

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    system,     events
                    Mac OS X,   true
                    macOS,      true
                    Linux,      false
                    Windows 11, false
                    Darling,    false
                    '',         false
                    """)
    void onlyMacOsTellsOfLinksByEvents(String system, boolean events) {
        assertEquals(events, OpenedLinks.areEventsOn(system));
    }

    @Test
    void aLinkIsHandedOn() {
        links.open("ftps://me@alpha.test/pub");
        assertEquals(List.of("alpha.test me"), said);
    }

    @Test
    void whatIsNoLinkIsRefusedInWords() {
        links.open("https://alpha.test/pub");
        assertEquals(1, said.size());
        assertTrue(said.getFirst().startsWith("Crossdock does not know https://"), said::toString);
    }
}
