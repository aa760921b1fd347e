package dev.crossdock.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class PermissionsTest {

    @ParameterizedTest
    @CsvSource({
        "644, rw-r--r--",
        "755, rwxr-xr-x",
        "000, ---------",
        "4755, rwsr-xr-x",
        "2640, rw-r-S---",
        "1777, rwxrwxrwt"
    })
    void digitsAndLettersMeanTheSame(String digits, String letters) {
        assertEquals(Optional.of(letters), Permissions.words(digits));
        assertEquals(Optional.of(digits), Permissions.octal(letters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "648", "07777", "rwx", "6 4"})
    void onlyThreeOrFourOctalDigitsCount(String digits) {
        assertEquals(Optional.empty(), Permissions.words(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adfrw", "rwxrwxrw", "flcdmpe"})
    void theMlstPermFactIsNoMode(String letters) {
        assertEquals(Optional.empty(), Permissions.octal(letters));
    }
}
