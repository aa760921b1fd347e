package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.ftp.GarbledException;
import dev.crossdock.ftp.HiddenAddressException;
import dev.crossdock.fxp.FxpEnd.Stall;
import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.net.LostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Stream;

class LessonTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    stall,      proven, lesson
                    MOVED,      false,  NoOtherHelps
                    MOVED,      true,   NoOtherHelps
                    HALF_ENDED, false,  TryAnother
                    HALF_ENDED, true,   TryAnother
                    STILL,      false,  NotThisRoute
                    STILL,      true,   NoConnection
                    """)
    void aStallTeachesWhatIsSureOfIt(Stall stall, boolean proven, String lesson) {
        assertEquals(
                lesson, of(new Verdict.Stalled(stall, Set.of(Side.TARGET)), Routes.PROXY, proven));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    command, code, proven, lesson
                    SSCN ON, 500,  false,  NoSuchCommand
                    SSCN ON, 534,  false,  NotThisRoute
                    SSCN ON, 450,  false,  TryAnother
                    PASV,    500,  true,   NotThisRoute
                    PASV,    425,  false,  NoConnection
                    PASV,    450,  false,  NoOtherHelps
                    PORT 1,  500,  true,   NotThisRoute
                    PORT 1,  421,  false,  NoOtherHelps
                    PORT 1,  425,  false,  NoConnection
                    EPRT 1,  522,  true,   NotThisRoute
                    REST 5,  502,  false,  TryAnother
                    RETR /a, 425,  false,  NoConnection
                    RETR /a, 522,  false,  NotThisRoute
                    RETR /a, 522,  true,   NoConnection
                    STOR /b, 536,  false,  NotThisRoute
                    RETR /a, 426,  false,  NoOtherHelps
                    RETR /a, 550,  false,  NoOtherHelps
                    STOR /b, 452,  false,  NoOtherHelps
                    """)
    void aRefusalTeachesByCommandAndCode(String command, int code, boolean proven, String lesson) {
        Verdict refused = new Verdict.Refused(Side.TARGET, command, new Reply(code, "no"));

        assertEquals(lesson, of(refused, Routes.PROXY, proven));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    source, target, source is TLS client, lesson
                    226,    426,    true,                 NotThisRoute
                    226,    451,    true,                 NotThisRoute
                    226,    426,    false,                TryAnother
                    226,    452,    true,                 NoOtherHelps
                    226,    450,    true,                 NoOtherHelps
                    426,    452,    false,                NoOtherHelps
                    426,    552,    true,                 NoOtherHelps
                    450,    226,    false,                NoOtherHelps
                    426,    426,    true,                 TryAnother
                    425,    226,    true,                 NoConnection
                    226,    425,    true,                 NoConnection
                    522,    226,    true,                 NotThisRoute
                    """)
    void ofTwoEndsTheOneThatSaysMoreTeaches(int source, int target, boolean client, String lesson) {
        Verdict answered =
                new Verdict.BothAnswered(new Reply(source, "end"), new Reply(target, "end"));
        Route route = client ? Routes.BACKWARD_SSCN : Routes.SSCN;

        assertEquals(lesson, of(answered, route, false));
    }

    private static Stream<Arguments> brokenTalks() {
        var garbled = new GarbledException("what?");
        return Stream.of(
                Arguments.of(new Verdict.Astray(Side.SOURCE, "PASV", garbled), "NotThisRoute"),
                Arguments.of(
                        new Verdict.Astray(
                                Side.SOURCE, "PASV", new HiddenAddressException("227 (1)")),
                        "TryAnother"),
                Arguments.of(new Verdict.Misled(Side.SOURCE, garbled), "TryAnother"),
                Arguments.of(new Verdict.Lost(Side.TARGET, new LostException("gone")), "Lost"));
    }

    @ParameterizedTest
    @MethodSource("brokenTalks")
    void onlyABadAddressTeachesAtOnce(Verdict verdict, String lesson) {
        assertEquals(lesson, of(verdict, Routes.PROXY, true));
    }

    private static String of(Verdict verdict, Route route, boolean proven) {
        return Lesson.of(verdict, route, proven).getClass().getSimpleName();
    }
}
