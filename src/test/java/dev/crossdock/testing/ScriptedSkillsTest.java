package dev.crossdock.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.testing.Behaviour.DataFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

@Timeout(60)
class ScriptedSkillsTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension final Opened open = new Opened();

    @Test
    void listsWhatItHasNotAndHasWhatItDoesNotList() throws Exception {
        Setup setup = Setup.USUAL.claiming(Skill.CPSV).hiding(Skill.SSCN).with(Skill.PRET);
        RawClient client = open.login(open.start(setup));

        String features = client.send("FEAT", "211");

        assertTrue(features.contains("\n CPSV\n PRET\n"), features);
        assertFalse(features.contains("SSCN"), features);
        client.send("CPSV", "500 CPSV not understood");
        client.send("SSCN ON", "200 SSCN:CLIENT");
    }

    @Test
    void listsProxyAndHasItNotOrTheOtherWayRound() throws Exception {
        Setup proxy = Setup.USUAL.with(ProxyRule.DEMO_ALWAYS);
        RawClient liar = open.login(open.start(proxy.with(Skill.FALSE_PROXY)));
        RawClient secretive = open.login(open.start(proxy.with(Skill.SECRET_PROXY)));

        assertTrue(liar.send("FEAT", "211").contains(" AUTH TLS +proxy"));
        assertFalse(secretive.send("FEAT", "211").contains("+proxy"));
        assertTrue(isTlsServerWhenItConnects(liar));
        assertFalse(isTlsServerWhenItConnects(secretive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSCN", "CCSN"})
    void saysThatItIsTlsClientAndIsNot(String command) throws Exception {
        Setup setup = Setup.USUAL.with(Skill.valueOf(command)).with(Skill.FALSE_SSCN);
        ScriptedServer server = open.start(setup);
        server.files().file("/x", ABC);
        RawClient client = open.login(server);

        client.send(command + " ON", "200 " + command + ":CLIENT");
        assertArrayEquals(ABC, client.fetch("RETR /x"));
    }

    @Test
    void demandsPretBeforeEachPassiveCommand() throws Exception {
        Setup setup = Setup.USUAL.with(Skill.PRET).with(Skill.DEMANDS_PRET);
        RawClient client = open.login(open.start(setup));

        client.send("PASV", "500 You need to use a client supporting PRET");
        client.send("PRET LIST", "200");
        client.send("EPSV", "229");
        client.send("PASV", "500");
    }

    @Test
    void storesFromAnOffsetUnlessItHasNoRest() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.files().file("/x", ABC);
        RawClient client = open.login(server);

        client.send("REST 2", "350");
        client.store("STOR /x", ABC);
        assertEquals("ababc", new String(server.files().content("/x"), StandardCharsets.US_ASCII));
        open.login(open.start(Setup.USUAL.without(Skill.REST))).send("REST 2", "500");
    }

    @Test
    void tellsTheOldSizeUntilAnUploadIsOver() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL.with(Skill.STALE_SIZES));
        server.files().file("/x", ABC);
        var more = new CountDownLatch(1);
        server.onCommand("STOR", Behaviour.onData(new DataFault.Pause(100, more)));
        RawClient client = open.login(server);
        RawClient watch = open.login(server);
        int port = client.pasv();
        client.write("STOR /x");
        try (SSLSocket data = client.layered(new Socket(server.address(), port))) {
            data.getOutputStream().write(new byte[1000]);
            await().until(() -> server.files().size("/x") == 100);

            watch.send("SIZE /x", "213 3");
            assertTrue(watch.send("MLST /x", "250").contains("size=3;"));
            more.countDown();
        }
        client.expect("150");
        client.expect("226");
        watch.send("SIZE /x", "213 1000");
    }

    @Test
    void tellsHashes() throws Exception {
        Setup setup = Setup.USUAL.with(Skill.HASH).with(Skill.XCRC).with(Skill.MD5);
        ScriptedServer server = open.start(setup);
        server.files().file("/x y", ABC);
        server.onCommand("XCRC", 1, Behaviour.wrongHash());
        RawClient client = open.login(server);

        assertTrue(client.send("FEAT", "211").contains("\n HASH SHA-256*;SHA-1;MD5;CRC32\n"));
        client.send(
                "HASH /x y",
                "213 SHA-256 0-3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                        + " /x y");
        client.send("OPTS HASH CRC", "501");
        client.send("OPTS HASH SHA-1", "200 SHA-1");
        client.send("HASH /x y", "213 SHA-1 0-3 a9993e364706816aba3e25717850c26c9cd0d89d /x y");
        client.send("MD5 /x y", "251 /x y 900150983cd24fb0d6963f7d28e17f72");
        client.send("XCRC /x y", "250 052441C2");
        client.send("XCRC \"/x y\"", "250 352441C2");
        client.send("XMD5 /x y", "500");
    }

    @Test
    void refusesToConnectToStrangersAndToLowPorts() throws Exception {
        Setup setup = Setup.USUAL.with(Skill.REFUSES_FOREIGN_PORT).with(Skill.REFUSES_LOW_PORT);
        RawClient client = open.login(open.start(setup));

        client.send("PORT 127,0,0,9,200,1", "500 Illegal PORT command");
        client.send("EPRT |1|127.0.0.9|51201|", "500 Illegal EPRT command");
        client.send("PORT 127,0,0,1,0,22", "500 Illegal PORT command");
        client.send("PORT 127,0,0,1,200,1", "200");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAStrangerThatConnects(boolean late) throws Exception {
        Setup foreign = Setup.USUAL.with(Skill.REFUSES_FOREIGN_PEER);
        ScriptedServer server = open.start(late ? foreign.with(Skill.LATE_150) : foreign);
        RawClient client = open.login(server);

        int port = client.pasv();
        client.write("LIST");
        open.keep(new Socket(server.address(), port, InetAddress.ofLiteral("127.0.0.9"), 0));
        if (!late) {
            client.expect("150");
        }
        client.expect("425 Security: Bad IP connecting.");
        client.fetch("LIST");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    skill,                 protocol, command, final
                    REFUSES_TLS13_DATA,    TLSv1.3,  STOR /x, 425
                    REFUSES_TLS13_DATA,    TLSv1.3,  LIST,    425
                    REFUSES_TLS13_DATA,    TLSv1.2,  STOR /x, 226
                    REFUSES_TLS13_UPLOADS, TLSv1.3,  STOR /x, 425
                    REFUSES_TLS13_UPLOADS, TLSv1.3,  LIST,    226
                    REFUSES_TLS13_UPLOADS, TLSv1.2,  STOR /x, 226
                    """)
    void refusesDataUnderTheNewestTls(Skill skill, String protocol, String command, String last)
            throws Exception {
        ScriptedServer server = open.start(Setup.USUAL.with(skill).withTlsProtocols(protocol));
        RawClient client = open.login(server);

        int port = client.pasv();
        client.write(command);
        try (SSLSocket data = client.layered(new Socket(server.address(), port))) {
            data.startHandshake();
            data.shutdownOutput();
            data.getInputStream().readAllBytes();
        }
        client.expect("150");
        client.expect(last);
    }

    /// Whether a handshake comes about with the test as TLS client.
    private boolean isTlsServerWhenItConnects(RawClient client) throws Exception {
        InetAddress local = InetAddress.ofLiteral("127.0.0.1");
        try (var listening = new ServerSocket(0, 1, local)) {
            int port = listening.getLocalPort();
            client.send("PORT 127,0,0,1," + port / 256 + "," + port % 256, "200");
            client.send("LIST", "150");
            try (Socket plain = listening.accept();
                    SSLSocket data = client.layered(plain)) {
                data.startHandshake();
                data.getInputStream().readAllBytes();
            } catch (SSLException _) {
                return false;
            }
            return client.reply().getFirst().startsWith("226");
        }
    }
}
