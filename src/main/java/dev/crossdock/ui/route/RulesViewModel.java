package dev.crossdock.ui.route;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.PairRules;
import dev.crossdock.site.SiteStore;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What is allowed between the servers of the two panes.
///
/// All methods are called on the JavaFX thread. A change holds at once and is saved behind it.
public final class RulesViewModel {

    /// @param left name of the left pane's server
    record Between(String left, String right, PairRule rule) {}

    private final PairRules rules;
    private final SiteStore sites;
    private final Executor disk;
    private final Executor window;
    private final Consumer<Failure> notSaved;
    private final ReadOnlyObjectWrapper<Optional<Between>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param disk saves; one change after the other
    /// @param window runs on the JavaFX thread
    /// @param notSaved is told if the disk refused
    public RulesViewModel(
            PairRules rules,
            SiteStore sites,
            Executor disk,
            Executor window,
            Consumer<Failure> notSaved) {
        this.rules = rules;
        this.sites = sites;
        this.disk = disk;
        this.window = window;
        this.notSaved = notSaved;
    }

    ReadOnlyObjectProperty<Optional<Between>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Takes the servers of the panes; empty while one is not connected.
    public void update(Optional<Server> left, Optional<Server> right) {
        current.set(
                left.flatMap(one ->
                        right.map(
                                other -> new Between(one.name(), other.name(), rule(one, other)))));
    }

    /// What a job from one server to the other may do.
    public TransferPolicy policy(Server source, Server target) {
        return sites.ruled(source, target, rule(source, target).policy(ExistsRule.ASK));
    }

    void change(PairRule next) {
        Optional<Between> before = current.get();
        if (before.isEmpty() || before.get().rule().equals(next)) {
            return;
        }
        current.set(before.map(now -> new Between(now.left(), now.right(), next)));
        disk.execute(() -> save(next));
    }

    private PairRule rule(Server one, Server other) {
        return current.get()
                .map(Between::rule)
                .filter(rule -> rule.isFor(one, other))
                .orElseGet(() -> rules.of(one, other));
    }

    private void save(PairRule rule) {
        try {
            rules.save(rule);
        } catch (FailureException e) {
            window.execute(() -> notSaved.accept(e.failure()));
        }
    }
}
