package dev.crossdock.ui.queue;

import dev.crossdock.model.ByteRate;
import dev.crossdock.ui.control.Strings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/// How fast files may pass this computer.
///
/// All methods are called on the JavaFX thread.
public final class LimitViewModel {

    private final Throttle throttle;
    private final ReadOnlyObjectWrapper<Optional<ByteRate>> limit =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public LimitViewModel(Throttle throttle) {
        this.throttle = throttle;
    }

    public ReadOnlyObjectProperty<Optional<ByteRate>> limitProperty() {
        return limit.getReadOnlyProperty();
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// What is wrong with what was typed; empty if nothing is.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Holds at once; empty takes the limit away.
    public void set(Optional<ByteRate> rate) {
        limit.set(rate);
        throttle.limit(rate);
        untype();
    }

    /// Takes what was typed; nothing means no limit.
    void submit() {
        String word = typed.get().strip();
        Optional<ByteRate> rate = ByteRate.parse(word);
        if (rate.isEmpty() && !word.isEmpty()) {
            problem.set(Strings.text("queue.limit.problem"));
        } else {
            set(rate);
        }
    }

    /// Puts what holds in the place of what was typed.
    void untype() {
        typed.set(limit.get().map(ByteRate::word).orElse(""));
        problem.set("");
    }
}
