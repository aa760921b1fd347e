package dev.crossdock.cli;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.PairRules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What holds between two logins: the options, and where they are silent what was chosen for the
/// two servers in the window. What comes from there is told, once for a pair.
final class Terms {

    private final Wishes wishes;
    private final PairRules rules;
    private final Streams streams;
    private final Map<List<SiteId>, TransferPolicy> agreed = new HashMap<>();

    Terms(Wishes wishes, PairRules rules, Streams streams) {
        this.wishes = wishes;
        this.rules = rules;
        this.streams = streams;
    }

    /// @throws UsageException if a method was named that is not allowed between the two
    TransferPolicy between(Login one, Login other) throws UsageException {
        if (one.server().isLocal() || other.server().isLocal()) {
            return wishes.spoken();
        }
        var pair = List.of(one.server().id(), other.server().id());
        TransferPolicy known = agreed.get(pair);
        if (known != null) {
            return known;
        }
        TransferPolicy policy = wishes.under(rule(one.server(), other.server()));
        tell(one.server(), other.server(), RuleText.of(wishes.spoken(), policy));
        agreed.put(pair, policy);
        return policy;
    }

    private PairRule rule(Server one, Server other) {
        if (!wishes.heedsRules()) {
            return PairRule.usual(one, other);
        }
        PairRule rule = rules.of(one, other);
        if (agreed.isEmpty()) {
            rules.notice().ifPresent(streams::say);
        }
        return rule;
    }

    private void tell(Server one, Server other, List<String> chosen) {
        if (!chosen.isEmpty()) {
            streams.say(
                    "Between %s and %s as chosen in the window: %s. --no-rules leaves it out."
                            .formatted(one.name(), other.name(), String.join(", ", chosen)));
        }
    }
}
