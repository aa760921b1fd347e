package dev.crossdock.site;

import static dev.crossdock.site.Samples.NOW;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.FailureException;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerAddress;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class TlsHistoryTest {

    private static final SiteId ID = new SiteId("id-1");

    @TempDir Path folder;

    private SiteStore sites;

    @BeforeEach
    void open() {
        sites = new SiteStore(folder.resolve("sites.json"));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    id,   host,  port, refused
                    id-2, alpha, 21,   true
                    id-2, ALPHA, 21,   true
                    id-2, alpha, 2121, false
                    id-2, beta,  21,   false
                    id-1, beta,  2121, true
                    """)
    void neitherTheAddressNorTheSiteIsLoggedIntoWithoutTls(
            String id, String host, int port, boolean refused) throws FailureException {
        var protectedOnce = server(ID, "Alpha", 21, TlsMode.EXPLICIT);
        sites.save(new Site(protectedOnce, Optional.empty()));
        history().loggedInWithTls(protectedOnce);
        var now = server(new SiteId(id), host, port, TlsMode.CLEAR);
        assertEquals(refused, history().refusalOfClear(now).isPresent());
    }

    @Test
    void theRefusalSaysWhereAndWhatToDo() {
        history().loggedInWithTls(server(ID, "alpha", 21, TlsMode.EXPLICIT));
        var failure =
                history().refusalOfClear(server(ID, "alpha", 21, TlsMode.CLEAR)).orElseThrow();
        assertTrue(failure.words().contains("it had TLS on 2026-11-22 (alpha:21)"));
        assertTrue(failure.words().contains("remove alpha:21 from the servers with TLS"));
    }

    @Test
    void theIdOfAConnectionThatIsNotSavedMeansNothing() {
        history().loggedInWithTls(server(ID, "alpha", 21, TlsMode.EXPLICIT));
        var elsewhere = server(ID, "beta", 21, TlsMode.CLEAR);
        assertEquals(Optional.empty(), history().refusalOfClear(elsewhere));
    }

    @Test
    void aForgottenServerIsLoggedIntoAsItsSiteSays() throws FailureException {
        var server = server(ID, "alpha", 21, TlsMode.EXPLICIT);
        history().loggedInWithTls(server);
        sites.save(new Site(server, Optional.empty()));
        history().loggedInWithTls(server);
        assertEquals(2, history().all().size());
        var entry = history().byAddress().getFirst();
        assertEquals(List.of("Server"), entry.sites());
        assertEquals(1, history().byAddress().size());
        history().forget(List.of(new ServerAddress("alpha", 21)));
        assertEquals(0, history().all().size());
        var clear = server(ID, "alpha", 21, TlsMode.CLEAR);
        assertEquals(Optional.empty(), history().refusalOfClear(clear));
    }

    @Test
    void nothingIsWrittenASecondTime() throws Exception {
        var server = server(ID, "alpha", 21, TlsMode.IMPLICIT);
        history().loggedInWithTls(server);
        Path file = folder.resolve("protected.json");
        var before = Files.readAttributes(file, "*").get("fileKey");
        history().loggedInWithTls(server);
        assertEquals(before, Files.readAttributes(file, "*").get("fileKey"));
    }

    @Test
    void whatTheDiskRefusesIsKnownUntilTheEnd() throws Exception {
        Path file = folder.resolve("in/the/way");
        Files.writeString(folder.resolve("in"), "a file where a folder should be");
        var history = new TlsHistory(file, sites, InstantSource.fixed(NOW));
        history.loggedInWithTls(server(ID, "alpha", 21, TlsMode.EXPLICIT));
        var clear = server(ID, "alpha", 21, TlsMode.CLEAR);
        assertTrue(history.refusalOfClear(clear).isPresent());
    }

    private TlsHistory history() {
        return new TlsHistory(folder.resolve("protected.json"), sites, InstantSource.fixed(NOW));
    }

    private static Server server(SiteId id, String host, int port, TlsMode tls) {
        return new Server(id, "Server", host, port, tls, "me");
    }
}
