package dev.crossdock.ui.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class SiteTreeTest {

    private static final SiteGroup WORK = SiteGroup.of("Work");
    private static final SiteTree TREE =
            SiteTree.of(
                    List.of(
                            site("part10", SiteGroup.TOP, ""),
                            site("part9", SiteGroup.TOP, ""),
                            site("alpha", WORK, "backup at night"),
                            site("beta", WORK.child("Clients"), "")),
                    List.of(WORK, WORK.child("Clients"), SiteGroup.of("Empty")));

    @Test
    void foldersComeFirstAndNamesAreInNaturalOrder() {
        assertEquals("Empty[] Work[Clients[beta] alpha] part9 part10", text(TREE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    typed         | left
                    ''            | Empty[] Work[Clients[beta] alpha] part9 part10
                    PART          | part9 part10
                    beta          | Work[Clients[beta]]
                    alpha.test    | Work[alpha]
                    backup        | Work[alpha]
                    night  backup | Work[alpha]
                    me            | Work[Clients[beta] alpha] part9 part10
                    work          | Work[Clients[beta] alpha]
                    empty         | Empty[]
                    nothing       | ''
                    """)
    void theSearchLeavesWhatHasAllWordsAndTheFoldersOnTheWay(String typed, String left) {
        assertEquals(left, text(TREE.matching(typed)));
    }

    private static String text(SiteTree tree) {
        var text = new StringBuilder();
        for (SiteTree folder : tree.folders()) {
            text.append(' ').append(folder.group().name());
            text.append('[').append(text(folder)).append(']');
        }
        tree.sites().forEach(site -> text.append(' ').append(site.name()));
        return text.toString().strip();
    }

    private static Site site(String name, SiteGroup group, String notes) {
        var server = new Server(new SiteId(name), name, name + ".test", 21, TlsMode.EXPLICIT, "me");
        return new Site(server, Optional.empty()).in(group).withNotes(notes);
    }
}
