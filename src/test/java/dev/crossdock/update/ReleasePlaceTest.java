package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

class ReleasePlaceTest {

    private static final String LIST = "https://crossdock.test/releases.json";
    private static final Signer SIGNER = new Signer();

    /// A build with a wrong address or key ends here.
    @Test
    void whatThisBuildNamesCanBeUsed() {
        assertDoesNotThrow(() -> ReleasePlace.of(ReleasePlace.properties()));
    }

    @Test
    void theSignatureLiesBesideTheList() {
        var place = ReleasePlace.of(build(LIST, SIGNER.base64(), "0.1.0")).orElseThrow();
        assertEquals(new ReleasePlace(URI.create(LIST), SIGNER.key(), new Version(0, 1, 0)), place);
        assertEquals(URI.create(LIST + ".sig"), place.signature());
        assertEquals("crossdock.test", place.host());
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "${crossdock.releases.list}"})
    void aBuildMayNameNoList(String list) {
        assertEquals(Optional.empty(), ReleasePlace.of(build(list, "", "${project.version}")));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    list,                                    version
                    http://crossdock.test/releases.json,     0.1.0
                    https://me@crossdock.test/releases.json, 0.1.0
                    https://crossdock.test/releases?a=b,     0.1.0
                    https://crossdock.test/releases#a,       0.1.0
                    https://crossdock.test,                  0.1.0
                    releases.json,                           0.1.0
                    file:///releases.json,                   0.1.0
                    https://crossdock.test/releases.json,    0.1-SNAPSHOT
                    """)
    void refusesABuildThatNamesItWrongly(String list, String version) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ReleasePlace.of(build(list, SIGNER.base64(), version)));
        assertThrows(
                IllegalArgumentException.class, () -> ReleasePlace.of(build(LIST, "", "0.1.0")));
    }

    private static Properties build(String list, String key, String version) {
        var properties = new Properties();
        properties.setProperty("list", list);
        properties.setProperty("key", key);
        properties.setProperty("version", version);
        return properties;
    }
}
