package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Capability;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.site.Endpoint;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.Site;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ForgettingTest {

    private static final Server ALPHA = server("alpha", 21, TlsMode.EXPLICIT);
    private static final Server BETA = server("beta", 990, TlsMode.IMPLICIT);
    private static final Server GAMMA = server("::1", 2121, TlsMode.CLEAR);

    private final Path folder;
    private final Shell shell;
    private final ServerMemory memory;

    ForgettingTest(@TempDir Path folder) {
        this.folder = folder;
        shell = new Shell(folder);
        memory = shell.cores.memory;
    }

    @BeforeEach
    void learn() {
        memory.proven(ALPHA, BETA, Route.between(Method.PROXY, Side.SOURCE, Side.TARGET));
        memory.refuted(ALPHA, Capability.SSCN, "502 no\u001b[31m");
        memory.onlyTls12(GAMMA);
    }

    @Test
    void withNoPlaceAllIsForgottenAndPrinted() {
        var result = shell.run("probe", "--forget");
        assertEquals(
                """
                forgot  ftp://[::1]:2121 data connections only under TLS 1.2; proven WHEN
                forgot  ftpes://alpha SSCN; refuted WHEN: 502 no [31m
                forgot  ftpes://alpha -> ftps-implicit://beta +proxy: source listens, target connects, target is TLS client; proven WHEN
                """,
                withoutTimes(result.out()));
        assertEquals(0, result.code());
        assertEquals(List.of(), memory.all());
    }

    @Test
    void jsonIsOneObjectForEachThing() {
        var result = shell.run("probe", "--json", "--forget");
        assertEquals(
                """
                {"servers":["ftp://[::1]:2121"],"about":"only-tls12","capability":null,"route":null,"evidence":"proven","when":"WHEN","words":""}
                {"servers":["ftpes://alpha"],"about":"capability","capability":"SSCN","route":null,"evidence":"refuted","when":"WHEN","words":"502 no [31m"}
                {"servers":["ftpes://alpha","ftps-implicit://beta"],"about":"route","capability":null,"route":{"method":"proxy","passive":"source","tlsClient":"target"},"evidence":"proven","when":"WHEN","words":""}
                """,
                withoutTimes(result.out()));
        assertEquals(0, result.code());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    place,                 left
                    ftps://someone@ALPHA/, 1
                    ftps://beta:990,       2
                    ftp://[::1]:2121,      2
                    ftp://[::1],           3
                    site:First,            1
                    """)
    void onlyTheNamedServerIsForgotten(String place, int left) throws FailureException {
        shell.cores.sites.save(new Site(ALPHA.named("First"), Optional.empty()));
        assertEquals(0, shell.run("probe", "--forget", place).code());
        assertEquals(left, memory.all().size());
    }

    @Test
    void severalMayBeNamed() {
        shell.run("probe", "--forget", "ftps://alpha", "ftps://beta:990", "ftp://[::1]:2121");
        assertEquals(List.of(), memory.all());
    }

    @Test
    void nothingToForgetIsNoFailure() {
        var result = shell.run("probe", "--forget", "ftps://delta");
        assertEquals("Nothing was remembered.\n", result.out());
        assertEquals(0, result.code());
        assertEquals("", shell.run("probe", "--forget", "--json", "ftps://delta").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha", "site:nobody", "ftps://me:secret@alpha", "./alpha"})
    void whatIsNoServerIsWrongUsageAndNothingIsForgotten(String place) {
        var result = shell.run("probe", "--forget", "ftps://alpha", place);
        assertEquals(2, result.code());
        assertEquals(3, memory.all().size());
    }

    @Test
    void whatTheDiskRefusesIsSaid() throws IOException {
        Files.delete(folder.resolve("servers.json.lock"));
        Files.createDirectory(folder.resolve("servers.json.lock"));
        var result = shell.run("probe", "--forget");
        assertEquals("", result.out());
        assertTrue(result.err().contains("servers.json"), result.err());
        assertEquals(3, result.code());
    }

    @Test
    void nobodyIsConnected() {
        shell.run("probe", "--forget");
        assertEquals(1, shell.cores.opened.size());
        assertEquals(1, shell.cores.closed);
        assertTrue(shell.cores.servers.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    host,      port, tls
                    alpha,     21,   EXPLICIT
                    alpha,     990,  EXPLICIT
                    alpha,     990,  IMPLICIT
                    alpha,     21,   IMPLICIT
                    alpha,     21,   CLEAR
                    alpha,     990,  CLEAR
                    ::1,       2121, EXPLICIT
                    fe80::1%a, 21,   EXPLICIT
                    """)
    void theUrlMeansTheServerAgain(String host, int port, TlsMode tls) throws UsageException {
        var endpoint = new Endpoint(host, port, tls);
        var url = (Place.Url) Place.parse(MemoText.url(endpoint));
        assertEquals(endpoint, new Endpoint(url.host(), url.port(), url.tls()));
    }

    private static String withoutTimes(String out) {
        return out.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "WHEN");
    }

    private static Server server(String host, int port, TlsMode tls) {
        return new Server(SiteId.random(), host, host, port, tls, "anna");
    }
}
