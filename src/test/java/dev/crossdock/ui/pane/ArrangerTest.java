package dev.crossdock.ui.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Entry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

class ArrangerTest {

    private static final List<Entry> ENTRIES =
            List.of(
                    entry("part10", Entry.Kind.FILE, 5, 3),
                    entry("zoo", Entry.Kind.FOLDER, 0, 9),
                    entry("Part9", Entry.Kind.FILE, 700, 1),
                    entry("apes", Entry.Kind.FOLDER, 0, 2),
                    entry("link", Entry.Kind.LINK, 1, 8));

    @ParameterizedTest
    @CsvSource({
        "NAME,     false, '',      apes zoo link Part9 part10",
        "NAME,     true,  '',      zoo apes part10 Part9 link",
        "SIZE,     false, '',      apes zoo link part10 Part9",
        "SIZE,     true,  '',      apes zoo Part9 part10 link",
        "MODIFIED, false, '',      apes zoo Part9 part10 link",
        "MODIFIED, true,  '',      zoo apes link part10 Part9",
        "NAME,     false, PART,    Part9 part10",
        "NAME,     false, ' z ',   zoo",
        "NAME,     false, nothing, ''"
    })
    void foldersStayFirstAndNumbersCount(
            SortOrder.Key key, boolean descending, String filter, String names) {
        var rows = Arranger.arrange(ENTRIES, filter, new SortOrder(key, descending));
        assertEquals(names, rows.stream().map(Entry::name).collect(Collectors.joining(" ")));
    }

    private static Entry entry(String name, Entry.Kind kind, long size, int day) {
        return new Entry(
                name,
                kind,
                OptionalLong.of(size),
                Optional.of(Instant.EPOCH.plusSeconds(day * 86_400L)),
                Optional.empty(),
                Optional.empty());
    }
}
