package dev.crossdock.transfer;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.queue.ExistsPrompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Asks about existing files, one question at a time, and remembers what was said for all of a
/// batch; what a resume cannot continue is asked about all the same.
final class ExistsDesk {

    private static final int BATCHES_KEPT = 1_000;

    private final ExistsPrompt prompt;
    private final Semaphore turn = new Semaphore(1, true);
    private final Map<Long, List<ExistsRule>> standing =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, List<ExistsRule>> eldest) {
                    return size() > BATCHES_KEPT;
                }
            };

    ExistsDesk(ExistsPrompt prompt) {
        this.prompt = prompt;
    }

    ExistsRule ask(long batch, ExistsPrompt.Question question) throws InterruptedException {
        turn.acquire();
        try {
            Optional<ExistsRule> said = said(batch, question);
            if (said.isPresent()) {
                return said.get();
            }
            ExistsPrompt.Answer answer = prompt.ask(question);
            if (answer.forAll()) {
                standing.computeIfAbsent(batch, _ -> new ArrayList<>()).add(answer.rule());
            }
            return answer.rule();
        } finally {
            turn.release();
        }
    }

    private Optional<ExistsRule> said(long batch, ExistsPrompt.Question question) {
        return standing.getOrDefault(batch, List.of()).stream()
                .filter(rule -> rule != ExistsRule.RESUME || question.missing().isPresent())
                .findFirst();
    }
}
