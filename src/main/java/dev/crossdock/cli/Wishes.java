package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.TransferSettings;

import java.util.Optional;
import java.util.Set;

/// What the options say of how files travel. Pure.
///
/// @param spoken what holds where nothing else was chosen
/// @param named what an option says, be it “auto”; nothing else changes it
/// @param canAsk somebody answers the question about a file that is there already
/// @param heedsRules what was chosen in the window holds where the options are silent
record Wishes(TransferPolicy spoken, Set<Topic> named, boolean canAsk, boolean heedsRules) {

    enum Topic {
        METHOD,
        HASH,
        EXISTS,
        KEEP_TIMES,
        ROLL_BACK
    }

    Wishes {
        named = Set.copyOf(named);
    }

    /// The same where the options are silent about what the settings say.
    Wishes by(TransferSettings settings, SiteId source, SiteId target) {
        TransferPolicy set = settings.policy(spoken, source, target);
        ExistsRule exists = named.contains(Topic.EXISTS) ? spoken.exists() : set.exists();
        boolean keepTimes = named.contains(Topic.KEEP_TIMES) ? spoken.keepTimes() : set.keepTimes();
        long rollBack = named.contains(Topic.ROLL_BACK) ? spoken.rollBack() : set.rollBack();
        return new Wishes(
                spoken.with(exists == ExistsRule.ASK && !canAsk ? ExistsRule.FAIL : exists)
                        .keepingTimes(keepTimes)
                        .rollingBack(rollBack),
                named,
                canAsk,
                heedsRules);
    }

    /// What holds between the two servers that the rule is for.
    ///
    /// @throws UsageException if a method was named that neither the options nor the rule allow
    TransferPolicy under(PairRule rule) throws UsageException {
        TransferPolicy policy = merged(rule);
        if (spoken.method().isPresent()) {
            requireAllowed(spoken.method().get(), policy);
        }
        return policy;
    }

    private TransferPolicy merged(PairRule rule) {
        Optional<Method> method =
                named.contains(Topic.METHOD) ? spoken.method() : rule.method().filter(this::fits);
        HashRule hash = named.contains(Topic.HASH) ? spoken.hash() : rule.hash();
        return new TransferPolicy(
                method,
                spoken.passive(),
                spoken.allowRelay() || rule.allowRelay(),
                spoken.allowClear() || rule.allowClear(),
                spoken.exists(),
                hash,
                spoken.keepTimes(),
                spoken.rollBack());
    }

    /// Whoever says which server listens wants no relay, where none does.
    private boolean fits(Method chosen) {
        return spoken.passive().isEmpty() || chosen != Method.RELAY;
    }

    private static void requireAllowed(Method wanted, TransferPolicy policy) throws UsageException {
        if (wanted == Method.RELAY && !policy.allowRelay()) {
            throw new UsageException("--method=relay needs --allow-relay.");
        }
        if (wanted == Method.CLEAR && !policy.allowClear()) {
            throw new UsageException("--method=clear needs --allow-clear.");
        }
    }
}
