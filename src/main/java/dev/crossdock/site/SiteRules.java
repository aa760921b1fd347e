package dev.crossdock.site;

import dev.crossdock.model.Method;
import dev.crossdock.model.Side;
import dev.crossdock.model.TransferPolicy;

import java.util.Optional;

/// What the user wants of transfers between this site and another, whichever that is.
///
/// @param method the only secure method to use; empty leaves the choice to the planner
/// @param relay whether the bytes may pass through this computer
/// @param clear whether the bytes may travel without encryption
public record SiteRules(Optional<Method> method, Role role, Stance relay, Stance clear) {

    public static final SiteRules USUAL =
            new SiteRules(Optional.empty(), Role.ANY, Stance.BY_PAIR, Stance.BY_PAIR);

    /// Which end of the data connection the site is.
    public enum Role {
        ANY,
        /// Passive: it listens.
        LISTENS,
        /// Active: it connects.
        CONNECTS
    }

    public enum Stance {
        /// As is said for the pair of servers; no if nothing is said.
        BY_PAIR,
        /// Yes, if the other site says so too.
        ALLOWED,
        /// No, whatever is said for the pair.
        NEVER
    }

    public SiteRules {
        if (method.isPresent()
                && switch (method.get()) {
                    case PROXY, SSCN, CCSN, CPSV -> false;
                    case RELAY, CLEAR, LOCAL -> true;
                }) {
            throw new IllegalArgumentException(
                    "The method “" + method.get().word() + "” is no way from server to server.");
        }
    }

    /// What a job from one site to the other may do, given what is allowed between the two.
    ///
    /// A site's word restricts: neither of them relays or goes clear if one says never. Where both
    /// name a method or claim the same role, the source has its way.
    public static TransferPolicy between(
            SiteRules source, SiteRules target, TransferPolicy allowed) {
        boolean relay = isAllowed(source.relay, target.relay, allowed.allowRelay());
        boolean clear = isAllowed(source.clear, target.clear, allowed.allowClear());
        return new TransferPolicy(
                allowed.method()
                        .filter(method -> method != Method.RELAY || relay)
                        .filter(method -> method != Method.CLEAR || clear)
                        .or(source::method)
                        .or(target::method),
                allowed.passive().or(() -> passive(source.role, target.role)),
                relay,
                clear,
                allowed.exists(),
                allowed.hash(),
                allowed.keepTimes(),
                allowed.rollBack());
    }

    private static boolean isAllowed(Stance source, Stance target, boolean byPair) {
        if (source == Stance.NEVER || target == Stance.NEVER) {
            return false;
        }
        return byPair || (source == Stance.ALLOWED && target == Stance.ALLOWED);
    }

    private static Optional<Side> passive(Role source, Role target) {
        return switch (source) {
            case LISTENS -> Optional.of(Side.SOURCE);
            case CONNECTS -> Optional.of(Side.TARGET);
            case ANY ->
                    switch (target) {
                        case LISTENS -> Optional.of(Side.TARGET);
                        case CONNECTS -> Optional.of(Side.SOURCE);
                        case ANY -> Optional.empty();
                    };
        };
    }
}
