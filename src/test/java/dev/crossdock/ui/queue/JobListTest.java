package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.ListChange;
import dev.crossdock.queue.ListChange.Step;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class JobListTest {

    private final List<JobId> read = new ArrayList<>();
    private final RowCache rows =
            new RowCache(
                    ids -> {
                        read.addAll(ids);
                        return ids.stream().map(id -> Jobs.waiting(id.value())).toList();
                    },
                    Runnable::run,
                    Runnable::run);
    private final JobList list = new JobList(QueueList.OPEN, rows);
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsShownIsReadAPageAtATime() {
        show(1_000);
        JobRow row = list.get(130);
        assertTrue(row.job().isEmpty(), "a place at first");
        rows.tick();
        assertEquals(new JobId(131), row.job().orElseThrow().id());
        assertEquals(64, read.size());
        assertTrue(list.get(128).job().isPresent(), "its neighbours came along");
        rows.tick();
        assertEquals(64, read.size(), "nothing is read twice");
    }

    @Test
    void onlyWhatWasLookedAtLastIsRead() {
        show(100_000);
        for (int index = 0; index < 100_000; index += 64) {
            list.get(index);
        }
        rows.tick();
        assertEquals(500, read.size());
        assertTrue(read.contains(new JobId(100_000)));
        assertFalse(read.contains(new JobId(1)));
    }

    @Test
    void theCacheIsBoundedButARowThatIsShownStays() {
        show(50_000);
        JobRow shown = list.get(0);
        for (int index = 1; index < 50_000; index++) {
            list.get(index);
        }
        assertEquals(RowCache.KEPT, rows.size());
        assertSame(shown, list.get(0));
    }

    @Test
    void oneThatComesAndOneThatGoesAreToldAsThat() {
        show(3);
        listen();
        step(false, 2);
        step(true, 9);
        assertEquals(List.of("-1 at 1", "+1 at 2"), told);
        assertEquals(List.of(1L, 3L, 9L), ids());
    }

    @Test
    void theSelectionStaysWithItsJobs() {
        show(10);
        list.picked().add(4, 6);
        list.lead(5);
        step(false, 1);
        step(true, 20);
        list.take(new ListChange.Steps(List.of(new Step(true, new Rank(-5, new JobId(30))))));
        list.take(new ListChange.Steps(List.of(new Step(true, new Rank(-6, new JobId(31))))));
        assertEquals(List.of(5L, 6L), picked());
        assertEquals(6, list.lead());
    }

    @Test
    void aJobThatMovesInItsListStaysSelected() {
        show(10);
        list.picked().add(4);
        list.take(
                new ListChange.Steps(
                        List.of(
                                new Step(false, Jobs.rank(5)),
                                new Step(true, new Rank(-1, new JobId(5))))));
        assertEquals(List.of(5L), picked());
        assertEquals(0, list.picked().get(0));
    }

    @Test
    void aJobThatIsGoneIsNotSelectedAnyMore() {
        show(10);
        list.picked().add(4);
        list.lead(4);
        step(false, 5);
        assertTrue(list.picked().isEmpty());
        assertEquals(-1, list.lead());
    }

    @Test
    void aListThatIsReplacedKeepsTheSelectionByRank() {
        show(10);
        list.picked().add(2, 5);
        listen();
        list.take(new ListChange.Whole(ranks(LongStream.of(1, 4, 5, 6, 11))));
        assertEquals(List.of("-10 +5"), told);
        assertEquals(List.of(4L, 5L), picked());
    }

    @Test
    void jobsThatWereMovedInTheLineAreFoundAgain() {
        show(40_000);
        list.picked().add(20_000, 20_002);
        list.lead(20_001);
        Ranks now = ranks(LongStream.rangeClosed(1, 40_000));
        now.remove(Jobs.rank(20_001));
        now.remove(Jobs.rank(20_002));
        now.add(new Rank(-2, new JobId(20_001)));
        now.add(new Rank(50_000, new JobId(20_002)));
        list.take(new ListChange.Whole(now));
        assertEquals(List.of(20_001L, 20_002L), picked());
        assertEquals(39_999, list.lead());
    }

    @Test
    void veryManySelectedAreNeverMoreAfterwardsThanWereSelected() {
        show(30_000);
        list.picked().add(0, 20_000);
        list.take(new ListChange.Whole(ranks(LongStream.rangeClosed(-10, 30_000))));
        assertEquals(20_000, list.picked().size(), "others came before them");
        assertEquals(11, list.picked().get(0));
        list.take(
                new ListChange.Whole(
                        ranks(LongStream.rangeClosed(1, 30_000).filter(id -> id != 77))));
        assertEquals(0, list.picked().size(), "one of them is gone: none rather than a wrong one");
    }

    @Test
    void manyStepsAreToldAsOne() {
        show(10);
        list.picked().add(0);
        listen();
        list.take(
                new ListChange.Steps(
                        LongStream.rangeClosed(11, 2_000)
                                .mapToObj(id -> new Step(true, Jobs.rank(id)))
                                .toList()));
        assertEquals(List.of("-10 +2000"), told);
        assertEquals(List.of(1L), picked());
    }

    @Test
    void whatEndedLastStandsFirst() {
        var ended = new JobList(QueueList.ENDED, rows);
        ended.take(new ListChange.Whole(ranks(LongStream.rangeClosed(1, 5))));
        assertEquals(new JobId(5), ended.get(0).id());
        ended.picked().add(0, 2);
        ended.lead(1);
        ended.addListener((ListChangeListener<JobRow>) change -> told.add("at " + at(change)));
        ended.take(new ListChange.Steps(List.of(new Step(true, Jobs.rank(6)))));
        ended.take(new ListChange.Steps(List.of(new Step(false, Jobs.rank(1)))));
        assertEquals(List.of("at 0", "at 5"), told);
        assertEquals(2, ended.lead());
        assertEquals(List.of(new JobId(4), new JobId(5)), ended.pick().ids());
        ended.take(new ListChange.Whole(ranks(LongStream.of(2, 4, 5, 9, 10))));
        assertEquals(List.of(new JobId(4), new JobId(5)), ended.pick().ids());
        assertEquals(new JobId(4), ended.get(3).id());
    }

    private static int at(ListChangeListener.Change<? extends JobRow> change) {
        assertTrue(change.next());
        return change.getFrom();
    }

    @Test
    void aMillionJobsArePickedWithoutTouchingTheirRows() {
        show(1_000_000);
        listen();
        list.picked().add(0, list.size());
        step(false, 500_000);
        assertEquals(999_999, list.picked().size());
        List<JobId> ids = list.pick().ids();
        assertEquals(999_999, ids.size());
        assertEquals(new JobId(1_000_000), ids.getLast());
        assertTrue(rows.size() < 10);
    }

    private void show(int count) {
        list.take(new ListChange.Whole(ranks(LongStream.rangeClosed(1, count))));
    }

    private void step(boolean added, long id) {
        list.take(new ListChange.Steps(List.of(new Step(added, Jobs.rank(id)))));
    }

    private void listen() {
        list.addListener(
                (ListChangeListener<JobRow>)
                        change -> {
                            while (change.next()) {
                                told.add(
                                        change.wasReplaced()
                                                ? "-%d +%d"
                                                        .formatted(
                                                                change.getRemovedSize(),
                                                                change.getAddedSize())
                                                : change.wasAdded()
                                                        ? "+%d at %d"
                                                                .formatted(
                                                                        change.getAddedSize(),
                                                                        change.getFrom())
                                                        : "-%d at %d"
                                                                .formatted(
                                                                        change.getRemovedSize(),
                                                                        change.getFrom()));
                            }
                        });
    }

    private List<Long> ids() {
        return IntStream.range(0, list.size()).mapToObj(at -> list.rank(at).id().value()).toList();
    }

    private List<Long> picked() {
        return list.pick().ids().stream().map(JobId::value).toList();
    }

    private static Ranks ranks(LongStream ids) {
        var ranks = new Ranks();
        ids.forEach(id -> ranks.add(Jobs.rank(id)));
        return ranks;
    }
}
