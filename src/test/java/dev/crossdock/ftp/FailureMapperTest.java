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
                        new DataConnectionException(new UnreachableException("No port.")),
                        Kind.UNREACHABLE,
                        Remedy.RETRY_LATER),
                Arguments.of(new GarbledException("not a reply"), Kind.GARBLED, Remedy.GIVE_UP),
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
        assertTrue(failure.message().endsWith("."), failure.message());
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

    @Test
    void whatAServerSaysIsClippedAndHasNoControlCharacters() {
        String nasty = "\u001b[2J\u0007" + "x".repeat(100_000);
        for (IOException thrown :
                new IOException[] {
                    new RefusedException("RETR " + nasty, new Reply(550, nasty)),
                    LoginException.refused(new Reply(530, nasty), true),
                    new NotProtectedException("AUTH TLS", new Reply(500, nasty))
                }) {
            String message = FailureMapper.map(thrown, BETA).message();
            assertTrue(message.length() < 600, message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
        }
    }
}
