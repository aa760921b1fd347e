package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.JobId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(180)
class LineMovesTest {

    private QueueService queue;

    @BeforeEach
    void open() throws Exception {
        queue =
                new QueueService(
                        JobFile.temporary(),
                        (_, _) -> {
                            throw new IllegalStateException("nothing is to start");
                        },
                        () -> QueueRules.plain(1),
                        Clock.systemUTC());
        add(5);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    jobs,  where,  line
                    3,     TOP,    3 1 2 4 5
                    3 5,   TOP,    3 5 1 2 4
                    5 3,   TOP,    3 5 1 2 4
                    3,     UP,     1 3 2 4 5
                    3 4,   UP,     1 3 4 2 5
                    1,     UP,     1 2 3 4 5
                    2 4,   UP,     2 4 1 3 5
                    3,     DOWN,   1 2 4 3 5
                    4,     DOWN,   1 2 3 5 4
                    5,     DOWN,   1 2 3 4 5
                    1 2,   DOWN,   3 1 2 4 5
                    2,     BOTTOM, 1 3 4 5 2
                    2 1,   BOTTOM, 3 4 5 1 2
                    9,     TOP,    1 2 3 4 5
                    """)
    void jobsAreMovedTogether(String jobs, Move where, String line) throws Exception {
        queue.move(ids(jobs), where);
        assertEquals(line, line());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    jobs,  anchor, line
                    5,     2,      1 5 2 3 4
                    1,     4,      2 3 1 4 5
                    1 5,   3,      2 1 5 3 4
                    4 5,   1,      4 5 1 2 3
                    3,     3,      1 2 3 4 5
                    """)
    void jobsAreMovedBeforeAnother(String jobs, long anchor, String line) throws Exception {
        queue.moveBefore(ids(jobs), new JobId(anchor));
        assertEquals(line, line());
    }

    @Test
    void aHigherPriorityGoesFirstAndMovesStayWithinOne() throws Exception {
        queue.prioritize(ids("4"), Priority.HIGH);
        queue.prioritize(ids("1"), Priority.LOW);
        assertEquals("4 2 3 5 1", line());

        queue.move(ids("4"), Move.BOTTOM);
        queue.move(ids("5"), Move.TOP);
        assertEquals("4 5 2 3 1", line());
    }

    @Test
    void whatIsAddedLaterStandsBehind() throws Exception {
        queue.move(ids("1"), Move.BOTTOM);
        add(2);
        assertEquals("2 3 4 5 1 6 7", line());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterHundredsOfMovesTheLineIsAsAListWouldBe(long seed) throws Exception {
        var random = new Random(seed);
        add(15);
        List<Long> wanted =
                new ArrayList<>(IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
        for (int step = 0; step < 150; step++) {
            Long job = wanted.get(random.nextInt(wanted.size()));
            Long anchor = wanted.get(random.nextInt(wanted.size()));
            if (!job.equals(anchor)) {
                wanted.remove(job);
                wanted.add(wanted.indexOf(anchor), job);
                queue.moveBefore(List.of(new JobId(job)), new JobId(anchor));
            }
        }
        assertEquals(wanted.stream().map(String::valueOf).collect(Collectors.joining(" ")), line());
    }

    @Test
    void thereIsRoomForEverBetweenTwoJobs() throws Exception {
        for (int step = 0; step < 100; step++) {
            queue.moveBefore(ids(step % 2 == 0 ? "5" : "4"), new JobId(2));
            queue.moveBefore(ids(step % 2 == 0 ? "4" : "5"), new JobId(2));
        }
        assertEquals("1 4 5 2 3", line());
    }

    private void add(int count) {
        queue.add(IntStream.range(0, count).mapToObj(i -> Specs.file("/" + i)).toList());
    }

    private String line() throws Exception {
        queue.awaitStored();
        return queue.page(QueueList.OPEN, 0, 100).stream()
                .map(job -> String.valueOf(job.id().value()))
                .collect(Collectors.joining(" "));
    }

    private static List<JobId> ids(String words) {
        return Stream.of(words.split(" ")).map(word -> new JobId(Long.parseLong(word))).toList();
    }
}
