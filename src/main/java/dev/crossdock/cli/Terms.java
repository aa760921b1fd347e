package dev.crossdock.cli;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.Settings;
import dev.crossdock.site.SiteStore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What holds from one login to another: the options, where they are silent what was chosen for the
/// two servers in the window, and else the settings. What comes from there is told, once for a
/// pair.
final class Terms {

    private final Wishes wishes;
    private final PairRules rules;
    private final SiteStore sites;
    private final Settings settings;
    private final Streams streams;
    private final Map<List<SiteId>, TransferPolicy> agreed = new HashMap<>();

    Terms(Wishes wishes, Core core, Streams streams) {
        this.wishes = wishes;
        this.rules = core.rules();
        this.sites = core.sites();
        this.settings = core.settings();
        this.streams = streams;
    }

    /// @throws UsageException if a method was named that is not allowed between the two
    TransferPolicy between(Login one, Login other) throws UsageException {
        var pair = List.of(one.server().id(), other.server().id());
        TransferPolicy known = agreed.get(pair);
        if (known != null) {
            return known;
        }
        Wishes set = set(one.server(), other.server());
        TransferPolicy policy = set.spoken();
        if (!one.server().isLocal() && !other.server().isLocal()) {
            policy = ruled(one.server(), other.server(), set);
            tell(one.server(), other.server(), RuleText.of(set.spoken(), policy));
        }
        agreed.put(pair, policy);
        return policy;
    }

    private Wishes set(Server source, Server target) {
        Wishes set = wishes.by(settings.current(), source.id(), target.id());
        if (agreed.isEmpty()) {
            settings.notice().ifPresent(streams::say);
        }
        List<String> parts = SettingsText.of(wishes.spoken(), set.spoken());
        if (!parts.isEmpty()) {
            streams.say(
                    "From %s to %s as set in the window: %s. An option says otherwise."
                            .formatted(name(source), name(target), String.join(", ", parts)));
        }
        return set;
    }

    private TransferPolicy ruled(Server one, Server other, Wishes set) throws UsageException {
        TransferPolicy policy = set.under(rule(one, other));
        if (!wishes.heedsRules()) {
            return policy;
        }
        TransferPolicy ruled = sites.ruled(one, other, policy);
        if (set.spoken().method().isPresent() && !ruled.method().equals(set.spoken().method())) {
            throw new UsageException(
                    "One of the sites %s and %s is set never to allow --method=%s. --no-rules leaves that out."
                            .formatted(
                                    PlainText.name(one.name()),
                                    PlainText.name(other.name()),
                                    set.spoken().method().get().word()));
        }
        return ruled;
    }

    private static String name(Server server) {
        return server.isLocal() ? "this computer" : server.name();
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
