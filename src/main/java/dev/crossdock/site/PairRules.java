package dev.crossdock.site;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.store.JsonList;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of pairs of servers, as far as they are not the usual ones.
public final class PairRules {

    private final JsonList<PairRule> rules;

    public PairRules(Path file) {
        rules = new JsonList<>(file, new PairRuleShape(), InstantSource.system());
    }

    public PairRule of(Server one, Server other) {
        return rules.all().stream()
                .filter(rule -> rule.isFor(one, other))
                .findFirst()
                .orElseGet(() -> PairRule.usual(one, other));
    }

    /// @throws FailureException if the disk refused; the change holds until the program ends
    public void save(PairRule rule) throws FailureException {
        rules.change(before -> with(before, rule));
    }

    /// What the user should know about the file: it was damaged, or something in it was.
    public Optional<String> notice() {
        return rules.notice();
    }

    private static List<PairRule> with(List<PairRule> before, PairRule rule) {
        var after = new ArrayList<>(before);
        after.removeIf(each -> each.one().equals(rule.one()) && each.other().equals(rule.other()));
        if (!rule.isUsual()) {
            after.add(rule);
        }
        return after;
    }
}
