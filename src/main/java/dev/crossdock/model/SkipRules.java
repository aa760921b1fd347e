package dev.crossdock.model;

import java.util.List;
import java.util.Optional;

/// What is not carried over because of its name.
public final class SkipRules {

    public static final SkipRules NONE = new SkipRules(List.of());

    private final List<Rule> rules;

    private record Rule(NamePattern pattern, NameMatcher matcher) {}

    /// What the rules say of one name.
    ///
    /// @param by the first pattern that means it; empty if it is carried over
    /// @param gaveUp the patterns that took too long over it, and so do not mean it
    public record Verdict(String name, Optional<NamePattern> by, List<NamePattern> gaveUp) {

        public Verdict {
            gaveUp = List.copyOf(gaveUp);
        }
    }

    private SkipRules(List<NamePattern> patterns) {
        this.rules =
                patterns.stream().map(pattern -> new Rule(pattern, pattern.matcher())).toList();
    }

    public static SkipRules of(List<NamePattern> patterns) {
        return patterns.isEmpty() ? NONE : new SkipRules(patterns);
    }

    /// The first pattern that means the name.
    public Optional<NamePattern> matching(String name, JobSpec.Kind kind) {
        return rules.stream()
                .filter(rule -> rule.pattern().scope().covers(kind))
                .filter(rule -> rule.matcher().matches(name) == NameMatcher.Answer.YES)
                .map(Rule::pattern)
                .findFirst();
    }

    /// What the rules would say of these names, in their order.
    public List<Verdict> tried(List<String> names, JobSpec.Kind kind) {
        return names.stream().map(name -> tried(name, kind)).toList();
    }

    private Verdict tried(String name, JobSpec.Kind kind) {
        List<NamePattern> gaveUp =
                rules.stream()
                        .filter(rule -> rule.pattern().scope().covers(kind))
                        .filter(rule -> rule.matcher().matches(name) == NameMatcher.Answer.GAVE_UP)
                        .map(Rule::pattern)
                        .toList();
        return new Verdict(name, matching(name, kind), gaveUp);
    }
}
