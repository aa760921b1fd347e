package dev.crossdock.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalInt;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
                    typed,        value, problem
                    1,            1,     ''
                    ' 1000 ',     1000,  ''
                    007,          7,     ''
                    0,            -,     'A whole number from 1 to 1,000.'
                    1001,         -,     'A whole number from 1 to 1,000.'
                    -1,           -,     'A whole number from 1 to 1,000.'
                    2.5,          -,     'A whole number from 1 to 1,000.'
                    two,          -,     'A whole number from 1 to 1,000.'
                    99999999999,  -,     'A whole number from 1 to 1,000.'
                    '',           -,     'A whole number from 1 to 1,000.'
                    """)
    void saysWhatIsWrongWithWhatIsTyped(String typed, Integer value, String problem) {
        var number = WholeNumber.between(1, 1000);
        number.typedProperty().set(typed);
        assertEquals(value == null ? OptionalInt.empty() : OptionalInt.of(value), number.value());
        assertEquals(problem, number.problemProperty().get());
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'  ',''", "0,'A whole number from 1 to 9, or nothing for no limit.'"})
    void nothingIsNoLimitWhereThatMayBe(String typed, String problem) {
        var number = WholeNumber.orNone(1, 9);
        number.typedProperty().set(typed);
        assertEquals(OptionalInt.empty(), number.value());
        assertEquals(problem, number.problemProperty().get());
    }
}
