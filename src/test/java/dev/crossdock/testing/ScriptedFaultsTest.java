package dev.crossdock.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.testing.Behaviour.DataFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLSocket;

@Timeout(60)
class ScriptedFaultsTest {

    @RegisterExtension final Opened open = new Opened();

    @Test
    void letsInNoMoreThanItIsTold() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("PASS", new Behaviour.AtMost(1, "421 Too many connections."));
        RawClient first = open.login(server);
        RawClient second = open.keep(RawClient.clear(server.address(), server.port()));
        second.expect("220");
        second.send("AUTH TLS", "234");
        second.secure();
        second.send("USER tester", "331");

        second.send("PASS secret", "421");
        assertEquals("", second.rest());
        first.send("QUIT", "221");
        await().until(() -> server.openConnections() == 0);
        open.login(server);
    }

    @Test
    void losesAConnectionAtItsNthCommand() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onNthCommand(8, 1, Behaviour.drop());
        RawClient client = open.login(server);

        client.send("NOOP", "200");
        client.write("NOOP");
        assertEquals("", client.rest());
        RawClient next = open.login(server);
        next.send("NOOP", "200");
        next.send("NOOP", "200");
    }

    @Test
    void isSaneBeforeItFails() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("NOOP", 1, 1, Behaviour.answer("500 No."));
        RawClient client = open.login(server);

        client.send("NOOP", "200");
        client.send("NOOP", "500");
        client.send("NOOP", "200");
    }

    @Test
    void fallsSilentAndStays() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("CWD", new Behaviour.Silence());
        RawClient client = open.login(server);

        client.write("CWD /");
        client.write("NOOP");
        await().until(() -> server.commands().contains("NOOP"));
        assertEquals(1, server.openConnections());
        server.dropConnections();
        assertEquals("", client.rest());
    }

    @Test
    void wordsRepliesInAnotherWay() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.files().file("/x", new byte[5]);
        server.onCommand("PASV", 1, Behaviour.passiveAt("0.0.0.0", 22))
                .onCommand("PASV", 1, Behaviour.multiline("Going passive"))
                .onCommand("SIZE", Behaviour.replacing("[0-9]+$", "7"));
        RawClient client = open.login(server);

        assertTrue(client.send("PASV", "227").endsWith(" (0,0,0,0,0,22)."));
        assertTrue(client.send("PASV", "227-Going passive\n227 ").endsWith(")."));
        client.send("SIZE /x", "213 7");
    }

    @Test
    void knowsWhatCameInOneWrite() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        RawClient client = open.login(server);

        client.write("PASV\r\nNOOP");
        client.expect("227");
        client.expect("200");
        client.send("SYST", "215");
        assertTrue(server.writes().contains(List.of("PASV", "NOOP")));
        assertTrue(server.writes().contains(List.of("SYST")));
    }

    @Test
    void holdsRepliesBackUntilTheyAreLetThrough() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        RawClient client = open.login(server);
        var gate = new Gate();
        server.holdReplies(gate);

        client.write("NOOP\r\nSYST\r\nPWD");
        await().until(() -> gate.waiting() == 1);
        gate.letThrough(1);
        client.expect("200");
        await().until(() -> gate.waiting() == 1);
        gate.open();
        client.expect("215");
        client.expect("257");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"226 Done.", "150 0.008 seconds (measured here)", "226 Done.\n226 Again."})
    void hasItsLastWordWhateverHappensToTheData(String last) throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("STOR", Behaviour.onData(new DataFault.Final(last)));
        RawClient client = open.login(server);
        int port = client.pasv();
        client.write("STOR /x");
        var plain = new Socket(server.address(), port);
        client.layered(plain).startHandshake();
        plain.setSoLinger(true, 0);
        plain.close();

        client.expect("150");
        for (String line : last.split("\n")) {
            client.expect(line);
        }
        client.send("NOOP", "200");
    }

    @Test
    void takesTheBeginningForTheWholeFile() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("STOR", Behaviour.onData(new DataFault.EndEarly(70_000)));
        server.onCommand("RETR", Behaviour.onData(new DataFault.EndEarly(1234)));
        RawClient client = open.login(server);

        client.store("STOR /x", new byte[300_000]);
        assertEquals(70_000, server.files().size("/x"));
        assertEquals(1234, client.fetch("RETR /x").length);
    }

    @Test
    void resetsTheData() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.files().file("/x", new byte[5000]);
        server.onCommand("RETR", Behaviour.onData(new DataFault.Reset(1234, "226 Done.")));
        RawClient client = open.login(server);
        int port = client.pasv();
        client.write("RETR /x");

        try (SSLSocket data = client.layered(new Socket(server.address(), port))) {
            assertThrows(IOException.class, () -> data.getInputStream().readAllBytes());
        }
        client.expect("150");
        client.expect("226");
    }

    @Test
    void losesControlRightAfterThe150() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        server.onCommand("LIST", Behaviour.onData(new DataFault.LoseControl()));
        RawClient client = open.login(server);

        client.pasv();
        client.send("LIST", "150");
        assertEquals("", client.rest());
    }

    @Test
    void saysThatAllIsDoneWhenTheTestLetsIt() throws Exception {
        ScriptedServer server = open.start(Setup.USUAL);
        var said = new CountDownLatch(1);
        server.onCommand("STOR", Behaviour.onData(new DataFault.HoldFinal(said)));
        RawClient client = open.login(server);
        int port = client.pasv();
        client.write("STOR /x");
        try (SSLSocket data = client.layered(new Socket(server.address(), port))) {
            data.getOutputStream().write(new byte[1000]);
            data.shutdownOutput();
            data.getInputStream().readAllBytes();
        }
        client.expect("150");
        assertEquals(1000, server.files().size("/x"));

        client.write("ABOR");
        client.expect("426");
        client.expect("226");
        said.countDown();
    }
}
