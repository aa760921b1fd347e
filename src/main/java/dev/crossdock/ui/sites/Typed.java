package dev.crossdock.ui.sites;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;

import java.util.function.Function;

/// A field, what is typed in it, and what is wrong with that.
///
/// @param <T> what the words mean
final class Typed<T> {

    private final String id;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty insisted = new SimpleBooleanProperty();
    private final Function<String, T> reader;
    private final StringBinding problem;

    /// @param id of its control
    /// @param reader throws IllegalArgumentException with words for a person
    /// @param others what the meaning depends on besides
    Typed(String id, Function<String, T> reader, Observable... others) {
        this.id = id;
        this.reader = reader;
        var all = new Observable[others.length + 2];
        System.arraycopy(others, 0, all, 0, others.length);
        all[others.length] = text;
        all[others.length + 1] = insisted;
        problem = Bindings.createStringBinding(this::problemNow, all);
    }

    String id() {
        return id;
    }

    StringProperty textProperty() {
        return text;
    }

    /// What is wrong, in words; empty while all is well, and as long as nothing is typed and nobody
    /// insists.
    ObservableStringValue problemProperty() {
        return problem;
    }

    void show(String words) {
        text.set(words);
        insisted.set(false);
    }

    /// What is typed.
    ///
    /// @throws IllegalArgumentException if it makes no sense, with words for a person
    T value() {
        return reader.apply(text.get());
    }

    /// Whether what is typed, or that nothing is, makes no sense; says so from now on.
    boolean isWrong() {
        insisted.set(true);
        return !problem.get().isEmpty();
    }

    private String problemNow() {
        if (text.get().isBlank() && !insisted.get()) {
            return "";
        }
        try {
            T _ = value();
            return "";
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }
}
