package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.ServerOptions;
import dev.crossdock.model.TlsRules;
import dev.crossdock.model.TlsRules.Versions;
import dev.crossdock.net.TlsRejectedException;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.OlderTls;
import dev.crossdock.testing.ScriptedServer;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(NothingLeft.class)
@Timeout(60)
class TlsRulesTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BEST, false, TLSv1.3",
        "BEST, true, TLSv1.2",
        "ONLY_12, false, TLSv1.2",
        "ONLY_13, false, TLSv1.3",
        "ONLY_13, true, TLSv1.3"
    })
    void whatTheSiteSaysOfVersionsBeatsWhatWasLearnt(
            Versions versions, boolean learnt, String protocol) throws Exception {
        ScriptedServer server = start(Setup.USUAL);
        Server site = site(server, versions, true);
        var memory = new OlderTls();
        if (learnt) {
            memory.onlyTls12(site);
        }

        Session session = keep(connector(server, memory).connect(site));

        assertEquals(protocol, session.facts().tls().orElseThrow().protocol());
    }

    @Test
    void aVersionThatTheServerDoesNotHaveIsNoReasonForAnother() throws Exception {
        ScriptedServer server = start(Setup.USUAL.withTlsProtocols("TLSv1.2"));

        assertThrows(
                TlsRejectedException.class,
                () ->
                        connector(server, new OlderTls())
                                .connect(site(server, Versions.ONLY_13, true)));
    }

    @Test
    void aRefusedDataConnectionDoesNotLeadToTls12WhereTheSiteForbidsIt() throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Skill.REFUSES_TLS13_DATA));
        Connector connector = connector(server, new OlderTls());
        Server site = site(server, Versions.ONLY_13, true);
        Session session = keep(connector.connect(site));

        assertThrows(RefusedException.class, () -> session.list(RemotePath.ROOT));

        Session next = keep(connector.connect(site));
        assertEquals("TLSv1.3", next.facts().tls().orElseThrow().protocol());
    }

    @ParameterizedTest
    @CsvSource({"ONLY_12", "ONLY_13"})
    void dataConnectionsResumeTheSessionOnlyIfTheSiteWantsIt(Versions versions) throws Exception {
        ScriptedServer server = start(Setup.USUAL.with(Skill.DEMANDS_REUSE));
        Connector connector = connector(server, new OlderTls());
        Session resuming = keep(connector.connect(site(server, versions, true)));
        Session fresh = keep(connector.connect(site(server, versions, false)));

        assertEquals(List.of(), resuming.list(RemotePath.ROOT).entries());
        assertThrows(RefusedException.class, () -> fresh.list(RemotePath.ROOT));
    }

    private static Server site(ScriptedServer server, Versions versions, boolean resume) {
        return TestClient.server(server, "site")
                .with(ServerOptions.USUAL.with(new TlsRules(versions, resume)));
    }

    private static Connector connector(ScriptedServer server, OlderTls memory) {
        return new Connector(
                new TestTrust().know(server),
                new TestLogins("secret"),
                memory,
                _ -> {},
                TestClient.PATIENT);
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    private ScriptedServer start(Setup setup) throws IOException {
        return keep(ScriptedServer.start(setup));
    }
}
