package dev.crossdock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.browse.TranscriptLog;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TranscriptLine;
import dev.crossdock.ui.FakeServer;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class TranscriptViewModelTest {

    private final FakeServer alpha = new FakeServer("alpha");
    private final FakeServer beta = new FakeServer("beta");
    private final TranscriptLog log = new TranscriptLog();
    private Optional<SiteId> left = Optional.of(alpha.server().id());
    private final TranscriptViewModel model =
            new TranscriptViewModel(log, () -> left, () -> Optional.of(beta.server().id()));

    @Test
    void linesComeInTheOrderTheyWereSaid() {
        say(alpha, "USER demo");
        say(beta, "FEAT");
        model.tick();
        say(alpha, "PASS ****");
        model.tick();
        model.tick();
        assertEquals(List.of("USER demo", "FEAT", "PASS ****"), shown());
    }

    @Test
    void oneSideCanBeListenedToAlone() {
        say(alpha, "one");
        say(beta, "two");
        model.tick();
        model.filterProperty().set(TranscriptViewModel.Filter.RIGHT);
        say(alpha, "three");
        say(beta, "four");
        model.tick();
        assertEquals(List.of("two", "four"), shown());
        model.filterProperty().set(TranscriptViewModel.Filter.ALL);
        assertEquals(List.of("one", "two", "three", "four"), shown());
    }

    @Test
    void theFilterFollowsThePane() {
        say(alpha, "one");
        say(beta, "two");
        model.tick();
        model.filterProperty().set(TranscriptViewModel.Filter.LEFT);
        left = Optional.of(beta.server().id());
        model.filterAgain();
        assertEquals(List.of("two"), shown());
    }

    @Test
    void itKeepsTheLastLinesOnly() {
        for (int i = 0; i < 15_000; i++) {
            say(alpha, "line " + i);
        }
        model.tick();
        assertTrue(shown().size() <= 10_000, "kept " + shown().size());
        assertEquals("line 14999", shown().getLast());
    }

    private void say(FakeServer server, String text) {
        log.add(
                new TranscriptLine(
                        Instant.EPOCH, server.server(), 1, TranscriptLine.Direction.SENT, text));
    }

    private List<String> shown() {
        return model.shown().stream().map(TranscriptLine::text).toList();
    }
}
