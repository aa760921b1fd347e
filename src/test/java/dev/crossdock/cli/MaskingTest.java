package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "ftps://me@alpha:2121/x, ftps://me@alpha:2121/x",
        "ftps://me:pw@alpha/x, ftps://me:…@alpha/x",
        "ftps://me:p/w@alpha/x, ftps://me:…@alpha/x",
        "ftps://:pw@alpha/x, ftps://:…@alpha/x",
        "'Unmatched: ''ftps://me:pw@alpha/'', more', 'Unmatched: ''ftps://me:…@alpha/'', more'",
        "alpha: a@b, alpha: a@b"
    })
    void passwordInAMessageIsTakenOut(String text, String masked) {
        assertEquals(masked, Masking.message(text));
    }

    @ParameterizedTest
    @CsvSource({"me:pw@alpha/x, me:…@alpha/x", "/tmp/a:b@c, /tmp/a:b@c", "x@y:z, x@y:z"})
    void passwordInAnArgumentWithoutASchemeIsTakenOut(String typed, String masked) {
        assertEquals(masked, Masking.argument(typed));
    }
}
