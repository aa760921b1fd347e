package dev.crossdock.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.model.TranscriptLine.Direction;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class TranscriptLogTest {

    private static final Server SERVER =
            new Server(new SiteId("a"), "a", "host", 21, TlsMode.EXPLICIT, "me");

    private final TranscriptLog log = new TranscriptLog();

    @Test
    void whoeverPullsOftenMissesNothingAndSeesNothingTwice() {
        var seen = new ArrayList<String>();
        long version = 0;
        for (int i = 0; i < 60_000; i++) {
            add(i);
            if (i % 700 == 0) {
                var page = log.since(version);
                page.lines().forEach(line -> seen.add(line.text()));
                version = page.seen();
            }
        }
        log.since(version).lines().forEach(line -> seen.add(line.text()));

        assertEquals(60_000, seen.size());
        assertEquals("0", seen.getFirst());
        assertEquals("59999", seen.getLast());
    }

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 0; i < 100_000; i++) {
            add(i);
        }
        var page = log.since(0);

        assertTrue(page.lines().size() <= 20_000);
        assertTrue(page.lines().size() >= 18_000);
        assertEquals("99999", page.lines().getLast().text());
        assertEquals(100_000, page.seen());
        assertEquals(List.of(), log.since(page.seen()).lines());
        assertEquals(List.of(), log.since(Long.MAX_VALUE).lines());
    }

    private void add(int i) {
        log.add(new TranscriptLine(Instant.EPOCH, SERVER, 1, Direction.NOTE, Integer.toString(i)));
    }
}
