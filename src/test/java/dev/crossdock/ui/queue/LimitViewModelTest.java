package dev.crossdock.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.ByteRate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LimitViewModelTest {

    private final List<Optional<ByteRate>> told = new ArrayList<>();
    private final LimitViewModel model = new LimitViewModel(told::add);

    @Test
    void whatIsTypedHoldsAtOnce() {
        type(" 1500k ");
        assertEquals(Optional.of(new ByteRate(1_500_000)), model.limitProperty().get());
        assertEquals("1.5M", model.typedProperty().get());
        assertEquals(List.of(ByteRate.parse("1.5M")), told);
    }

    @Test
    void nothingTypedTakesTheLimitAway() {
        type("2M");
        type(" ");
        assertEquals(Optional.empty(), model.limitProperty().get());
        assertEquals(List.of(ByteRate.parse("2M"), Optional.empty()), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0", "-2M", "2 MB"})
    void whatIsNoSpeedChangesNothingAndIsSaid(String word) {
        type("2M");
        type(word);
        assertEquals(ByteRate.parse("2M"), model.limitProperty().get());
        assertEquals(word, model.typedProperty().get());
        assertEquals(
                "A limit is a number of bytes a second such as 800K or 1.5M.",
                model.problemProperty().get());
        assertEquals(List.of(ByteRate.parse("2M")), told);
        model.untype();
        assertEquals("2M", model.typedProperty().get());
        assertEquals("", model.problemProperty().get());
    }

    private void type(String word) {
        model.typedProperty().set(word);
        model.submit();
    }
}
