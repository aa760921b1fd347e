package dev.crossdock.update;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.crossdock.demo.SelfSigned;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A web server on loopback, with TLS, that gives a list and its signature and can misbehave.
final class ListServer implements AutoCloseable {

    static final String LIST = "/releases.json";

    final List<Headers> asked = new CopyOnWriteArrayList<>();

    private final SelfSigned certificate;
    private final HttpsServer server;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ListServer() throws IOException {
        this("localhost");
    }

    /// @param name in its certificate, beside its address unless it is another than `localhost`
    ListServer(String name) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var address = name.equals("localhost") ? loopback : InetAddress.ofLiteral("192.0.2.1");
        certificate = SelfSigned.create(name, List.of(name), address, Instant.now());
        server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.setExecutor(threads);
        server.start();
    }

    URI address(String path) {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    ReleasePlace place(Signer signer) {
        return new ReleasePlace(address(LIST), signer.key(), new Version(0, 1, 0));
    }

    /// Gives the list as it is, with what this one signs beside it.
    ListServer giving(byte[] list, Signer signer) {
        return on(LIST, exchange -> send(exchange, list))
                .on(LIST + ".sig", exchange -> send(exchange, signer.sign(list)));
    }

    ListServer on(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    if (exchange.getRequestURI().getPath().equals(path)) {
                        asked.add(exchange.getRequestHeaders());
                        handler.handle(exchange);
                    } else {
                        exchange.sendResponseHeaders(404, -1);
                    }
                    exchange.close();
                });
        return this;
    }

    static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void redirect(HttpExchange exchange, URI to) throws IOException {
        exchange.getResponseHeaders().set("Location", to.toString());
        exchange.sendResponseHeaders(302, -1);
    }

    /// Waits until this server is closed.
    void stall() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Trusts the certificate of this server and no other.
    HttpClient.Builder client() {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("server", certificate.certificate());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
