package dev.crossdock.ui.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PROXY; SOURCE; TARGET; alpha listens; beta connects and is TLS client (+proxy).",
                "PROXY; TARGET; SOURCE; beta listens; alpha connects and is TLS client (+proxy).",
                "CPSV; TARGET; TARGET; beta listens and is TLS client (CPSV); alpha connects."
            })
    void saysWhoListensWhoConnectsAndWhoIsTlsClient(
            Method method, Side passive, Side client, String first, String second) {
        String words = RouteWords.full(Route.between(method, passive, client), "alpha", "beta");
        assertEquals(
                first + "; " + second + " The file goes straight from server to server, encrypted.",
                words);
    }

    @Test
    void aClearRouteSaysWhatThatMeans() {
        assertEquals(
                "beta listens; alpha connects. Nothing is encrypted: whoever stands between the"
                        + " servers can read the file.",
                RouteWords.full(Route.clear(Side.TARGET), "alpha", "beta"));
    }

    @Test
    void briefWordsNameTheTlsClient() {
        Route route = Route.between(Method.SSCN, Side.TARGET, Side.SOURCE);
        assertEquals("SSCN by alpha", RouteWords.brief(route, "alpha", "beta"));
    }
}
