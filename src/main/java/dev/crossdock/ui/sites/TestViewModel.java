package dev.crossdock.ui.sites;

import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Map;

/// The test of a site: what it is at, and what came of it.
final class TestViewModel {

    sealed interface State {
        record Idle() implements State {}

        record Running(Server server) implements State {}

        record Done(SiteTest.Result result) implements State {}
    }

    private final SiteTest test;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private Runnable giveUp = () -> {};

    TestViewModel(SiteTest test) {
        this.test = test;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @param secrets are wiped by the test
    void begin(Server server, Map<SecretKind, char[]> secrets) {
        close();
        state.set(new State.Running(server));
        giveUp = test.begin(server, secrets, result -> state.set(new State.Done(result)));
    }

    /// Gives up what runs, and puts away what came of it.
    void close() {
        giveUp.run();
        giveUp = () -> {};
        state.set(new State.Idle());
    }
}
