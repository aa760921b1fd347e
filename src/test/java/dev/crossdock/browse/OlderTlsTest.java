package dev.crossdock.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ftp.Connector;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;
import dev.crossdock.testing.OlderTls;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.Test;

import java.util.Set;

/// Servers on which our own data connections work under TLS 1.2 alone.
class OlderTlsTest {

    private final OlderTls memory = new OlderTls();

    @Test
    void aRefusalUnderTls13IsAnsweredByALoginUnderTls12AndRemembered() throws Exception {
        try (ScriptedServer server = strict();
                ServerBrowser browser = browser(server)) {
            assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
            assertEquals("TLSv1.2", protocol(browser));
            assertEquals(1, memory.servers().size());
        }
    }

    @Test
    void whatIsRememberedSparesTheFirstTry() throws Exception {
        try (ScriptedServer server = strict();
                ServerBrowser browser = browser(server)) {
            memory.onlyTls12(TestClient.server(server, "scripted"));

            assertEquals(1, browser.list(RemotePath.ROOT).entries().size());
            assertEquals(1, server.commands().stream().filter("AUTH TLS"::equals).count());
        }
    }

    @Test
    void whereTls12HelpsNoMoreThanTls13NothingIsRemembered() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Setup.USUAL);
                ServerBrowser browser = browser(server)) {
            server.onCommand("MLSD", Behaviour.onData(new DataFault.NoTls("425 No.")));

            var thrown = assertThrows(FailureException.class, () -> browser.list(RemotePath.ROOT));

            assertTrue(thrown.failure().message().contains("425"), thrown.failure().message());
            assertEquals(Set.of(), memory.servers());
            server.forgetRules();
            browser.list(RemotePath.ROOT);
            assertEquals(Set.of(), memory.servers(), "it may have been chance");
        }
    }

    private static ScriptedServer strict() throws Exception {
        ScriptedServer server = ScriptedServer.start(Setup.USUAL.with(Skill.REFUSES_TLS13_DATA));
        server.files().file("/x", new byte[7]);
        return server;
    }

    private static String protocol(ServerBrowser browser) throws Exception {
        return browser.connect().tls().orElseThrow().protocol();
    }

    private ServerBrowser browser(ScriptedServer server) {
        var connector =
                new Connector(
                        new TestTrust().know(server),
                        new TestLogins("secret"),
                        memory,
                        _ -> {},
                        TestClient.PATIENT);
        return new ServerBrowser(TestClient.server(server, "scripted"), connector);
    }
}
