package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class OrderListTest {

    private static final List<Entry> ENTRIES =
            List.of(
                    Entry.folder("CD2"),
                    Entry.file("part10.rar", 1),
                    Entry.file("z.NFO", 1),
                    Entry.folder("a.sfv"),
                    Entry.file("part9.rar", 1),
                    Entry.file("b.sfv", 1));

    @Test
    void whatTheListNamesGoesFirstAndFoldersLast() {
        var order =
                OrderList.of(Stream.of("*.sfv", "*.nfo", "*.sfv").map(NamePattern::files).toList());
        assertEquals(
                List.of("b.sfv", "z.NFO", "part9.rar", "part10.rar", "a.sfv", "CD2"), names(order));
    }

    @Test
    void withoutAListFilesGoByNameBeforeFolders() {
        assertEquals(
                List.of("b.sfv", "part9.rar", "part10.rar", "z.NFO", "a.sfv", "CD2"),
                names(OrderList.BY_NAME));
    }

    private static List<String> names(OrderList order) {
        return order.sorted(ENTRIES).stream().map(Entry::name).toList();
    }
}
