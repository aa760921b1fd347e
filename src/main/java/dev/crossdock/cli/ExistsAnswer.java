package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.queue.ExistsPrompt.Answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what was typed at the question about an existing file. Pure.
final class ExistsAnswer {

    private ExistsAnswer() {}

    /// Empty if it is no answer: `s`, `skip`, `s all`, `o a` are.
    ///
    /// @param resume whether to continue the file is one of the choices
    static Optional<Answer> parse(String line, boolean resume) {
        List<String> words = Arrays.asList(line.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"));
        boolean all = words.size() == 2 && List.of("a", "all").contains(words.get(1));
        if (words.size() > 1 && !all) {
            return Optional.empty();
        }
        return rule(words.getFirst())
                .filter(rule -> resume || rule != ExistsRule.RESUME)
                .map(rule -> new Answer(rule, all));
    }

    private static Optional<ExistsRule> rule(String word) {
        return switch (word) {
            case "s", "skip" -> Optional.of(ExistsRule.SKIP);
            case "o", "overwrite" -> Optional.of(ExistsRule.OVERWRITE);
            case "n", "newer", "overwrite-newer" -> Optional.of(ExistsRule.OVERWRITE_NEWER);
            case "overwrite-other-size" -> Optional.of(ExistsRule.OVERWRITE_OTHER_SIZE);
            case "overwrite-newer-or-other-size" ->
                    Optional.of(ExistsRule.OVERWRITE_NEWER_OR_OTHER_SIZE);
            case "r", "rename" -> Optional.of(ExistsRule.RENAME);
            // As the question has it, and as --exists has it.
            case "c", "continue", "resume" -> Optional.of(ExistsRule.RESUME);
            default -> Optional.empty();
        };
    }
}
