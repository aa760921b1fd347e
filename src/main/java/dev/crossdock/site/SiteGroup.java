package dev.crossdock.site;

import java.util.ArrayList;
import java.util.List;

/// A folder of the site manager, by the names on the way to it; the top has none.
public record SiteGroup(List<String> names) implements Saved {

    public static final SiteGroup TOP = new SiteGroup(List.of());
    public static final int DEEPEST = 64;
    public static final int LONGEST_NAME = 255;

    public SiteGroup {
        names = List.copyOf(names);
        if (names.size() > DEEPEST) {
            throw new IllegalArgumentException("Folders lie at most %d deep.".formatted(DEEPEST));
        }
        names.forEach(SiteGroup::requireName);
    }

    public static SiteGroup of(String... names) {
        return new SiteGroup(List.of(names));
    }

    public boolean isTop() {
        return names.isEmpty();
    }

    public String name() {
        return isTop() ? "" : names.getLast();
    }

    /// The folder that this one lies in; the top lies in itself.
    public SiteGroup parent() {
        return isTop() ? this : new SiteGroup(names.subList(0, names.size() - 1));
    }

    public SiteGroup child(String name) {
        var longer = new ArrayList<>(names);
        longer.add(name);
        return new SiteGroup(longer);
    }

    /// Whether the other is this folder or lies somewhere in it.
    public boolean holds(SiteGroup other) {
        return other.names.size() >= names.size()
                && other.names.subList(0, names.size()).equals(names);
    }

    /// Where this one is once a folder that holds it has become another.
    SiteGroup moved(SiteGroup from, SiteGroup to) {
        var path = new ArrayList<>(to.names);
        path.addAll(names.subList(from.names.size(), names.size()));
        return new SiteGroup(path);
    }

    static void requireName(String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A folder needs a name of at most %d characters without control characters."
                            .formatted(LONGEST_NAME));
        }
    }
}
