package dev.crossdock.testing;

import java.util.EnumSet;
import java.util.Set;

/// What a server can and what it says it can, two things with some servers.
public record Skills(Set<Skill> real, Set<Skill> listed) {

    public Skills {
        real = Set.copyOf(real);
        listed = Set.copyOf(listed);
    }

    /// These and no others, all of them listed.
    static Skills of(Skill... skills) {
        return new Skills(Set.of(skills), Set.of(skills));
    }

    Skills with(Skill skill) {
        return new Skills(plus(real, skill), plus(listed, skill));
    }

    Skills without(Skill skill) {
        return new Skills(minus(real, skill), minus(listed, skill));
    }

    Skills hiding(Skill skill) {
        return new Skills(plus(real, skill), minus(listed, skill));
    }

    Skills claiming(Skill skill) {
        return new Skills(minus(real, skill), plus(listed, skill));
    }

    private static Set<Skill> plus(Set<Skill> some, Skill skill) {
        var more = EnumSet.of(skill);
        more.addAll(some);
        return more;
    }

    private static Set<Skill> minus(Set<Skill> some, Skill skill) {
        var fewer = EnumSet.noneOf(Skill.class);
        fewer.addAll(some);
        fewer.remove(skill);
        return fewer;
    }
}
