package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.RemotePath;
import dev.crossdock.queue.ExistsPrompt.Answer;
import dev.crossdock.queue.ExistsPrompt.Question;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

class ExistsDeskTest {

    private static final long BATCH = 1;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final ExistsDesk desk = new ExistsDesk(_ -> answers.remove());

    @Test
    void whatWasSaidForAllHoldsForItsBatchAlone() throws InterruptedException {
        answers.add(new Answer(ExistsRule.OVERWRITE, true));
        assertEquals(ExistsRule.OVERWRITE, desk.ask(BATCH, within(1)));
        assertEquals(ExistsRule.OVERWRITE, desk.ask(BATCH, within(9)));
        answers.add(new Answer(ExistsRule.SKIP, false));
        assertEquals(ExistsRule.SKIP, desk.ask(BATCH + 1, within(9)));
    }

    @Test
    void aResumeForAllAsksAboutWhatItCannotContinue() throws InterruptedException {
        answers.add(new Answer(ExistsRule.RESUME, true));
        assertEquals(ExistsRule.RESUME, desk.ask(BATCH, within(4)));
        assertEquals(ExistsRule.RESUME, desk.ask(BATCH, within(0)));
        assertEquals(ExistsRule.RESUME, desk.ask(BATCH, within(5)), "nothing is missing");
        answers.add(new Answer(ExistsRule.SKIP, false));
        assertEquals(ExistsRule.SKIP, desk.ask(BATCH, within(6)), "bigger than the source");
        answers.add(new Answer(ExistsRule.RENAME, false));
        assertEquals(ExistsRule.RENAME, desk.ask(BATCH, question(4, false)), "no REST");
        assertEquals(List.of(), List.copyOf(answers));
    }

    @Test
    void aSecondAnswerForAllIsForTheRest() throws InterruptedException {
        answers.add(new Answer(ExistsRule.RESUME, true));
        assertEquals(ExistsRule.RESUME, desk.ask(BATCH, within(4)));
        answers.add(new Answer(ExistsRule.OVERWRITE, true));
        assertEquals(ExistsRule.OVERWRITE, desk.ask(BATCH, within(6)));
        assertEquals(ExistsRule.OVERWRITE, desk.ask(BATCH, within(7)));
        assertEquals(ExistsRule.RESUME, desk.ask(BATCH, within(3)));
    }

    private static Question within(long targetSize) {
        return question(targetSize, true);
    }

    private static Question question(long targetSize, boolean resumable) {
        return new Question(
                "alpha",
                RemotePath.of("/a"),
                OptionalLong.of(5),
                "beta",
                RemotePath.of("/b"),
                OptionalLong.of(targetSize),
                resumable);
    }
}
