package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Outcome;
import dev.crossdock.model.SiteId;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.QueueService;
import dev.crossdock.queue.Rank;
import dev.crossdock.queue.Ranks;
import dev.crossdock.queue.RecordExport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

class RecordFilesTest {

    private final NoticeBoard notices = new NoticeBoard();
    private final QueueService queue =
            QueueService.temporary((_, _) -> new Outcome.Skipped("there"), 4, Clock.systemUTC());
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final RecordFiles files =
            new RecordFiles(
                    queue,
                    notices,
                    SiteId::value,
                    new QueueThreads(Runnable::run, Runnable::run, background::add, Runnable::run));

    @TempDir private Path folder;

    @BeforeEach
    void fill() throws InterruptedException {
        queue.add(IntStream.range(0, 1_100).mapToObj(n -> Jobs.spec("f" + n)).toList());
        queue.awaitIdle();
        queue.awaitStored();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void theRecordIsWrittenAndThatIsSaid() throws IOException {
        Path file = folder.resolve("record.csv");
        files.all(file, RecordExport.Format.CSV);
        assertEquals("Writing the record: 0 jobs so far", said());
        background.remove().run();
        assertEquals("1,100 jobs were written to " + file + ".", said());
        assertEquals(1_101, Files.readAllLines(file).size());
    }

    @Test
    void whatIsChosenIsWritten() throws IOException {
        Path file = folder.resolve("some.csv");
        var ranks = new Ranks();
        List<Rank> found = queue.search(QueueList.ENDED, "/in/f7", 1_000);
        found.forEach(ranks::add);
        var pick =
                new Pick(QueueList.ENDED, ranks, List.of(new IndexRanges.Range(0, ranks.size())));
        files.some(pick, file, RecordExport.Format.CSV);
        background.remove().run();
        assertEquals(found.size() + 1, Files.readAllLines(file).size());
        assertEquals(111, found.size());
    }

    @Test
    void aStoppedExportLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("record.json");
        files.all(file, RecordExport.Format.JSON);
        notices.notes().getFirst().offer().orElseThrow().action().run();
        background.remove().run();
        assertEquals("The record was not written.", said());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aDiskThatRefusesIsNamed() {
        Path file = folder.resolve("missing/record.csv");
        files.all(file, RecordExport.Format.CSV);
        background.remove().run();
        assertTrue(said().startsWith("The record could not be written to " + file), said());
        assertTrue(notices.notes().getFirst().alarming());
        assertFalse(Files.exists(file));
    }

    private String said() {
        return notices.notes().getFirst().words();
    }
}
