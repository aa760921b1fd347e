package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Controls;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.Verification;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class DoneTextTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    method | source | target | verified | note | lines
                    PROXY  | TLSv1  | TLSv1  | SIZE     | ''   | TLS from server to server by +proxy, size verified
                    SSCN   | TLSv1  | TLSv1  | SHA256   | ''   | TLS from server to server by SSCN, sha-256 verified
                    RELAY  | TLSv1  | TLSv1  | NO       | ''   | TLS through this computer, not verified
                    CLEAR  | TLSv1  | TLSv1  | SIZE     | ''   | NOT ENCRYPTED, size verified
                    CLEAR  | TLSv1  | ''     | SIZE     | ''   | NOT ENCRYPTED, size verified;the control connection of the target was NOT ENCRYPTED
                    LOCAL  | TLSv1  | ''     | SIZE     | ''   | TLS, size verified
                    PROXY  | TLSv1  | TLSv1  | SIZE     | a;b  | TLS from server to server by +proxy, size verified;sent again: a;sent again: b
                    """)
    void theFirstLineIsEnoughUnlessThereIsMore(
            Method method,
            String source,
            String target,
            Verification verified,
            String note,
            String lines) {
        var done =
                new Outcome.Done(
                        5,
                        Duration.ofMillis(1250),
                        route(method),
                        route(method).protection(),
                        verified,
                        RemotePath.of("/x"),
                        new Controls(source, target),
                        note.replace(';', '\n'));
        assertEquals(
                "done       a -> b  5 B in 1.3 s, " + lines.replace(";", "\n           "),
                String.join("\n", DoneText.lines("a -> b", done)));
    }

    private static Route route(Method method) {
        return switch (method) {
            case RELAY -> Route.relay();
            case CLEAR -> Route.clear(Side.TARGET);
            case LOCAL -> Route.local();
            case PROXY, SSCN, CCSN, CPSV -> Route.between(method, Side.SOURCE, Side.TARGET);
        };
    }
}
