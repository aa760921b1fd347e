package dev.crossdock.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which command meets which behaviour, and how many times still.
final class Rules {

    private final List<Rule> rules = new ArrayList<>();

    synchronized void add(String verb, int times, Behaviour behaviour) {
        rules.add(new Rule(verb, behaviour, times));
    }

    /// The first rule for this command that is not used up.
    synchronized Optional<Behaviour> next(String verb) {
        for (Rule rule : rules) {
            if (rule.verb.equals(verb) && rule.left > 0) {
                rule.left--;
                return Optional.of(rule.behaviour);
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        rules.clear();
    }

    private static final class Rule {
        private final String verb;
        private final Behaviour behaviour;
        private int left;

        private Rule(String verb, Behaviour behaviour, int times) {
            this.verb = verb;
            this.behaviour = behaviour;
            this.left = times;
        }
    }
}
