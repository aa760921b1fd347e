package dev.crossdock.cli;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Method;

import java.util.EnumSet;
import java.util.Set;

/// What this version can do of what the options name; the rest is refused by name.
record Built(Set<Method> methods, Set<ExistsRule> rules) {

    static final Built NOW = new Built(EnumSet.of(Method.PROXY), EnumSet.allOf(ExistsRule.class));

    Built {
        methods = Set.copyOf(methods);
        rules = Set.copyOf(rules);
    }
}
