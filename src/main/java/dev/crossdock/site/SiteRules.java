package dev.crossdock.site;

import dev.crossdock.model.Method;

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
}
