package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class ServerOptionsTest {

    @ParameterizedTest
    @CsvSource({"utf8, UTF-8", "latin1, ISO-8859-1", "SJIS, Shift_JIS", "cp1252, windows-1252"})
    void aCharsetHasItsOwnName(String written, String name) {
        assertEquals(name, ServerOptions.USUAL.withCharset(written).charset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32BE", "IBM037", "no-such", "x y", "ISO-2022-CN"})
    void aCharsetThatFtpCannotUseIsRefused(String charset) {
        assertThrows(
                IllegalArgumentException.class, () -> ServerOptions.USUAL.withCharset(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "ftp.example.org", "0.0.0.0", "1:2", "", "::"})
    void whatIsNoAddressIsRefused(String address) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataRules(false, Optional.empty(), List.of(address)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DataRules(true, Optional.of(address), List.of()));
    }
}
