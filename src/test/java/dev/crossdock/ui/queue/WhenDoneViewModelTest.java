package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.queue.Hold;
import dev.crossdock.site.TransferSettings.WhenDone;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class WhenDoneViewModelTest {

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger quits = new AtomicInteger();
    private final NoticeBoard notices = new NoticeBoard();
    private final WhenDoneViewModel model = new WhenDoneViewModel(notices, clock(seconds));

    WhenDoneViewModelTest() {
        model.onQuit(quits::incrementAndGet);
    }

    @Test
    void whoWantsToBeToldIsTold() {
        model.choiceProperty().set(WhenDone.NOTIFY);
        work(1, 0);
        work(0, 0);
        assertTrue(model.attentionProperty().get());
        assertEquals(List.of("The queue is done: 7 files."), words());
        model.looked();
        work(0, 0);
        assertFalse(model.attentionProperty().get(), "told once");
    }

    @Test
    void aQueueThatNeverWorkedIsNotDone() {
        model.choiceProperty().set(WhenDone.NOTIFY);
        work(0, 0);
        assertEquals(List.of(), words());
    }

    @Test
    void betweenTwoJobsTheQueueIsNotDone() {
        model.choiceProperty().set(WhenDone.NOTIFY);
        work(1, 3);
        work(0, 3);
        assertEquals(List.of(), words());
    }

    @Test
    void quittingIsCountedDown() {
        model.choiceProperty().set(WhenDone.QUIT);
        work(1, 0);
        work(0, 0);
        assertEquals(List.of("The queue is done. Crossdock quits in 30 seconds."), words());
        seconds.set(29);
        work(0, 0);
        assertEquals(List.of("The queue is done. Crossdock quits in 1 second."), words());
        assertEquals(0, quits.get());
        seconds.set(30);
        work(0, 0);
        work(0, 0);
        assertEquals(1, quits.get());
    }

    @Test
    void quittingCanBeStopped() {
        model.choiceProperty().set(WhenDone.QUIT);
        work(1, 0);
        work(0, 0);
        notices.notes().getFirst().offer().orElseThrow().action().run();
        seconds.set(60);
        work(0, 0);
        assertEquals(0, quits.get());
        assertEquals(List.of(), words());
    }

    @Test
    void newWorkStopsTheCountdown() {
        model.choiceProperty().set(WhenDone.QUIT);
        work(1, 0);
        work(0, 0);
        work(1, 0);
        assertEquals(List.of(), words());
        seconds.set(60);
        work(0, 1);
        assertEquals(0, quits.get());
    }

    private void work(int running, long waiting) {
        model.take(OverviewTest.overview(running, waiting, 0, Hold.NONE, 7, 7, 0, 0, 0, 0));
    }

    private List<String> words() {
        return notices.notes().stream().map(NoticeBoard.Note::words).toList();
    }

    private static Clock clock(AtomicLong seconds) {
        InstantSource source = () -> Instant.ofEpochSecond(seconds.get());
        return source.withZone(ZoneOffset.UTC);
    }
}
