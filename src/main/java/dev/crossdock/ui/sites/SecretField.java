package dev.crossdock.ui.sites;

import dev.crossdock.model.SecretKind;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.util.List;

/// A field for a secret, which never shows one that is kept.
final class SecretField {

    /// What is to become of a secret when the form is saved.
    sealed interface Order {
        /// As it is.
        record Leave() implements Order {}

        record Forget() implements Order {}

        /// A fresh one in its place. Whoever carries this out wipes the array.
        final class Keep implements Order {
            private final char[] secret;

            Keep(char[] secret) {
                this.secret = secret;
            }

            char[] secret() {
                return secret;
            }
        }
    }

    /// What is said beside the field.
    enum State {
        NONE,
        KEPT,
        FRESH,
        GOING
    }

    private final SecretKind kind;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty kept = new SimpleBooleanProperty();
    private final BooleanProperty forgotten = new SimpleBooleanProperty();
    private final ObservableValue<State> state;

    SecretField(SecretKind kind) {
        this.kind = kind;
        state = Bindings.createObjectBinding(this::stateNow, typed, kept, forgotten);
    }

    SecretKind kind() {
        return kind;
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableValue<State> stateProperty() {
        return state;
    }

    void clear() {
        typed.set("");
        forgotten.set(false);
    }

    /// @param isKept whether one is kept for the login that is typed
    void kept(boolean isKept) {
        kept.set(isKept);
    }

    /// Takes the kept one away when the form is saved.
    void forget() {
        typed.set("");
        forgotten.set(true);
    }

    void leave() {
        forgotten.set(false);
    }

    /// @param wanted whether there is a use for it
    Order order(boolean wanted) {
        if (!wanted || state.getValue() == State.GOING) {
            return kept.get() ? new Order.Forget() : new Order.Leave();
        }
        return typed.get().isEmpty()
                ? new Order.Leave()
                : new Order.Keep(typed.get().toCharArray());
    }

    List<ObservableValue<?>> values() {
        return List.of(typed, forgotten);
    }

    private State stateNow() {
        if (!typed.get().isEmpty()) {
            return State.FRESH;
        }
        if (!kept.get()) {
            return State.NONE;
        }
        return forgotten.get() ? State.GOING : State.KEPT;
    }
}
