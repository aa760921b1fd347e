package dev.crossdock.build;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who may use whom, as a table: every class of ours is in one of these packages or below.
final class Arrows extends ArchCondition<JavaClass> {

    static final String ROOT = "dev.crossdock.";

    static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("model", Set.of()),
                    Map.entry("local", Set.of("model")),
                    Map.entry("net", Set.of("model")),
                    Map.entry("ftp", Set.of("ftp.listing", "net", "model")),
                    Map.entry("ftp.listing", Set.of("model")),
                    Map.entry("fxp", Set.of("ftp", "model")),
                    Map.entry("transfer", Set.of("fxp", "ftp", "queue", "local", "model")),
                    Map.entry("queue", Set.of("model")),
                    Map.entry("browse", Set.of("ftp", "local", "model")),
                    Map.entry("store", Set.of("model")),
                    Map.entry("update", Set.of("store", "model")),
                    Map.entry("vault", Set.of("store", "model")),
                    Map.entry("site", Set.of("store", "vault", "model")),
                    Map.entry("exchange", Set.of("site", "store", "model")),
                    Map.entry("about", Set.of()),
                    Map.entry(
                            "ui",
                            Set.of(
                                    "about",
                                    "queue",
                                    "browse",
                                    "site",
                                    "vault",
                                    "exchange",
                                    "update",
                                    "local",
                                    "model")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "about",
                                    "queue",
                                    "browse",
                                    "site",
                                    "vault",
                                    "exchange",
                                    "local",
                                    "model")),
                    Map.entry("demo", Set.of("model")),
                    Map.entry("instance", Set.of("model")),
                    Map.entry(
                            "app",
                            Set.of(
                                    "model",
                                    "net",
                                    "ftp",
                                    "ftp.listing",
                                    "fxp",
                                    "transfer",
                                    "queue",
                                    "browse",
                                    "local",
                                    "site",
                                    "store",
                                    "vault",
                                    "exchange",
                                    "update",
                                    "instance",
                                    "ui",
                                    "cli",
                                    "demo")));

    Arrows() {
        super("use only the packages that their own may use");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        Optional<String> own = part(item);
        if (own.isEmpty()) {
            events.add(
                    SimpleConditionEvent.violated(
                            item, item.getName() + " is in no package of the picture"));
            return;
        }
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getName().startsWith(ROOT)) {
                String used = part(target).orElse(target.getPackageName());
                if (!used.equals(own.get()) && !mayUse(own.get()).contains(used)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    dependency,
                                    "%s may not use %s: %s"
                                            .formatted(
                                                    own.get(), used, dependency.getDescription())));
                }
            }
        }
    }

    static Set<String> mayUse(String part) {
        return MAY_USE.getOrDefault(part, Set.of());
    }

    /// `ui` for `dev.crossdock.ui.pane.X`, `ftp.listing` for a class there and not `ftp`.
    private static Optional<String> part(JavaClass item) {
        String place = item.getPackageName() + ".";
        return MAY_USE.keySet().stream()
                .filter(part -> place.startsWith(ROOT + part + "."))
                .max(Comparator.comparingInt(String::length));
    }
}
