package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Optional;

class OutdatedTest {

    /// Times are milliseconds; the file at the target has 10 bytes.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    rule,                          size, source, target, replaced
                    OVERWRITE_NEWER,               10,   5000,   1000,   true
                    OVERWRITE_NEWER,               10,   2001,   1000,   true
                    OVERWRITE_NEWER,               10,   2000,   1000,   false
                    OVERWRITE_NEWER,               10,   1000,   1000,   false
                    OVERWRITE_NEWER,               99,   1000,   5000,   false
                    OVERWRITE_NEWER,               10,   ,       1000,   false
                    OVERWRITE_NEWER,               99,   5000,   ,       false
                    OVERWRITE_OTHER_SIZE,          10,   5000,   1000,   false
                    OVERWRITE_OTHER_SIZE,          9,    1000,   5000,   true
                    OVERWRITE_OTHER_SIZE,          11,   ,       ,       true
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 10,   5000,   1000,   true
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 10,   1000,   1000,   false
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 9,    1000,   5000,   true
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 9,    ,       ,       true
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 10,   ,       1000,   false
                    OVERWRITE_NEWER_OR_OTHER_SIZE, 10,   5000,   ,       false
                    """)
    void whatIsReplacedDependsOnSizesAndTimes(
            ExistsRule rule,
            long size,
            @Nullable Long source,
            @Nullable Long target,
            boolean replaced) {
        Optional<String> kept = reason(rule, version(size, source), version(10, target));
        assertEquals(replaced, kept.isEmpty());
        kept.ifPresent(why -> assertTrue(why.startsWith("/b on beta "), why));
    }

    @ParameterizedTest
    @EnumSource(
            value = ExistsRule.class,
            names = {"ASK", "SKIP", "OVERWRITE", "RESUME", "RENAME", "FAIL"})
    void otherRulesAreNotAskedForHere(ExistsRule rule) {
        FileVersion one = version(1, 1L);
        assertThrows(IllegalArgumentException.class, () -> reason(rule, one, one));
    }

    private static Optional<String> reason(ExistsRule rule, FileVersion now, FileVersion there) {
        return Outdated.reasonToKeep(rule, now, there, "alpha", "/b on beta");
    }

    private static FileVersion version(long size, @Nullable Long modified) {
        return new FileVersion(size, Optional.ofNullable(modified).map(Instant::ofEpochMilli));
    }
}
