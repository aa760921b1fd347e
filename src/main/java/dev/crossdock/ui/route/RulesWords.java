package dev.crossdock.ui.route;

import dev.crossdock.model.HashRule;
import dev.crossdock.model.Method;
import dev.crossdock.site.PairRule;
import dev.crossdock.ui.control.Strings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is allowed between two servers, in words.
final class RulesWords {

    private RulesWords() {}

    /// The gravest of what is not as usual, in two or three words; empty if all is.
    static String brief(PairRule rule) {
        if (rule.allowClear()) {
            return Strings.text("rules.brief.clear");
        }
        if (rule.method().isPresent()) {
            return Strings.text("rules.brief.only", method(rule.method()));
        }
        if (rule.allowRelay()) {
            return Strings.text("rules.brief.relay");
        }
        return rule.isUsual() ? "" : Strings.text("rules.brief.changed");
    }

    static String method(Optional<Method> method) {
        return method.map(only ->
                        switch (only) {
                            case PROXY, SSCN, CCSN, CPSV -> only.label();
                            case RELAY, LOCAL -> Strings.text("rules.method.relay");
                            case CLEAR -> Strings.text("rules.method.clear");
                        })
                .orElse(Strings.text("rules.method.auto"));
    }

    /// Those that may be named as the only one now.
    static List<Optional<Method>> methods(PairRule rule) {
        var methods = new ArrayList<Optional<Method>>();
        methods.add(Optional.empty());
        for (Method method : List.of(Method.PROXY, Method.SSCN, Method.CCSN, Method.CPSV)) {
            methods.add(Optional.of(method));
        }
        if (rule.allowRelay()) {
            methods.add(Optional.of(Method.RELAY));
        }
        if (rule.allowClear()) {
            methods.add(Optional.of(Method.CLEAR));
        }
        return methods;
    }

    static String hash(HashRule rule) {
        return Strings.text("rules.hash." + rule.word());
    }
}
