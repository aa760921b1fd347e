package dev.crossdock.site;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.TransferPolicy;

import java.util.Comparator;
import java.util.Optional;

/// What the user allows and wants between two servers, whichever of them sends.
///
/// @param one comes before the other in an order of no meaning, so that a pair has one rule
/// @param method the only one to use; empty leaves the choice to the planner
/// @param allowClear the user consented to unencrypted data for both servers
public record PairRule(
        Endpoint one,
        Endpoint other,
        Optional<Method> method,
        boolean allowRelay,
        boolean allowClear,
        HashRule hash) {

    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing(Endpoint::address).thenComparing(Endpoint::tls);

    public PairRule {
        method.ifPresent(only -> requireAllowed(only, allowRelay, allowClear));
        if (ORDER.compare(one, other) > 0) {
            Endpoint first = other;
            other = one;
            one = first;
        }
    }

    /// Encrypted from server to server or not at all.
    public static PairRule usual(Server one, Server other) {
        return usual(Endpoint.of(one), Endpoint.of(other));
    }

    private static PairRule usual(Endpoint one, Endpoint other) {
        return new PairRule(one, other, Optional.empty(), false, false, HashRule.WHEN_CHEAP);
    }

    public boolean isUsual() {
        return equals(usual(one, other));
    }

    public boolean isFor(Server a, Server b) {
        PairRule theirs = usual(a, b);
        return one.equals(theirs.one) && other.equals(theirs.other);
    }

    /// Everything as if nobody had chosen anything.
    public PairRule reset() {
        return usual(one, other);
    }

    public PairRule by(Optional<Method> only) {
        return new PairRule(one, other, only, allowRelay, allowClear, hash);
    }

    public PairRule relay(boolean allowed) {
        Optional<Method> kept = method.filter(only -> allowed || only != Method.RELAY);
        return new PairRule(one, other, kept, allowed, allowClear, hash);
    }

    public PairRule clear(boolean allowed) {
        Optional<Method> kept = method.filter(only -> allowed || only != Method.CLEAR);
        return new PairRule(one, other, kept, allowRelay, allowed, hash);
    }

    public PairRule hash(HashRule rule) {
        return new PairRule(one, other, method, allowRelay, allowClear, rule);
    }

    public TransferPolicy policy(ExistsRule exists) {
        return new TransferPolicy(
                method, Optional.empty(), allowRelay, allowClear, exists, hash, false, 0);
    }

    private static void requireAllowed(Method only, boolean allowRelay, boolean allowClear) {
        boolean allowed =
                switch (only) {
                    case PROXY, SSCN, CCSN, CPSV -> true;
                    case RELAY -> allowRelay;
                    case CLEAR -> allowClear;
                    case LOCAL -> false;
                };
        if (!allowed) {
            throw new IllegalArgumentException(
                    "The method “" + only.word() + "” is wanted but not allowed.");
        }
    }
}
