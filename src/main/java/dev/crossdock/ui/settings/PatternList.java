package dev.crossdock.ui.settings;

import dev.crossdock.model.NamePattern;
import dev.crossdock.model.NamePattern.Scope;
import dev.crossdock.model.NamePattern.Syntax;
import dev.crossdock.site.TransferSettings;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/// A list of patterns for names, and the one that is being typed.
final class PatternList {

    private final Scope usual;
    private final ObservableList<NamePattern> patterns = FXCollections.observableArrayList();
    private final ObservableList<NamePattern> shown =
            FXCollections.unmodifiableObservableList(patterns);
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Syntax> syntax = new SimpleObjectProperty<>(Syntax.WILDCARD);
    private final ObjectProperty<Scope> scope;
    private final StringBinding problem;
    private final ObjectBinding<Optional<NamePattern>> candidate;
    private final BooleanBinding pending;

    /// @param usual what a new pattern is for
    PatternList(Scope usual) {
        this.usual = usual;
        scope = new SimpleObjectProperty<>(usual);
        problem = Bindings.createStringBinding(this::problemNow, typed, syntax, scope, patterns);
        candidate =
                Bindings.createObjectBinding(this::candidateNow, typed, syntax, scope, patterns);
        pending =
                Bindings.createBooleanBinding(
                        () -> !typed.get().isBlank() && !isListed(),
                        typed,
                        syntax,
                        scope,
                        patterns);
    }

    ObservableList<NamePattern> patterns() {
        return shown;
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObjectProperty<Syntax> syntaxProperty() {
        return syntax;
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// Why what is typed cannot be a pattern; empty while it can, or nothing is typed.
    ObservableStringValue problemProperty() {
        return problem;
    }

    /// Whether something is typed that the list does not have.
    ObservableBooleanValue pendingProperty() {
        return pending;
    }

    /// What is typed, if it is a pattern that the list does not have.
    ObservableObjectValue<Optional<NamePattern>> candidateProperty() {
        return candidate;
    }

    void show(List<NamePattern> all) {
        patterns.setAll(all);
        clear();
    }

    /// Other patterns under what is being typed.
    void swap(List<NamePattern> all) {
        patterns.setAll(all);
    }

    /// Puts one of the list where it can be changed.
    void edit(NamePattern pattern) {
        typed.set(pattern.text());
        syntax.set(pattern.syntax());
        scope.set(pattern.scope());
    }

    /// Puts what is typed at the end of the list, if it can be there.
    void add() {
        candidate
                .get()
                .ifPresent(pattern -> {
                    patterns.add(pattern);
                    clear();
                });
    }

    /// Puts what is typed in the place of another, if it can be there.
    void replace(int index) {
        candidate
                .get()
                .ifPresent(pattern -> {
                    patterns.set(index, pattern);
                    clear();
                });
    }

    void remove(int index) {
        patterns.remove(index);
        clear();
    }

    /// @return where it is now
    int move(int index, int by) {
        int to = Math.clamp((long) index + by, 0, patterns.size() - 1);
        patterns.add(to, patterns.remove(index));
        return to;
    }

    private void clear() {
        typed.set("");
        syntax.set(Syntax.WILDCARD);
        scope.set(usual);
    }

    private boolean canGrow() {
        return patterns.size() < TransferSettings.MOST_PATTERNS;
    }

    private boolean isListed() {
        return patterns.stream()
                .anyMatch(each ->
                        each.text().equals(typed.get())
                                && each.syntax() == syntax.get()
                                && each.scope() == scope.get());
    }

    private Optional<NamePattern> candidateNow() {
        return !typed.get().isBlank() && !isListed() && problemNow().isEmpty()
                ? Optional.of(new NamePattern(typed.get(), syntax.get(), scope.get()))
                : Optional.empty();
    }

    private String problemNow() {
        if (typed.get().isBlank() || isListed()) {
            return "";
        }
        if (!canGrow()) {
            return Strings.text("settings.patterns.full", TransferSettings.MOST_PATTERNS);
        }
        try {
            NamePattern _ = new NamePattern(typed.get(), syntax.get(), scope.get());
            return "";
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
