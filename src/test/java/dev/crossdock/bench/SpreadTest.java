package dev.crossdock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class SpreadTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    figures      | spread
                    7            | 7 (7-7)
                    9 1 5        | 5 (1-9)
                    4 1 2 9      | 3 (1-9)
                    100 9 11     | 11 (9-100)
                    """)
    void isTheMiddleWithTheLeastAndTheMost(String figures, String spread) {
        var numbers = Stream.of(figures.split(" ")).map(Double::valueOf).toList();
        assertEquals(spread, Spread.of(numbers).toString());
    }

    @Test
    void comparesTheMiddles() {
        assertEquals(2.5, Spread.of(List.of(1, 5, 100)).times(Spread.of(List.of(2))));
    }

    @Test
    void isNotOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }
}
