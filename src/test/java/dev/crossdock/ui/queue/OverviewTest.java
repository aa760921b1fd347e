package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.queue.Hold;
import dev.crossdock.queue.Tally;
import dev.crossdock.queue.Totals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class OverviewTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    running | waiting | files | ended | bytes | gone | under | speed | percent | jobs                   | amounts
                    0       | 0       | 0     | 0     | 0     | 0    | 0     | 0     | -1      | Nothing to do          |
                    2       | 1400    | 1500  | 98    | 4000  | 1000 | 600   | 100   | 40      | 2 running · 1,400 waiting | 98 of 1,500 files · 1.6 KB of 3.9 KB · 100 B/s · 0:24 left
                    1       | 0       | 4     | 1     | 0     | 0    | 0     | 0     | 25      | 1 running              | 1 of 4 files
                    0       | 3       | 4     | 1     | 400   | 100  | 0     | 0     | -1      | 3 waiting              | 1 of 4 files · 100 B of 400 B
                    1       | 0       | 1     | 0     | 100   | 0    | 900   | 5     | 100     | 1 running              | 0 of 1 files · 100 B of 100 B · 5 B/s
                    """)
    void theQueueInOneLine(
            int running,
            long waiting,
            long files,
            long ended,
            long bytes,
            long gone,
            long under,
            double speed,
            int percent,
            String jobs,
            String amounts) {
        var sum = overview(running, waiting, 0, Hold.NONE, files, ended, bytes, gone, speed, under);
        assertEquals(percent, sum.percent().orElse(-1));
        assertEquals(jobs, sum.jobs());
        assertEquals(Optional.ofNullable(amounts).orElse(""), sum.amounts());
    }

    @Test
    void aQueueThatIsHeldSaysSoFirst() {
        assertEquals(
                "The queue is paused · 3 waiting · 1 paused",
                overview(0, 3, 1, Hold.AFTER_CURRENT, 0, 0, 0, 0, 0, 0).jobs());
    }

    static Overview overview(
            int running,
            long waiting,
            long paused,
            Hold hold,
            long files,
            long ended,
            long bytes,
            long gone,
            double speed,
            long under) {
        var tally = new Tally(files, ended, 0, bytes, gone, 0);
        return new Overview(
                new Totals(running, waiting, paused, 0, 0, tally, hold, Optional.empty()),
                speed,
                under);
    }
}
