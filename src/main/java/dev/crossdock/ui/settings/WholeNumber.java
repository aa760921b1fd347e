package dev.crossdock.ui.settings;

import dev.crossdock.ui.control.Amounts;
import dev.crossdock.ui.control.Strings;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;

import java.util.OptionalInt;

/// A field for a whole number, with what is wrong with what was typed.
final class WholeNumber {

    private static final String DIGITS = "[0-9]{1,9}";

    private final StringProperty typed = new SimpleStringProperty("");
    private final StringBinding problem;
    private final int least;
    private final int most;
    private final boolean mayBeNone;

    private WholeNumber(int least, int most, boolean mayBeNone) {
        this.least = least;
        this.most = most;
        this.mayBeNone = mayBeNone;
        problem = Bindings.createStringBinding(this::problemNow, typed);
    }

    static WholeNumber between(int least, int most) {
        return new WholeNumber(least, most, false);
    }

    /// An empty field is none.
    static WholeNumber orNone(int least, int most) {
        return new WholeNumber(least, most, true);
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Empty while all is well.
    ObservableStringValue problemProperty() {
        return problem;
    }

    boolean isWrong() {
        return !problem.get().isEmpty();
    }

    void show(int number) {
        typed.set(Integer.toString(number));
    }

    void show(OptionalInt number) {
        typed.set(number.isPresent() ? Integer.toString(number.getAsInt()) : "");
    }

    /// The number that is there; empty for none, and while it is wrong.
    OptionalInt value() {
        String digits = typed.get().strip();
        if (!digits.matches(DIGITS)) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private String problemNow() {
        if (value().isPresent() || (mayBeNone && typed.get().isBlank())) {
            return "";
        }
        return Strings.text(
                mayBeNone ? "settings.number.orNone" : "settings.number",
                Amounts.number(least),
                Amounts.number(most));
    }
}
