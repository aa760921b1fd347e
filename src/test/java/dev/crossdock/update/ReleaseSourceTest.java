package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

@Timeout(60)
class ReleaseSourceTest {

    private static final byte[] LIST = Lists.list(3, "0.2.0");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Signer signer = new Signer();
    private ListServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ListServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsBothFilesAsTheyAre() throws Exception {
        var files = assertInstanceOf(Fetched.Files.class, fetch(server.giving(LIST, signer)));
        assertArrayEquals(LIST, files.list());
        assertArrayEquals(signer.sign(LIST), files.signature());
    }

    @Test
    void saysOfItselfOnlyWhichVersionAsks() throws Exception {
        fetch(server.giving(LIST, signer));
        assertEquals(2, server.asked.size());
        for (var headers : server.asked) {
            assertEquals(List.of("Crossdock/0.1.0"), headers.get("User-agent"));
            Set<String> names =
                    headers.keySet().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet());
            names.removeAll(Set.of("host", "content-length", "connection"));
            assertEquals(Set.of("user-agent"), names);
        }
    }

    @Test
    void sendsNoCookieBack() throws Exception {
        server.on(
                        ListServer.LIST,
                        exchange -> {
                            exchange.getResponseHeaders().set("Set-Cookie", "who=you");
                            ListServer.send(exchange, LIST);
                        })
                .on(ListServer.LIST + ".sig", exchange -> ListServer.send(exchange, LIST));
        var source = new ReleaseSource(server::client, PATIENCE);
        source.fetch(server.place(signer));
        source.fetch(server.place(signer));
        assertEquals(4, server.asked.size());
        assertTrue(server.asked.stream().noneMatch(each -> each.containsKey("Cookie")));
    }

    @Test
    void followsToAnotherAddressWithTls() throws Exception {
        server.on(
                        ListServer.LIST,
                        exchange -> ListServer.redirect(exchange, server.address("/elsewhere")))
                .on("/elsewhere", exchange -> ListServer.send(exchange, LIST))
                .on(ListServer.LIST + ".sig", exchange -> ListServer.send(exchange, LIST));
        assertInstanceOf(Fetched.Files.class, fetch(server));
    }

    @Test
    void doesNotFollowToAnAddressWithoutTls() throws Exception {
        try (var clear = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var to = URI.create("http://127.0.0.1:" + clear.getLocalPort() + "/releases.json");
            server.on(ListServer.LIST, exchange -> ListServer.redirect(exchange, to));
            assertFailed("without TLS", fetch(server));
            clear.setSoTimeout(300);
            assertThrows(SocketTimeoutException.class, clear::accept, "it was asked in the clear");
        }
    }

    @Test
    void doesNotRunInCircles() throws Exception {
        server.on(
                ListServer.LIST,
                exchange -> ListServer.redirect(exchange, server.address(ListServer.LIST)));
        assertInstanceOf(Fetched.Failed.class, fetch(server));
        assertTrue(server.asked.size() < 10, "asked " + server.asked.size());
    }

    @Test
    void tellsOfAListThatIsNotThere() throws Exception {
        assertFailed("404", fetch(server));
    }

    @Test
    void tellsOfASignatureThatIsNotThere() throws Exception {
        assertFailed("404", fetch(server.on(ListServer.LIST, e -> ListServer.send(e, LIST))));
    }

    @Test
    void takesNoAnswerThatBreaksOff() throws Exception {
        server.on(
                ListServer.LIST,
                exchange -> {
                    exchange.sendResponseHeaders(200, LIST.length);
                    exchange.getResponseBody().write(LIST, 0, LIST.length / 2);
                    exchange.getResponseBody().flush();
                });
        assertFailed("broke off", fetch(server));
    }

    @Test
    void readsNoMoreThanAListCanBe() throws Exception {
        byte[] zeros = new byte[8192];
        server.on(
                ListServer.LIST,
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (; ; ) {
                        exchange.getResponseBody().write(zeros);
                    }
                });
        assertFailed("larger than 256 KB", fetch(server));
    }

    @Test
    void aListMayBeAsLargeAsThat() throws Exception {
        byte[] large = new byte[ReleaseSource.MOST_BYTES];
        Arrays.fill(large, (byte) ' ');
        assertInstanceOf(Fetched.Files.class, fetch(server.giving(large, signer)));
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() throws Exception {
        server.on(ListServer.LIST, _ -> server.stall());
        assertFailed("within 1 s", fetch(server, SHORT));
    }

    @Test
    void doesNotWaitForAServerThatStopsHalfWay() throws Exception {
        server.on(
                ListServer.LIST,
                exchange -> {
                    exchange.sendResponseHeaders(200, LIST.length);
                    exchange.getResponseBody().write(LIST, 0, LIST.length / 2);
                    exchange.getResponseBody().flush();
                    server.stall();
                });
        assertFailed("within 1 s", fetch(server, SHORT));
    }

    @Test
    void asksNoServerWhoseCertificateIsNotTrusted() throws Exception {
        server.giving(LIST, signer);
        var source = new ReleaseSource(HttpClient::newBuilder, PATIENCE);
        assertFailed("certificate", source.fetch(server.place(signer)));
        assertEquals(List.of(), server.asked);
    }

    @Test
    void asksNoServerWhoseCertificateIsForAnother() throws Exception {
        try (var other = new ListServer("elsewhere.test")) {
            assertFailed("certificate", fetch(other.giving(LIST, signer)));
            assertEquals(List.of(), other.asked);
        }
    }

    @Test
    void tellsOfAServerThatIsAway() throws Exception {
        var place = server.place(signer);
        server.close();
        var source = new ReleaseSource(server::client, PATIENCE);
        assertFailed("cannot be reached", source.fetch(place));
    }

    private Fetched fetch(ListServer from) throws InterruptedException {
        return fetch(from, PATIENCE);
    }

    private Fetched fetch(ListServer from, Duration longest) throws InterruptedException {
        return new ReleaseSource(from::client, longest).fetch(from.place(signer));
    }

    private static void assertFailed(String why, Fetched fetched) {
        var failed = assertInstanceOf(Fetched.Failed.class, fetched);
        assertTrue(failed.why().contains(why), failed.why());
    }
}
