package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Failure.Kind;
import dev.crossdock.model.Failure.Remedy;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.net.LostException;
import dev.crossdock.net.SilentException;
import dev.crossdock.net.TlsRejectedException;
import dev.crossdock.net.UnreachableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.stream.Stream;

class FailureMapperTest {

    private static final Server BETA =
            new Server(new SiteId("b"), "beta", "host", 21, TlsMode.EXPLICIT, "me");

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(new LostException("Cut."), Kind.LOST, Remedy.RETRY_LATER),
                Arguments.of(new SilentException("Nothing."), Kind.SILENT, Remedy.RETRY_LATER),
                Arguments.of(new NotSentException("In use."), Kind.SILENT, Remedy.RETRY_LATER),
                Arguments.of(
                        new UnreachableException("No host."), Kind.UNREACHABLE, Remedy.RETRY_LATER),
                Arguments.of(
                        new DataConnectionException(new UnreachableException("No port."), false),
                        Kind.UNREACHABLE,
                        Remedy.RETRY_LATER),
                Arguments.of(new GarbledException("not a reply"), Kind.GARBLED, Remedy.GIVE_UP),
                Arguments.of(foreign(), Kind.GARBLED, Remedy.GIVE_UP),
                Arguments.of(
                        new TlsRejectedException("no TLS"), Kind.TLS_REJECTED, Remedy.ASK_USER),
                Arguments.of(
                        new NotProtectedException("AUTH TLS", new Reply(500, "What?")),
                        Kind.TLS_REJECTED,
                        Remedy.ASK_USER),
                Arguments.of(
                        LoginException.refused(new Reply(530, "No."), true),
                        Kind.LOGIN,
                        Remedy.ASK_USER),
                Arguments.of(LoginException.noPassword(BETA), Kind.LOGIN, Remedy.ASK_USER),
                Arguments.of(new SocketException("reset"), Kind.LOST, Remedy.RETRY_LATER),
                Arguments.of(new IOException((String) null), Kind.LOST, Remedy.RETRY_LATER));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTroubleHasItsKindAndNamesTheServer(IOException thrown, Kind kind, Remedy remedy) {
        Failure failure = FailureMapper.map(thrown, BETA);

        assertEquals(kind, failure.kind());
        assertEquals(remedy, failure.remedy());
        assertEquals("beta", failure.server());
        assertTrue(failure.message().contains("beta"), failure.message());
        assertTrue(failure.message().matches(".*[.?]"), failure.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    command > code > text            > remedy      > message
                    DELE /a > 550  > Not found.      > GIVE_UP     > beta refused DELE /a: 550 Not found.
                    DELE /a > 450  > Busy            > RETRY_LATER > beta refused DELE /a: 450 Busy.
                    connect > 421  > Too many        > RETRY_LATER > beta takes no connection now: 421 Too many.
                    """)
    void aRefusalIsRepeatedInTheServersWords(
            String command, int code, String text, Remedy remedy, String message) {
        Failure failure =
                FailureMapper.map(new RefusedException(command, new Reply(code, text)), BETA);

        assertEquals(message, failure.message());
        assertEquals(remedy, failure.remedy());
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(
                        new UnreachableException("No connection to port 21: Connection refused"),
                        "beta cannot be reached. No connection to port 21: Connection refused."
                                + " Check host and port, and whether the server is running."),
                Arguments.of(
                        new UnreachableException("No host is known by the name x."),
                        "beta cannot be reached. No host is known by the name x."
                                + " Check host and port, and whether the server is running."),
                Arguments.of(
                        new DataConnectionException(new UnreachableException("Refused"), false),
                        "No data connection to beta could be made. Refused."
                                + " Ask whether a firewall blocks the ports for its passive mode."),
                Arguments.of(
                        new GarbledException("the server named port 22: (127,0,72,1,0,22)."),
                        "beta does not answer as an FTP server should: the server named port 22:"
                                + " (127,0,72,1,0,22). Check host and port; the transcript shows"
                                + " what the server sent."),
                Arguments.of(
                        new GarbledException("a reply that nobody asked for: 226 Complete."),
                        "beta does not answer as an FTP server should: a reply that nobody asked"
                                + " for: 226 Complete. Check host and port; the transcript shows"
                                + " what the server sent."),
                Arguments.of(
                        new GarbledException("not a reply"),
                        "beta does not answer as an FTP server should: not a reply."
                                + " Check host and port; the transcript shows what the server"
                                + " sent."),
                Arguments.of(
                        new LostException("The server ended the session: Bye"),
                        "The connection to beta was lost. The server ended the session: Bye."
                                + " Try again."),
                Arguments.of(
                        new SilentException("No answer within 20 s."),
                        "beta does not answer. No answer within 20 s. Try again; if it stays"
                                + " silent, ask whether the server is well."),
                Arguments.of(
                        new SocketException("Connection reset"),
                        "The connection to beta failed: Connection reset. Try again."),
                Arguments.of(
                        new RefusedException("SIZE /a", new Reply(450, "Busy...")),
                        "beta refused SIZE /a: 450 Busy... Try again later."),
                Arguments.of(
                        new RefusedException("SIZE /a", new Reply(450, "Why? ")),
                        "beta refused SIZE /a: 450 Why? Try again later."),
                Arguments.of(
                        new RefusedException("SIZE /a", new Reply(450, "")),
                        "beta refused SIZE /a: 450. Try again later."),
                Arguments.of(
                        LoginException.refused(new Reply(530, "No!"), true),
                        "beta did not accept the login of me: 530 No! Check the user name and the"
                                + " password."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachSentenceHasOneEnd(IOException thrown, String words) {
        assertEquals(words, FailureMapper.map(thrown, BETA).words());
    }

    @Test
    void aForeignAddressIsExplainedByTheSettingThatCorrectsIt() {
        Failure failure = FailureMapper.map(foreign(), BETA);

        assertEquals(
                "beta wants its data connection made to 198.51.100.1, which is not its own address"
                        + " 192.0.2.7.",
                failure.message());
        for (String setting :
                new String[] {
                    "MasqueradeAddress", "pasv_address", "option -P", "masquerade_address"
                }) {
            assertTrue(failure.advice().contains(setting), failure.advice());
        }
    }

    private static IOException foreign() {
        return new ForeignAddressException(
                InetAddress.ofLiteral("198.51.100.1"), InetAddress.ofLiteral("192.0.2.7"));
    }

    @Test
    void whatAServerSaysIsClippedAndHasNoControlCharacters() {
        String nasty = "\u001b[2J\u0007" + "x".repeat(100_000);
        for (IOException thrown :
                new IOException[] {
                    new RefusedException("RETR " + nasty, new Reply(550, nasty)),
                    new GarbledException("not an address: " + nasty),
                    new LostException("The server ended the session: " + nasty),
                    LoginException.refused(new Reply(530, nasty), true),
                    new NotProtectedException("AUTH TLS", new Reply(500, nasty))
                }) {
            String message = FailureMapper.map(thrown, BETA).message();
            assertTrue(message.length() < 600, message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
        }
    }
}
