package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.Collectors;

class IndexRangesTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    before,  deed,     after
                    '',      add 3,    3-4
                    3-4,     add 4,    3-5
                    3-4,     add 2,    2-4
                    3-4 5-6, add 4,    3-6
                    3-4,     add 7,    3-4 7-8
                    7-8,     add 3,    3-4 7-8
                    2-6,     add 3,    2-6
                    2-6,     remove 4, 2-4 5-6
                    2-6,     remove 2, 3-6
                    2-6,     remove 5, 2-5
                    2-6,     remove 9, 2-6
                    2-6,     insert 0, 3-7
                    2-6,     insert 2, 3-7
                    2-6,     insert 4, 2-4 5-7
                    2-6,     insert 6, 2-6
                    2-6,     delete 0, 1-5
                    2-6,     delete 3, 2-5
                    2-3,     delete 2, ''
                    2-3 4-5, delete 3, 2-4
                    2-6,     delete 6, 2-6
                    """)
    void runsGrowSplitMoveAndMeet(String before, String deed, String after) {
        IndexRanges ranges = ranges(before);
        int index = Integer.parseInt(deed.split(" ")[1]);
        switch (deed.split(" ")[0]) {
            case "add" -> ranges.add(index);
            case "remove" -> ranges.remove(index);
            case "insert" -> ranges.inserted(index);
            case "delete" -> ranges.deleted(index);
            default -> throw new AssertionError(deed);
        }
        assertEquals(after, words(ranges));
    }

    @Test
    void itHoldsWhatABitSetHolds() {
        var random = new Random(7);
        var ranges = new IndexRanges();
        var bits = new BitSet();
        for (int deed = 0; deed < 3_000; deed++) {
            int index = random.nextInt(60);
            if (random.nextBoolean()) {
                int to = index + random.nextInt(5);
                ranges.add(index, to);
                bits.set(index, to);
            } else {
                ranges.remove(index);
                bits.clear(index);
            }
            assertEquals(bits.cardinality(), ranges.size());
            int position = 0;
            for (int at = 0; at < 70; at++) {
                assertEquals(bits.get(at), ranges.contains(at), "index " + at);
                if (bits.get(at)) {
                    assertEquals(at, ranges.get(position++));
                }
            }
        }
        assertThrows(IndexOutOfBoundsException.class, () -> ranges.get(ranges.size()));
    }

    private static IndexRanges ranges(String words) {
        var ranges = new IndexRanges();
        for (String range : words.isEmpty() ? new String[0] : words.split(" ")) {
            String[] ends = range.split("-");
            ranges.add(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        return ranges;
    }

    private static String words(IndexRanges ranges) {
        return ranges.ranges().stream()
                .map(range -> range.from() + "-" + range.to())
                .collect(Collectors.joining(" "));
    }
}
