package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.OlderTls;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each history of data connections makes of the TLS versions offered to a server.
class TlsVersionsTest {

    private static final Server SERVER = server("alpha");

    private final OlderTls remembered = new OlderTls();
    private final TlsVersions versions = new TlsVersions(remembered);

    /// A word a session, of TLS 1.3 or 1.2: `u` an upload that works, `U` one that is refused, `d`
    /// and `D` the same for downloads.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    history                    | offered  | remembered
                    3:u                        | TLSv1.3  | false
                    3:U                        | TLSv1.2  | false
                    3:D                        | TLSv1.2  | false
                    3:U 2:u                    | TLSv1.2  | true
                    3:D 2:d                    | TLSv1.2  | true
                    3:U 2:d                    | TLSv1.2  | false
                    3:D 2:u                    | TLSv1.2  | false
                    3:dddddddddddddddU 2:u     | TLSv1.2  | true
                    3:uU 2:u                   | TLSv1.2  | false
                    3:uU 2:uu                  | TLSv1.2  | true
                    3:uU 2:u 2:u               | TLSv1.2  | false
                    3:uU 2:udu                 | TLSv1.2  | false
                    3:uudU 2:uu                | TLSv1.2  | false
                    3:uudU 2:uuu               | TLSv1.2  | true
                    3:u 3:u 3:uU 2:uu          | TLSv1.2  | true
                    3:uuuuuuuuuuU 2:uuuuuuuuuu | TLSv1.2  | false
                    3:uuuuuuuuuuU 2:uuuuuuuuuuu | TLSv1.2 | true
                    3:uuuuuuuuuuuU             | TLSv1.2  | false
                    3:uuuuuuuuuuuU 2:u         | TLSv1.3  | false
                    3:dddddddddddD 2:dddddddddddddd | TLSv1.3 | false
                    3:U 2:U                    | TLSv1.2  | false
                    3:U 2:Uu                   | TLSv1.3  | false
                    3:U 2:Uu 3:U 2:u           | TLSv1.2  | true
                    3:U 2:UU                   | TLSv1.3  | false
                    3:U 2:U 2:U                | TLSv1.3  | false
                    3:U 2:UU 3:U               | TLSv1.3  | false
                    3:U 2:UU 3:D               | TLSv1.2  | false
                    3:U 2:UU 3:d 3:U           | TLSv1.3  | false
                    3:U 2:UU 3:u 3:U           | TLSv1.2  | false
                    3:U 3:U 2:u                | TLSv1.2  | true
                    3:U 3:u 2:u                | TLSv1.2  | false
                    2:UU                       | TLSv1.3  | false
                    """)
    void theHistoryDecidesWhatIsOffered(String history, String offered, boolean isRemembered) {
        for (String session : history.split(" ")) {
            live(session);
        }

        assertEquals(offered, versions.isOnlyTls12(SERVER) ? "TLSv1.2" : "TLSv1.3");
        assertEquals(isRemembered, remembered.isOnlyTls12(SERVER));
    }

    @Test
    void aNewLoginIsWorthATryUnlessItWasInVain() {
        assertTrue(session(true).refused(DataKind.UPLOAD));
        assertTrue(session(true).refused(DataKind.UPLOAD));
        assertFalse(session(false).refused(DataKind.UPLOAD));
        assertFalse(session(false).refused(DataKind.UPLOAD));
        assertFalse(session(true).refused(DataKind.UPLOAD));
        assertTrue(session(true).refused(DataKind.DOWNLOAD));
    }

    @Test
    void oneServerSaysNothingOfAnother() {
        session(true).refused(DataKind.UPLOAD);

        assertFalse(versions.isOnlyTls12(server("beta")));
    }

    @Test
    void whatIsForgottenIsTriedUnderTls13Again() {
        session(true).refused(DataKind.UPLOAD);
        session(false).worked(DataKind.UPLOAD);
        assertTrue(versions.isOnlyTls12(SERVER));

        remembered.clear();

        assertFalse(versions.isOnlyTls12(SERVER));
    }

    @Test
    void aCountIsNotNegative() {
        assertThrows(
                IllegalArgumentException.class, () -> new TlsTrial(-1, TlsTrial.Stage.RUNNING));
    }

    private void live(String session) {
        TlsVersions.Watch watch = session(session.startsWith("3"));
        for (char c : session.substring(2).toCharArray()) {
            DataKind kind = Character.toLowerCase(c) == 'u' ? DataKind.UPLOAD : DataKind.DOWNLOAD;
            if (Character.isLowerCase(c)) {
                watch.worked(kind);
            } else {
                boolean _ = watch.refused(kind);
            }
        }
    }

    private TlsVersions.Watch session(boolean underTls13) {
        return versions.new Watch(SERVER, underTls13);
    }

    private static Server server(String name) {
        return new Server(new SiteId(name), name, name, 21, TlsMode.EXPLICIT, "tester");
    }
}
