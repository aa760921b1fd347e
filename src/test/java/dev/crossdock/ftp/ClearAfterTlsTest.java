package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Server;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A server that had TLS is not logged into without it.
final class ClearAfterTlsTest {

    private final Noting memory = new Noting();

    @ParameterizedTest
    @EnumSource
    void aLoginIsNotedIfItWasProtected(TlsMode mode) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Setup.USUAL.with(mode))) {
            connector(server, new TestLogins("secret"))
                    .connect(TestClient.server(server, "scripted"))
                    .close();
        }
        assertEquals(mode.isEncrypted() ? List.of("scripted") : List.of(), memory.noted);
    }

    @Test
    void aRefusedLoginIsNotNoted() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(Setup.USUAL)) {
            var connector = connector(server, new TestLogins("wrong").thenNone());
            assertThrows(
                    LoginException.class,
                    () -> connector.connect(TestClient.server(server, "scripted")));
        }
        assertEquals(List.of(), memory.noted);
    }

    @Test
    void nothingIsAskedOrSentOnceThereIsARefusal() throws Exception {
        memory.refusal =
                Optional.of(
                        Failure.of(
                                Failure.Kind.UNTRUSTED,
                                "scripted",
                                "It had TLS.",
                                Failure.Remedy.ASK_USER,
                                ""));
        var logins = new TestLogins("secret");
        try (ScriptedServer server = ScriptedServer.start(Setup.USUAL.with(TlsMode.CLEAR))) {
            Server clear = TestClient.server(server, "scripted");
            var connector = connector(server, logins);
            var refused = assertThrows(DistrustedException.class, () -> connector.connect(clear));
            assertEquals("It had TLS.", FailureMapper.map(refused, clear).message());
            assertThrows(DistrustedException.class, () -> connector.connectQuietly(clear));
            assertEquals(List.of(), server.received());
        }
        assertEquals(List.of(), logins.asked());
    }

    private Connector connector(ScriptedServer server, TestLogins logins) {
        return new Connector(
                new TestTrust().know(server), logins, memory, _ -> {}, TestClient.PATIENT);
    }

    private static final class Noting implements TlsMemory {

        private final List<String> noted = new ArrayList<>();
        private Optional<Failure> refusal = Optional.empty();

        @Override
        public boolean isOnlyTls12(Server server) {
            return false;
        }

        @Override
        public void onlyTls12(Server server) {}

        @Override
        public void loggedInWithTls(Server server) {
            noted.add(server.name());
        }

        @Override
        public Optional<Failure> refusalOfClear(Server server) {
            return refusal;
        }
    }
}
