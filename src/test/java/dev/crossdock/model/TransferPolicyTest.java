package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class TransferPolicyTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, TransferPolicy.MOST_ROLL_BACK + 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aResumeGoesBackWithinBounds(long bytes) {
        TransferPolicy policy = TransferPolicy.secure(ExistsRule.ASK);
        assertThrows(IllegalArgumentException.class, () -> policy.rollingBack(bytes));
    }

    @ParameterizedTest
    @EnumSource(ExistsRule.class)
    void eachRuleIsFoundByItsWord(ExistsRule rule) {
        assertEquals(Optional.of(rule), ExistsRule.ofWord(rule.word()));
    }

    @ParameterizedTest
    @CsvSource({
        "overwrite-newer, true",
        "overwrite-other-size, false",
        "overwrite-newer-or-other-size, true",
        "overwrite, false"
    })
    void onlyRulesAboutTimesNeedThem(String word, boolean needed) {
        assertEquals(needed, ExistsRule.ofWord(word).orElseThrow().needsTimes());
    }
}
