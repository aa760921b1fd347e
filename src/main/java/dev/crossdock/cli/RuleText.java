package dev.crossdock.cli;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.util.ArrayList;
import java.util.List;

/// What the rules of the window change of the options, in words. Pure.
final class RuleText {

    private RuleText() {}

    /// Empty if nothing came of the rules.
    ///
    /// @param spoken what the options say
    /// @param policy what holds
    static List<String> of(TransferPolicy spoken, TransferPolicy policy) {
        var parts = new ArrayList<String>();
        boolean method = !policy.method().equals(spoken.method());
        if (method) {
            policy.method().map(RuleText::only).ifPresent(parts::add);
        }
        // What is allowed besides the only method matters to nobody.
        if (!spoken.allowRelay() && policy.allowRelay() && counts(Method.RELAY, policy, method)) {
            parts.add("files may pass through this computer");
        }
        if (!spoken.allowClear() && policy.allowClear() && counts(Method.CLEAR, policy, method)) {
            parts.add("data may travel unencrypted");
        }
        if (spoken.allowRelay() && !policy.allowRelay()) {
            parts.add("no file passes through this computer");
        }
        if (spoken.allowClear() && !policy.allowClear()) {
            parts.add("no data travels unencrypted");
        }
        if (!policy.passive().equals(spoken.passive())) {
            policy.passive().map(RuleText::listens).ifPresent(parts::add);
        }
        if (policy.hash() != spoken.hash()) {
            parts.add(hash(policy.hash()));
        }
        return parts;
    }

    private static boolean counts(Method allowed, TransferPolicy policy, boolean told) {
        return policy.method().map(only -> only == allowed && !told).orElse(true);
    }

    private static String only(Method method) {
        return switch (method) {
            case PROXY, SSCN, CCSN, CPSV -> "only " + method.label();
            case RELAY, LOCAL -> "only through this computer";
            case CLEAR -> "only unencrypted";
        };
    }

    private static String listens(Side passive) {
        return switch (passive) {
            case SOURCE -> "the source listens";
            case TARGET -> "the target listens";
        };
    }

    private static String hash(HashRule rule) {
        return switch (rule) {
            case NEVER -> "checksums never";
            case WHEN_CHEAP -> "checksums for small files";
            case ALWAYS -> "checksums always";
        };
    }
}
