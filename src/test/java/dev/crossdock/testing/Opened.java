package dev.crossdock.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a test has opened, closed after it in the opposite order.
final class Opened implements AfterEachCallback {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    ScriptedServer start(Setup setup) throws IOException {
        return keep(ScriptedServer.start(setup));
    }

    RawClient login(ScriptedServer server) throws IOException {
        return keep(
                RawClient.loggedIn(
                        server.address(), server.port(), "tester", "secret".toCharArray()));
    }

    <T extends AutoCloseable> T keep(T resource) {
        resources.push(resource);
        return resource;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable resource : resources) {
            resource.close();
        }
    }
}
