package dev.crossdock.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.exchange.SafePath.Unit;
import dev.crossdock.model.RemotePath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class SafePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /             | 1 0
                    /pub/linux    | 1 0 3 pub 5 linux
                    /a b/c        | 1 0 3 a b 1 c
                    /données/é    | 1 0 7 données 1 é
                    /3 x/1 0      | 1 0 3 3 x 3 1 0
                    """)
    void pathsAreWrittenAndReadByLength(String path, String stored) {
        for (Unit unit : Unit.values()) {
            assertEquals(stored, SafePath.write(RemotePath.of(path), unit));
            assertEquals(
                    Optional.of(path),
                    SafePath.parse(stored, unit).map(read -> read.path().value()));
        }
    }

    @Test
    void charactersBeyondThoseOf16BitsCountAsTheUnitSays() {
        var path = RemotePath.of("/a😀/b");
        assertEquals("1 0 3 a😀 1 b", SafePath.write(path, Unit.UTF_16));
        assertEquals("1 0 2 a😀 1 b", SafePath.write(path, Unit.CODE_POINT));
        for (Unit written : Unit.values()) {
            for (Unit read : Unit.values()) {
                assertEquals(
                        Optional.of(path),
                        SafePath.parse(SafePath.write(path, written), read).map(SafePath::path));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "x",
                "1 0 ",
                "1 0 3 pu",
                "1 0 3 pubx",
                "1 0 0 ",
                "1 0 -1 a",
                "1 0 3",
                "1  0",
                "1 0 99999999999 a",
                "1 0 40000 a",
                "-1 0",
                "1 0 3 pub 5 linu"
            })
    void whatIsNoSafePathIsNone(String text) {
        assertEquals(Optional.empty(), SafePath.parse(text, Unit.CODE_POINT));
    }
}
