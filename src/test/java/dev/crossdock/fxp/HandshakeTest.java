package dev.crossdock.fxp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.fxp.FxpEnd.Verdict;
import dev.crossdock.model.Method;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.net.LostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class HandshakeTest {

    private static final Patience PATIENCE =
            new Patience(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(900),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(61));

    /// Plays both servers; keeps what was sent to whom, a flight a line.
    private static final class Play {

        private final List<String> flights = new ArrayList<>();
        private Handshake.Step step;

        Play(Side passive, boolean careful) {
            this(plan(passive, OptionalLong.empty(), careful));
        }

        Play(FxpPlan plan) {
            step = Handshake.begin(plan, PATIENCE);
            take();
        }

        Play hears(Side side, int code, String text) {
            return event(new FxpEvent.Answered(side, new Reply(code, text)));
        }

        Play event(FxpEvent event) {
            assertEquals(Optional.empty(), step.end(), "it is over already");
            step = step.next().step(event);
            take();
            return this;
        }

        FxpEnd end() {
            return step.end().orElseThrow();
        }

        Optional<Duration> within() {
            return step.within();
        }

        private void take() {
            step.sends()
                    .forEach(send ->
                            flights.add(
                                    send.side().word() + ": " + String.join(" | ", send.lines())));
        }
    }

    @Test
    void twoFlightsAreEnoughForAFile() {
        Play play =
                new Play(Side.SOURCE, false)
                        .hears(Side.SOURCE, 227, "Entering Passive Mode (127,0,0,2,200,1)")
                        .hears(Side.TARGET, 200, "PORT")
                        .hears(Side.TARGET, 150, "opening")
                        .hears(Side.SOURCE, 150, "opening")
                        .hears(Side.SOURCE, 226, "sent")
                        .hears(Side.TARGET, 226, "stored");

        assertEquals(
                List.of(
                        "source: PASV | RETR /from/a.bin",
                        "target: PORT 127,0,0,2,200,1 | STOR /to/a.bin"),
                play.flights);
        assertEquals(
                new FxpEnd(
                        new Verdict.BothAnswered(new Reply(226, "sent"), new Reply(226, "stored")),
                        Set.of()),
                play.end());
    }

    @Test
    void theTargetListensWhenTheSourceIsTlsClient() {
        Play play =
                new Play(Side.TARGET, false)
                        .hears(Side.TARGET, 227, "Entering Passive Mode (127,0,0,2,200,1)");

        assertEquals(
                List.of(
                        "target: PASV | STOR /to/a.bin",
                        "source: PORT 127,0,0,2,200,1 | RETR /from/a.bin"),
                play.flights);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    passive, first flight,                    second flight,                last flights
                    SOURCE,  source: PASV | RETR /from/a.bin, 'target: PORT 127,0,0,2,200,1', target: STOR /to/a.bin
                    TARGET,  target: PASV,                    'source: PORT 127,0,0,2,200,1', target: STOR /to/a.bin; source: RETR /from/a.bin
                    """)
    void aCarefulStoreWaitsUntilTheActiveServerTookThePort(
            Side passive, String first, String second, String last) {
        Play play = new Play(passive, true);
        assertEquals(List.of(first), play.flights);

        play.hears(passive, 227, "(127,0,0,2,200,1)");
        assertEquals(List.of(first, second), play.flights);

        play.hears(passive.other(), 200, "ok");
        assertEquals(List.of(last.split("; ")), play.flights.subList(2, play.flights.size()));
    }

    @Test
    void aRefusedPortNeverReachesTheExistingFile() {
        Play play =
                new Play(Side.TARGET, true)
                        .hears(Side.TARGET, 227, "(127,0,0,2,200,1)")
                        .hears(Side.SOURCE, 500, "Illegal PORT command");

        assertTrue(play.flights.stream().noneMatch(flight -> flight.contains("STOR")));
        assertEquals(
                new FxpEnd(
                        new Verdict.Refused(
                                Side.SOURCE, "PORT", new Reply(500, "Illegal PORT command")),
                        Set.of()),
                play.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Entering Passive Mode (10,9,8,7,200,1)",
                "Entering Passive Mode (127,0,0,9,200,1)",
                "Entering Passive Mode (127,0,0,2,0,22)",
                "Entering Passive Mode",
                "(127,0,0,2,999,1)"
            })
    void aMisleading227SendsNobodyAnywhere(String text) {
        Play play = new Play(Side.SOURCE, false).hears(Side.SOURCE, 227, text);

        assertEquals(List.of("source: PASV | RETR /from/a.bin"), play.flights);
        assertInstanceOf(Verdict.Misled.class, play.end().verdict());
        assertEquals(Set.of(Side.SOURCE), play.end().owing());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    side,   code, seconds for the other
                    SOURCE, 226,  61
                    TARGET, 226,  61
                    SOURCE, 550,  5
                    TARGET, 426,  5
                    """)
    void whenOneHasEndedTheOtherGetsItsDeadline(Side side, int code, int seconds) {
        Play play = running().hears(side, code, "end");

        assertEquals(Optional.of(Duration.ofSeconds(seconds)), play.within());
        assertEquals(Set.of(side.other()), play.event(new FxpEvent.Late()).end().owing());
    }

    @Test
    void aPortThatIsTakenTooLateBuysTheOtherSideNoTime() {
        Play play =
                new Play(Side.SOURCE, false)
                        .hears(Side.SOURCE, 227, "(127,0,0,2,200,1)")
                        .hears(Side.SOURCE, 550, "no such file");
        assertEquals(Optional.of(Duration.ofSeconds(5)), play.within());

        play.hears(Side.TARGET, 200, "PORT");

        assertEquals(Optional.empty(), play.within(), "the five seconds go on");
        assertEquals(
                new Verdict.Refused(
                        Side.SOURCE, "RETR /from/a.bin", new Reply(550, "no such file")),
                play.event(new FxpEvent.Late()).end().verdict());
    }

    @Test
    void theReasonIsTheRefusalWhenTheOtherSideStaysSilent() {
        FxpEnd end =
                running().hears(Side.SOURCE, 550, "no such file").event(new FxpEvent.Late()).end();

        assertEquals(
                new Verdict.Refused(
                        Side.SOURCE, "RETR /from/a.bin", new Reply(550, "no such file")),
                end.verdict());
    }

    @Test
    void silenceFromBothIsAStallThatTellsWhetherAnythingMoved() {
        assertEquals(
                new Verdict.Stalled(false, Set.of(Side.SOURCE, Side.TARGET)),
                running().event(new FxpEvent.Late()).end().verdict());
        assertEquals(
                new Verdict.Stalled(true, Set.of(Side.SOURCE, Side.TARGET)),
                running()
                        .event(new FxpEvent.Observed(0))
                        .event(new FxpEvent.Observed(4096))
                        .event(new FxpEvent.Late())
                        .end()
                        .verdict());
    }

    @Test
    void theWaitFollowsWhatIsSeenAtTheTarget() {
        Play play = running();
        assertEquals(Optional.of(PATIENCE.blind()), play.within());

        play.event(new FxpEvent.Observed(0));
        assertEquals(Optional.of(PATIENCE.firstByte()), play.within());

        play.event(new FxpEvent.Observed(0));
        assertEquals(Optional.empty(), play.within(), "nothing new: the deadline runs on");

        play.event(new FxpEvent.Observed(1));
        assertEquals(Optional.of(PATIENCE.growth()), play.within());
    }

    @Test
    void aWatchThatBreaksOffIsNoStall() {
        Play play = running().event(new FxpEvent.Observed(4096)).event(new FxpEvent.Unobserved());

        assertEquals(Optional.of(PATIENCE.blind()), play.within());
    }

    @Test
    void anOldFileThatStandsStillSaysNothing() {
        Play play =
                started(new Play(plan(Side.SOURCE, OptionalLong.of(777), false)))
                        .event(new FxpEvent.Observed(777));

        assertEquals(Optional.of(PATIENCE.blind()), play.within());
        assertEquals(
                new Verdict.Stalled(false, Set.of(Side.SOURCE, Side.TARGET)),
                play.event(new FxpEvent.Observed(777)).event(new FxpEvent.Late()).end().verdict());
    }

    @Test
    void aLostControlConnectionEndsTheRunAndTheOtherIsCut() {
        var cause = new LostException("gone");

        FxpEnd end = running().event(new FxpEvent.Gone(Side.TARGET, cause)).end();

        assertEquals(new Verdict.Lost(Side.TARGET, cause), end.verdict());
        assertEquals(Set.of(Side.SOURCE, Side.TARGET), end.owing());
    }

    @Test
    void aServerThatHangsUpAfterItsFinalReplyHasDoneItsPart() {
        FxpEnd end =
                running()
                        .hears(Side.TARGET, 226, "stored")
                        .event(new FxpEvent.Gone(Side.TARGET, new LostException("bye")))
                        .hears(Side.SOURCE, 226, "sent")
                        .end();

        assertInstanceOf(Verdict.BothAnswered.class, end.verdict());
    }

    @Test
    void anAnswerTooManyMakesTheSessionUnusable() {
        FxpEnd end =
                running()
                        .hears(Side.SOURCE, 226, "sent")
                        .hears(Side.SOURCE, 226, "sent again")
                        .end();

        assertInstanceOf(Verdict.Misled.class, end.verdict());
        assertEquals(Set.of(Side.SOURCE, Side.TARGET), end.owing());
    }

    @Test
    void shuttingDownIsARefusalWhereverItComes() {
        FxpEnd end = new Play(Side.SOURCE, false).hears(Side.SOURCE, 421, "bye").end();

        assertEquals(
                new Verdict.Refused(Side.SOURCE, "PASV", new Reply(421, "bye")), end.verdict());
    }

    private static Play running() {
        return started(new Play(Side.SOURCE, false));
    }

    private static Play started(Play play) {
        return play.hears(Side.SOURCE, 227, "(127,0,0,2,200,1)").hears(Side.TARGET, 200, "PORT");
    }

    private static FxpPlan plan(Side passive, OptionalLong replaces, boolean careful) {
        return new FxpPlan(
                Route.between(Method.PROXY, passive, passive.other()),
                RemotePath.of("/from/a.bin"),
                RemotePath.of("/to/a.bin"),
                InetAddress.ofLiteral("127.0.0.2"),
                replaces,
                careful);
    }
}
