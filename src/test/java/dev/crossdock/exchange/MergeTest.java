package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Site;
import dev.crossdock.site.SiteGroup;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class MergeTest {

    private static final SiteGroup A = SiteGroup.of("a");

    @Test
    void takenNamesGetANumberInTheirFolderWhateverTheCase() {
        var merged =
                merge(
                        List.of(site("Alpha", "h", A), site("alpha 2", "h2", A)),
                        site("ALPHA", "other", A),
                        site("alpha", "third", A),
                        site("Alpha", "other", SiteGroup.TOP));
        assertEquals(
                List.of("a/ALPHA 3", "a/alpha 4", "Alpha"),
                merged.sites().stream().map(Parcel::label).toList());
        assertEquals(
                List.of(
                        "“a/ALPHA”: It is called “ALPHA 3”, since its folder has another site of"
                                + " its name.",
                        "“a/alpha”: It is called “alpha 4”, since its folder has another site of"
                                + " its name."),
                merged.findings().stream().map(Finding::words).toList());
    }

    @Test
    void theSameFileASecondTimeAddsNothing() {
        var file = new Site[] {site("x", "h1", A), site("x", "h2", A), site("y", "h1", A)};
        var first = merge(List.of(site("x", "h0", A)), file);
        assertEquals(3, first.sites().size());
        var there = new ArrayList<>(first.sites().stream().map(Parcel::site).toList());
        there.add(site("x", "h0", A));

        var second = merge(there, file);

        assertEquals(List.of(), second.sites());
        assertEquals(3, second.findings().size());
        assertEquals("“a/x”: It is already there.", second.findings().getFirst().words());
    }

    @Test
    void allOfItGoesToTheTargetAsDeepAsFoldersCanLie() {
        var deep = new SiteGroup(Collections.nCopies(SiteGroup.DEEPEST, "d"));
        var merged =
                Merge.into(
                        List.of(),
                        List.of(new Parcel(site("x", "h", deep)), new Parcel(site("y", "h", A))),
                        Set.of(SiteGroup.of("e"), SiteGroup.TOP),
                        SiteGroup.of("t"));
        assertEquals(64, merged.sites().getFirst().site().group().names().size());
        assertEquals("t/a/y", merged.sites().getLast().label());
        assertEquals(Set.of(SiteGroup.of("t", "e"), SiteGroup.of("t")), merged.groups());
    }

    @Test
    void aLongNameStaysWithinItsBound() {
        String longest = "n".repeat(SiteGroup.LONGEST_NAME);
        var merged = merge(List.of(site(longest, "h", A)), site(longest, "h2", A));
        assertEquals(
                "n".repeat(SiteGroup.LONGEST_NAME - 2) + " 2",
                merged.sites().getFirst().site().name());
    }

    @Test
    void manySitesOfOneNameTakeNoTime() {
        var sites = new Site[5_000];
        for (int i = 0; i < sites.length; i++) {
            sites[i] = site("x", "h" + i, A);
        }
        assertTimeout(Duration.ofSeconds(10), () -> merge(List.of(), sites));
    }

    private static Merge.Merged merge(List<Site> present, Site... chosen) {
        return Merge.into(
                present,
                List.of(chosen).stream().map(Parcel::new).toList(),
                Set.of(),
                SiteGroup.TOP);
    }

    private static Site site(String name, String host, SiteGroup group) {
        return new Site(
                        new Server(SiteId.random(), name, host, 21, TlsMode.EXPLICIT, "u"),
                        Optional.empty())
                .in(group);
    }
}
