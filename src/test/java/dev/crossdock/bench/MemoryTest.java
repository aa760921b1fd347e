package dev.crossdock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class MemoryTest {

    private static final String ROLLUP =
            """
            5581a000-7ffd000 ---p 00000000 00:00 0                    [rollup]
            Rss:              327680 kB
            Pss:              268288 kB
            Pss_Dirty:        201000 kB
            Pss_Anon:         200000 kB
            SwapPss:               0 kB
            """;

    @Test
    void readsTheRollupOfTheKernel() {
        assertEquals(new Memory(327_680, 268_288), Memory.parse(ROLLUP));
    }

    @Test
    void refusesARollupWithoutTheFigures() {
        assertThrows(IllegalArgumentException.class, () -> Memory.parse("Pss: 1 kB\n"));
    }

    @Test
    void addsUpTheProcessesOfATree() {
        assertEquals(new Memory(11, 7), Memory.sum(List.of(new Memory(10, 5), new Memory(1, 2))));
    }
}
