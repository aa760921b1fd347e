package dev.crossdock.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Which command meets which behaviour, and how many times still.
final class Rules {

    private final List<Rule> rules = new ArrayList<>();

    /// @param skip how many times the command is still met with the sane thing
    synchronized void add(String verb, int skip, int times, Behaviour behaviour) {
        rules.add(new Rule((each, _) -> each.equals(verb), skip, times, behaviour));
    }

    /// @param number of the command on its connection, from 1 on
    synchronized void addNth(int number, int times, Behaviour behaviour) {
        rules.add(new Rule((_, each) -> each == number, 0, times, behaviour));
    }

    /// The first rule for this command that is not used up.
    synchronized Optional<Behaviour> next(String verb, int number) {
        for (Rule rule : rules) {
            if (rule.occasion.test(verb, number) && rule.applies()) {
                return Optional.of(rule.behaviour);
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        rules.clear();
    }

    private static final class Rule {
        private final BiPredicate<String, Integer> occasion;
        private final Behaviour behaviour;
        private int skip;
        private int left;

        private Rule(
                BiPredicate<String, Integer> occasion, int skip, int times, Behaviour behaviour) {
            this.occasion = occasion;
            this.skip = skip;
            this.left = times;
            this.behaviour = behaviour;
        }

        private boolean applies() {
            if (skip > 0) {
                skip--;
                return false;
            }
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }
}
