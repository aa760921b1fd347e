package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.HashRule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashEffortTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    size,       rule,       asked, seconds
                    16777216,   WHEN_CHEAP, true,  30
                    16777217,   WHEN_CHEAP, false, 30
                    16777217,   ALWAYS,     true,  30
                    2097152000, ALWAYS,     true,  130
                    0,          NEVER,      false, 30
                    """)
    void whatItCostsDecidesWhetherAndHowLongTheServerIsAsked(
            long size, HashRule rule, boolean asked, long seconds) {
        var effort = new HashEffort(size);
        assertEquals(asked, effort.isAllowedBy(rule));
        assertEquals(seconds, effort.within().toSeconds());
    }
}
