package dev.crossdock.cli;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;

import java.util.Optional;

/// What the options say of how files travel. Pure.
///
/// @param spoken what holds where nothing else was chosen
/// @param namesMethod an option says which method, be it “auto”
/// @param namesHash an option says when to compare checksums
/// @param heedsRules what was chosen in the window holds where the options are silent
record Wishes(TransferPolicy spoken, boolean namesMethod, boolean namesHash, boolean heedsRules) {

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
        Optional<Method> method = namesMethod ? spoken.method() : rule.method().filter(this::fits);
        HashRule hash = namesHash ? spoken.hash() : rule.hash();
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
