package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class NaturalOrderTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    left,          right,         order
                    part9,         part10,        -1
                    Part9,         part10,        -1
                    b,             A,             1
                    a1b2,          a1b10,         -1
                    a,             a1,            -1
                    '',            a,             -1
                    007,           7,             -1
                    a01b,          a1a,           1
                    1e9,           1000000000,    -1
                    99999999999999999999999999998, 99999999999999999999999999999, -1
                    a,             a,             0
                    A,             a,             -1
                    x-2,           x-10,          -1
                    """)
    void namesAreSortedAsPeopleDo(String left, String right, int order) {
        assertEquals(order, Integer.signum(NaturalOrder.NATURAL.compare(left, right)));
        assertEquals(-order, Integer.signum(NaturalOrder.NATURAL.compare(right, left)));
    }

    @Test
    void anyShuffleIsSortedTheSameWay() {
        var sorted = List.of("", "0", "00", "1", "01", "2", "10", "a", "A0", "a00", "a1", "B", "é");
        var expected = new ArrayList<>(sorted);
        expected.sort(NaturalOrder.NATURAL);
        for (int seed = 0; seed < 200; seed++) {
            var shuffled = new ArrayList<>(sorted);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(NaturalOrder.NATURAL);
            assertEquals(expected, shuffled);
        }
    }
}
