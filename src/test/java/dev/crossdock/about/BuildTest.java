package dev.crossdock.about;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.Properties;

class BuildTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            quoteCharacter = '`',
            textBlock =
                    """
                    version, commit,                dirty, words
                    1.2.0,   0123456789ab,          false, 1.2.0 (commit 0123456789ab)
                    1.2.0,   0123456789ab,          true,  `1.2.0 (commit 0123456789ab, changed)`
                    1.2.0,   -,                     true,  1.2.0
                    1.2.0,   ${git.commit.id},      false, 1.2.0
                    1.2.0,   <b>0123456789ab,       false, 1.2.0
                    -,       -,                     -,     development
                    """)
    void theWordsTellVersionAndCommit(
            @Nullable String version,
            @Nullable String commit,
            @Nullable String dirty,
            String words) {
        var lines = new Properties();
        if (commit != null) {
            lines.setProperty("git.commit.id.abbrev", commit);
        }
        if (dirty != null) {
            lines.setProperty("git.dirty", dirty);
        }
        assertEquals(words, Build.of(Optional.ofNullable(version), lines).words());
    }
}
