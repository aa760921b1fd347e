package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.queue.ExistsPrompt;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Asks about existing files, one question at a time, and remembers what was said for all of a
/// batch.
final class ExistsDesk {

    private static final int BATCHES_KEPT = 1_000;

    private final ExistsPrompt prompt;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<Long, ExistsRule> standing =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, ExistsRule> eldest) {
                    return size() > BATCHES_KEPT;
                }
            };

    ExistsDesk(ExistsPrompt prompt) {
        this.prompt = prompt;
    }

    ExistsRule ask(long batch, ExistsPrompt.Question question) throws InterruptedException {
        turn.acquire();
        try {
            @Nullable ExistsRule said = standing.get(batch);
            if (said != null) {
                return said;
            }
            ExistsPrompt.Answer answer = prompt.ask(question);
            if (answer.forAll()) {
                standing.put(batch, answer.rule());
            }
            return answer.rule();
        } finally {
            turn.release();
        }
    }
}
