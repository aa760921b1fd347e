package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Outcome;
import dev.crossdock.queue.QueueService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

class SearchViewModelTest {

    private final AtomicLong millis = new AtomicLong(1_000);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final QueueService queue =
            QueueService.temporary((_, _) -> new Outcome.Skipped("there"), 1, Clock.systemUTC());
    private final QueueViewModel model =
            new QueueViewModel(
                    queue,
                    clock(millis),
                    _ -> {},
                    new QueueThreads(Runnable::run, Runnable::run, background::add, Runnable::run));
    private final SearchViewModel search = new SearchViewModel(model);

    @BeforeEach
    void fill() throws InterruptedException {
        queue.add(Stream.of("map.bin", "Map2.bin", "photo.jpg").map(Jobs::spec).toList());
        queue.awaitIdle();
        queue.awaitStored();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void itIsSearchedAMomentAfterTheLastLetter() {
        search.textProperty().set("ma");
        millis.addAndGet(200);
        search.tick();
        search.textProperty().set("map");
        millis.addAndGet(200);
        search.tick();
        assertEquals(0, background.size());
        millis.addAndGet(50);
        search.tick();
        assertEquals(1, background.size());
        assertFalse(search.activeProperty().get(), "the list stays until there is an answer");
        background.remove().run();
        assertEquals("2 found", search.statusProperty().get());
        assertTrue(search.activeProperty().get());
        assertEquals(2, model.found().size());
    }

    @Test
    void anAnswerToAnOlderQuestionIsNotShown() {
        ask("photo");
        ask("map");
        background.removeLast().run();
        background.removeLast().run();
        assertEquals("2 found", search.statusProperty().get());
    }

    @Test
    void anEmptyFieldShowsEverything() {
        ask("nothing like this");
        background.remove().run();
        assertEquals("0 found", search.statusProperty().get());
        ask("");
        assertEquals("", search.statusProperty().get());
        assertFalse(search.activeProperty().get());
    }

    private void ask(String words) {
        search.textProperty().set(words);
        millis.addAndGet(300);
        search.tick();
    }

    private static Clock clock(AtomicLong millis) {
        InstantSource source = () -> Instant.ofEpochMilli(millis.get());
        return source.withZone(ZoneOffset.UTC);
    }
}
