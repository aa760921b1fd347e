package dev.crossdock.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

class TimeDialogTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-01-10T11:30:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    day,        time,     instant
                    2026-01-10, 12:31,    2026-01-10T11:31:00Z
                    2026-01-10, ' 22:05 ', 2026-01-10T21:05:00Z
                    2026-01-10, 12:30:01, 2026-01-10T11:30:01Z
                    2026-01-10, 12:30,
                    2026-01-09, 23:00,
                    2026-01-11, 6:00,     2026-01-11T05:00:00Z
                    2026-01-11, 24:00,
                    2026-01-11, noon,
                    2026-01-11, '',
                    ,           23:00,
                    """)
    void onlyATimeAheadCounts(LocalDate day, String time, Instant instant) {
        assertEquals(Optional.ofNullable(instant), TimeDialog.read(day, time, NOW));
    }
}
