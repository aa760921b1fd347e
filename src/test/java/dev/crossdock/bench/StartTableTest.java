package dev.crossdock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class StartTableTest {

    private static final List<Start> OURS = List.of(start(900, 1100), start(700, 1000));
    private static final List<Start> THEIRS = List.of(start(200, 300), start(300, 400));

    @Test
    void putsTheRatioBesideTheOtherProgram() {
        assertEquals(
                "warm Crossdock 800 (700-900) 1050 (1000-1100) 2100 (2000-2200) 300 (300-300) 200"
                        + " (200-200) 3.00",
                squeezed(StartTable.row("warm", "Crossdock", OURS, THEIRS)));
    }

    @Test
    void hasNoRatioWithoutTheOtherProgram() {
        assertEquals(
                "cold Crossdock 800 (700-900) 1050 (1000-1100) 2100 (2000-2200) 300 (300-300) 200"
                        + " (200-200) -",
                squeezed(StartTable.row("cold", "Crossdock", OURS, List.of())));
    }

    @Test
    void hasItsColumnsBelowTheHead() {
        assertEquals(
                StartTable.HEAD.length(),
                StartTable.row("warm", "Crossdock", OURS, THEIRS).length());
    }

    private static Start start(int mapped, int ready) {
        return new Start(
                Duration.ofMillis(mapped),
                Duration.ofMillis(ready),
                Duration.ofMillis(2L * ready),
                new Memory(300 * 1024, 200 * 1024),
                Set.of());
    }

    private static String squeezed(String row) {
        return row.replaceAll(" +", " ");
    }
}
