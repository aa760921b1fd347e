package dev.crossdock.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.Behaviour.DataFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Random;
import java.util.Set;

class ScriptedServerTest {

    @RegisterExtension final Opened open = new Opened();

    @Test
    void behavesUntilItIsTold() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/a/ä.txt", new byte[] {1, 2, 3}).folder("/a/b");
        RawClient client = login(server);

        client.send("CWD /a", "250");
        assertEquals(
                """
                type=dir;modify=20260102030405;UNIX.mode=0755; b\r
                type=file;size=3;modify=20260102030405;UNIX.mode=0644; ä.txt\r
                """,
                client.fetchText("MLSD"));
        assertTrue(client.fetchText("LIST").contains(" 3 Jan 02  2026 ä.txt\r\n"));
        client.store("STOR new", new byte[100_000]);
        client.send("SIZE new", "213 100000");
        client.send("SITE CHMOD 600 new", "200");
        client.send("MFMT 20250607080910 new", "213");
        client.send("RNFR new", "350");
        client.send("RNTO b/newer", "250");
        client.send("MDTM b/newer", "213 20250607080910");
        assertEquals("0600", server.files().mode("/a/b/newer"));
        client.send("RMD b", "550");
        client.send("DELE b/newer", "250");
        client.send("RMD b", "250");
        assertEquals("PASS secret", server.received().getFirst().get(2));
    }

    @Test
    void speaksImplicitTlsAndClear() throws IOException {
        ScriptedServer implicit = start(Setup.USUAL.with(TlsMode.IMPLICIT));
        RawClient tls = keep(RawClient.implicit(implicit.address(), implicit.port()));
        tls.expect("220");
        tls.login("tester", "secret".toCharArray());
        ScriptedServer clear = start(Setup.USUAL.with(TlsMode.CLEAR));
        RawClient plain = keep(RawClient.clear(clear.address(), clear.port()));
        plain.expect("220");
        plain.send("USER tester", "331");
        plain.send("PASS secret", "230");
    }

    @Test
    void answersAsToldAsOftenAsTold() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("SIZE", 1, Behaviour.answer("550-No\n550 never"));
        server.onCommand("NOOP", 1, new Behaviour.AnswerAlso("200 Twice."));
        server.onCommand("SYST", new Behaviour.LongLine("215", 10_000_000));
        server.files().file("/x", new byte[7]);
        RawClient client = login(server);

        assertEquals("550-No\n550 never", client.send("SIZE /x", "550"));
        client.send("SIZE /x", "213 7");
        client.send("NOOP", "200 Fine");
        client.expect("200 Twice");
        assertEquals(10_000_004, client.send("SYST", "215").length());
    }

    @Test
    void dropsTheConnectionInMidReply() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PWD", new Behaviour.SendAndDrop("257 \"/ho"));
        RawClient client = login(server);

        client.write("PWD");
        assertEquals("257 \"/ho", client.rest());
    }

    @Test
    void neverAnswersAndStillEnds() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("CWD", new Behaviour.Ignore());
        RawClient client = login(server);

        client.write("CWD /");
        client.send("NOOP", "200");
    }

    @Test
    void tellsAForeignAddress() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("PASV", new Behaviour.PassiveAt(InetAddress.ofLiteral("192.0.2.1")));
        RawClient client = login(server);

        assertTrue(client.send("PASV", "227").contains("(192,0,2,1,"));
    }

    @Test
    void listsWhatItIsTold() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.onCommand("MLSD", Behaviour.content("type=file; ../../etc/passwd\r\n"));

        assertEquals("type=file; ../../etc/passwd\r\n", login(server).fetchText("MLSD"));
    }

    @Test
    void cutsTheDataShort() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[5000]);
        server.onCommand("RETR", Behaviour.onData(new DataFault.Cut(1234, "226 Whole.")));
        RawClient client = login(server);

        assertEquals(1234, client.fetch("RETR /x").length);
    }

    @Test
    void stallsUntilAbor() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[5000]);
        server.onCommand("RETR", Behaviour.onData(new DataFault.Stall()));
        RawClient client = login(server);
        int port = client.pasv();
        client.write("RETR /x");
        client.expect("150");
        keep(client.layered(new Socket(server.address(), port))).startHandshake();

        client.write("ABOR");
        client.expect("426");
        client.expect("226");
        client.send("NOOP", "200");
    }

    @Test
    void endsAtOnceWhileATransferStalls() throws IOException {
        ScriptedServer server = start(Setup.USUAL);
        server.files().file("/x", new byte[5000]);
        server.onCommand("RETR", Behaviour.onData(new DataFault.NoConnection()));
        RawClient client = login(server);
        client.pasv();
        client.send("RETR /x", "150");

        server.close();
        assertThrows(IOException.class, client::reply);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void refusesADataConnectionThatResumesNoSession(String protocol) throws IOException {
        Setup setup = Setup.USUAL.withTlsProtocols(protocol).with(Skill.DEMANDS_REUSE);
        ScriptedServer server = start(setup);
        RawClient client = login(server);
        int port = client.pasv();
        client.write("LIST");
        RawClient stranger = keep(RawClient.clear(server.address(), server.port()));
        Socket data = keep(stranger.layered(new Socket(server.address(), port)));
        data.getInputStream().readAllBytes();

        client.expect("150");
        client.expect("522");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    protocol, command,  activeIsClient
                    TLSv1.3,  PROXY,    true
                    TLSv1.2,  PROXY,    true
                    TLSv1.3,  SSCN,     true
                    TLSv1.3,  CCSN,     true
                    TLSv1.3,  CPSV,     false
                    TLSv1.2,  CPSV,     false
                    """)
    void isEitherEndOfATransferBetweenServers(
            String protocol, String command, boolean activeIsClient) throws IOException {
        byte[] bytes = new byte[3 << 20];
        new Random(1).nextBytes(bytes);
        Setup usual = Setup.USUAL.withTlsProtocols(protocol);
        ProxyRule rule = command.equals("PROXY") ? ProxyRule.OTHER_ADDRESS : ProxyRule.NONE;
        ScriptedServer one =
                start(usual.at("127.0.0.22").with(Skill.SSCN).with(Skill.CCSN).with(rule));
        ScriptedServer two = start(usual.at("127.0.0.23").with(Skill.CPSV).with(Skill.LATE_150));
        one.files().file("/original", bytes);
        RawClient active = login(one);
        RawClient passive = login(two);
        if (Set.of("SSCN", "CCSN").contains(command)) {
            active.send(command + " ON", "200");
        }

        String reply = passive.send(command.equals("CPSV") ? "CPSV" : "PASV", "227");
        passive.write("STOR /copy");
        active.send("PORT " + reply.replaceAll(".*\\(|\\).*", ""), "200");
        active.write("RETR /original");
        active.expect("150");
        passive.expect("150");
        active.expect("226");
        passive.expect("226");

        assertArrayEquals(bytes, two.files().content("/copy"));
        assertEquals(activeIsClient, one.dataConnections().getFirst().tlsClient());
        assertEquals(!activeIsClient, two.dataConnections().getFirst().tlsClient());
        assertEquals(one.address(), two.dataConnections().getFirst().peer());
    }

    private ScriptedServer start(Setup setup) throws IOException {
        return open.start(setup);
    }

    private RawClient login(ScriptedServer server) throws IOException {
        return open.login(server);
    }

    private <T extends AutoCloseable> T keep(T resource) {
        return open.keep(resource);
    }
}
