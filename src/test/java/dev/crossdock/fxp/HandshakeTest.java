package dev.crossdock.fxp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.ftp.GarbledException;
import dev.crossdock.ftp.HostPort;
import dev.crossdock.fxp.FxpEnd.Stall;
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
import org.junit.jupiter.params.provider.EnumSource;

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
                    Duration.ofMillis(700),
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
            this(plan(proxy(passive), OptionalLong.empty(), 0, careful));
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
    void oneFlightToEachIsEnoughOnceThePassiveServerListens() {
        Play play =
                new Play(Side.SOURCE, false)
                        .hears(Side.TARGET, 200, "PORT")
                        .hears(Side.TARGET, 150, "opening")
                        .hears(Side.SOURCE, 150, "opening")
                        .hears(Side.SOURCE, 226, "sent")
                        .hears(Side.TARGET, 226, "stored");

        assertEquals(
                List.of(
                        "source: RETR /from/a.bin",
                        "target: PORT 127,0,0,2,200,1 | STOR /to/a.bin"),
                play.flights);
        assertEquals(
                new FxpEnd(
                        new Verdict.BothAnswered(new Reply(226, "sent"), new Reply(226, "stored")),
                        Set.of(),
                        FxpEnd.Store.BEGUN),
                play.end());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    method, passive, client, flights
                    PROXY,  SOURCE,  TARGET, 'source: RETR /from/a.bin; target: PORT 127,0,0,2,200,1 | STOR /to/a.bin'
                    PROXY,  TARGET,  SOURCE, 'target: STOR /to/a.bin; source: PORT 127,0,0,2,200,1 | RETR /from/a.bin'
                    SSCN,   TARGET,  TARGET, 'source: PORT 127,0,0,2,200,1 | RETR /from/a.bin; target: STOR /to/a.bin'
                    CPSV,   SOURCE,  SOURCE, 'target: PORT 127,0,0,2,200,1 | STOR /to/a.bin; source: RETR /from/a.bin'
                    """)
    void theTlsServerHearsFirst(Method method, Side passive, Side client, String flights) {
        Route route = Route.between(method, passive, client);

        assertEquals(
                List.of(flights.split("; ")),
                new Play(plan(route, OptionalLong.empty(), 0, false)).flights);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    passive, client, first,                               then
                    SOURCE,  TARGET, 'target: PORT 127,0,0,2,200,1',      source: RETR /from/a.bin
                    TARGET,  TARGET, 'source: PORT 127,0,0,2,200,1',      source: RETR /from/a.bin
                    TARGET,  SOURCE, 'source: PORT 127,0,0,2,200,1',      target: STOR /to/a.bin; source: RETR /from/a.bin
                    """)
    void aCarefulStoreWaitsUntilTheActiveServerTookThePort(
            Side passive, Side client, String first, String then) {
        Route route = Route.between(Method.SSCN, passive, client);
        Play play = new Play(plan(route, OptionalLong.of(777), 0, true));
        assertEquals(List.of(first), play.flights);

        play.hears(passive.other(), 200, "ok");

        assertEquals(List.of(then.split("; ")), play.flights.subList(1, play.flights.size()));
    }

    @Test
    void aCarefulStoreFollowsTheSourcesPreliminaryReply() {
        Play play =
                new Play(Side.SOURCE, true)
                        .hears(Side.TARGET, 200, "ok")
                        .hears(Side.SOURCE, 150, "opening");

        assertEquals("target: STOR /to/a.bin", play.flights.getLast());
    }

    @Test
    void aCarefulStoreGoesOutWhenTheSourceHasNotObjectedInTime() {
        Play play = new Play(Side.SOURCE, true).hears(Side.TARGET, 200, "ok");
        assertEquals(Optional.of(PATIENCE.objection()), play.within());

        play.event(new FxpEvent.Late());

        assertEquals("target: STOR /to/a.bin", play.flights.getLast());
    }

    @Test
    void aFileThatIsNotAtTheSourceNeverReachesTheExistingFile() {
        Play play =
                new Play(Side.SOURCE, true)
                        .hears(Side.TARGET, 200, "ok")
                        .hears(Side.SOURCE, 550, "no such file");

        assertTrue(play.flights.stream().noneMatch(flight -> flight.contains("STOR")));
        assertEquals(
                new Verdict.Refused(
                        Side.SOURCE, "RETR /from/a.bin", new Reply(550, "no such file")),
                play.end().verdict());
        assertEquals(Set.of(), play.end().owing());
    }

    @Test
    void aRefusedPortNeverReachesTheExistingFile() {
        Play play = new Play(Side.TARGET, true).hears(Side.SOURCE, 500, "Illegal PORT command");

        assertTrue(play.flights.stream().noneMatch(flight -> flight.contains("STOR")));
        assertEquals(
                new FxpEnd(
                        new Verdict.Refused(
                                Side.SOURCE,
                                "PORT 127,0,0,2,200,1",
                                new Reply(500, "Illegal PORT command")),
                        Set.of(),
                        FxpEnd.Store.UNSENT),
                play.end());
    }

    @Test
    void bothBeginInTheMiddleOnlyWhenBothSaidTheyCan() {
        Play play = new Play(plan(proxy(Side.SOURCE), OptionalLong.of(500), 500, false));
        assertEquals(
                List.of("source: REST 500", "target: PORT 127,0,0,2,200,1 | REST 500"),
                play.flights);

        play.hears(Side.SOURCE, 350, "at 500").hears(Side.TARGET, 200, "PORT");
        assertEquals(2, play.flights.size(), "one REST is still unanswered");

        play.hears(Side.TARGET, 350, "at 500");
        assertEquals(
                List.of("source: RETR /from/a.bin", "target: STOR /to/a.bin"),
                play.flights.subList(2, 4));
    }

    @Test
    void aRefusedRestNeverLeadsToAStoreFromTheBeginning() {
        Play play =
                new Play(plan(proxy(Side.SOURCE), OptionalLong.of(500), 500, false))
                        .hears(Side.SOURCE, 350, "at 500")
                        .hears(Side.TARGET, 200, "PORT")
                        .hears(Side.TARGET, 502, "no REST");

        assertTrue(play.flights.stream().noneMatch(flight -> flight.contains("STOR")));
        assertEquals(
                new Verdict.Refused(Side.TARGET, "REST 500", new Reply(502, "no REST")),
                play.end().verdict());
    }

    @Test
    void anExtendedAddressGoesOutByEprt() {
        var plan =
                new FxpPlan(
                        proxy(Side.SOURCE),
                        RemotePath.of("/from/a.bin"),
                        RemotePath.of("/to/a.bin"),
                        new HostPort(InetAddress.ofLiteral("::1"), 51201),
                        true,
                        OptionalLong.empty(),
                        0,
                        false);

        assertEquals(
                "target: EPRT |2|0:0:0:0:0:0:0:1|51201| | STOR /to/a.bin",
                new Play(plan).flights.getLast());
    }

    @Test
    void theEndOfATransferThatHadNotBegunIsALie() {
        Play play =
                new Play(Side.SOURCE, true)
                        .hears(Side.TARGET, 200, "ok")
                        .hears(Side.SOURCE, 226, "sent");

        assertInstanceOf(Verdict.Misled.class, play.end().verdict());
        assertEquals(Set.of(Side.SOURCE), play.end().owing());
        assertTrue(play.flights.stream().noneMatch(flight -> flight.contains("STOR")));
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
        Play play = new Play(Side.SOURCE, false).hears(Side.SOURCE, 550, "no such file");
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
                new Verdict.Stalled(Stall.STILL, Set.of(Side.SOURCE, Side.TARGET)),
                running().event(new FxpEvent.Late()).end().verdict());
        assertEquals(
                new Verdict.Stalled(Stall.MOVED, Set.of(Side.SOURCE, Side.TARGET)),
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
    void whatWasSeenToMoveHasMovedThoughTheWatchBreaksOff() {
        Play play =
                running()
                        .event(new FxpEvent.Observed(4096))
                        .event(new FxpEvent.Unobserved())
                        .event(new FxpEvent.Late());

        assertEquals(
                new Verdict.Stalled(Stall.MOVED, Set.of(Side.SOURCE, Side.TARGET)),
                play.end().verdict());
    }

    @Test
    void aFileThatIsNotThereYetIsWaitedForBlindUntilItIs() {
        Play play = running().event(new FxpEvent.Unobserved()).event(new FxpEvent.Unobserved());
        assertEquals(Optional.empty(), play.within(), "the deadline of the start runs on");

        play.event(new FxpEvent.Observed(0));
        assertEquals(Optional.of(PATIENCE.firstByte()), play.within());

        play.event(new FxpEvent.Unobserved());
        assertEquals(Optional.of(PATIENCE.blind()), play.within());

        play.event(new FxpEvent.Observed(1));
        assertEquals(Optional.of(PATIENCE.growth()), play.within());
    }

    @Test
    void aFileThatComesAndGoesPutsOffNoDeadline() {
        Play play = running().event(new FxpEvent.Observed(0)).event(new FxpEvent.Unobserved());
        assertEquals(Optional.of(PATIENCE.blind()), play.within());

        play.event(new FxpEvent.Observed(0));
        assertEquals(Optional.empty(), play.within());

        play.event(new FxpEvent.Unobserved());
        assertEquals(Optional.empty(), play.within());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    ends,   code, bytes, stall
                    SOURCE, 226,  0,     HALF_ENDED
                    TARGET, 226,  0,     HALF_ENDED
                    TARGET, 250,  0,     HALF_ENDED
                    SOURCE, 226,  4096,  MOVED
                    """)
    void aStallTellsWhatIsKnown(Side ends, int code, long bytes, Stall stall) {
        Play play =
                running()
                        .event(new FxpEvent.Observed(bytes))
                        .hears(ends, code, "done")
                        .event(new FxpEvent.Late());

        assertEquals(new Verdict.Stalled(stall, Set.of(ends.other())), play.end().verdict());
    }

    @Test
    void whatIsSeenBeforeTheStoreIsNothingOfThisTransfer() {
        Play play =
                new Play(Side.SOURCE, true)
                        .event(new FxpEvent.Observed(4096))
                        .event(new FxpEvent.Late());

        assertEquals(new Verdict.Stalled(Stall.STILL, Set.of(Side.TARGET)), play.end().verdict());
    }

    @ParameterizedTest
    @EnumSource
    void preliminaryRepliesWithoutEndAreNoAnswer(Side side) {
        Play play = running();
        for (int i = 0; i < 20; i++) {
            play.hears(side, 150, "soon");
        }
        assertEquals(Optional.empty(), play.within(), "the deadline runs on");

        FxpEnd end = play.hears(side, 150, "soon").end();

        var misled = assertInstanceOf(Verdict.Misled.class, end.verdict());
        assertEquals(side, misled.side());
        assertInstanceOf(GarbledException.class, misled.cause());
        assertEquals(Set.of(Side.SOURCE, Side.TARGET), end.owing());
    }

    @Test
    void aTargetThatAnswersOnNoSessionHasNotForEver() {
        Play play = running().event(new FxpEvent.Observed(4096)).event(new FxpEvent.Unanswered());
        assertEquals(Optional.of(PATIENCE.growth()), play.within());

        play.event(new FxpEvent.Unanswered());
        assertEquals(Optional.empty(), play.within(), "the deadline runs on");

        assertEquals(
                new Verdict.Stalled(Stall.UNANSWERED, Set.of(Side.SOURCE, Side.TARGET)),
                play.event(new FxpEvent.Late()).end().verdict());
    }

    @Test
    void aTargetThatAnswersAgainIsWatchedAsBefore() {
        Play play =
                running()
                        .event(new FxpEvent.Observed(4096))
                        .event(new FxpEvent.Unanswered())
                        .event(new FxpEvent.Observed(4096));

        assertEquals(
                new Verdict.Stalled(Stall.MOVED, Set.of(Side.SOURCE, Side.TARGET)),
                play.event(new FxpEvent.Late()).end().verdict());
    }

    @Test
    void aPortMayBeAnsweredBehindTheRest() {
        Play play =
                new Play(plan(proxy(Side.SOURCE), OptionalLong.of(500), 500, false))
                        .hears(Side.SOURCE, 350, "at 500")
                        .hears(Side.TARGET, 350, "at 500");
        assertEquals(2, play.flights.size(), "the PORT is still unanswered");

        play.hears(Side.TARGET, 200, "connected");

        assertEquals("target: STOR /to/a.bin", play.flights.getLast());
    }

    @Test
    void aPortMayBeAnsweredBehindTheRefusalOfTheFile() {
        Play play =
                new Play(Side.SOURCE, false)
                        .hears(Side.TARGET, 550, "read-only")
                        .hears(Side.TARGET, 200, "connected");
        assertEquals(Optional.empty(), play.within(), "the PORT buys no time");

        FxpEnd end = play.hears(Side.SOURCE, 426, "cut").end();

        assertEquals(
                new Verdict.BothAnswered(new Reply(426, "cut"), new Reply(550, "read-only")),
                end.verdict());
        assertEquals(FxpEnd.Store.REFUSED, end.store());
        assertEquals(Set.of(), end.owing());
    }

    @Test
    void aPortThatIsNeverAnsweredCostsTheSession() {
        FxpEnd end =
                new Play(Side.SOURCE, false)
                        .hears(Side.TARGET, 150, "opening")
                        .hears(Side.TARGET, 226, "stored")
                        .hears(Side.SOURCE, 226, "sent")
                        .end();

        assertInstanceOf(Verdict.BothAnswered.class, end.verdict());
        assertEquals(Set.of(Side.TARGET), end.owing());
    }

    @Test
    void anOldFileThatStandsStillSaysNothing() {
        Play play =
                started(new Play(plan(proxy(Side.SOURCE), OptionalLong.of(777), 0, false)))
                        .event(new FxpEvent.Observed(777));

        assertEquals(Optional.of(PATIENCE.blind()), play.within());
        assertEquals(
                new Verdict.Stalled(Stall.STILL, Set.of(Side.SOURCE, Side.TARGET)),
                play.event(new FxpEvent.Observed(777)).event(new FxpEvent.Late()).end().verdict());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    preliminary, final, store
                    false,       553,   REFUSED
                    false,       450,   REFUSED
                    true,        553,   BEGUN
                    true,        552,   BEGUN
                    false,       425,   BEGUN
                    false,       522,   BEGUN
                    false,       226,   BEGUN
                    """)
    void aFileAtTheTargetIsOursUnlessItsStoreWasRefusedOutright(
            boolean preliminary, int code, FxpEnd.Store store) {
        Play play = preliminary ? running().hears(Side.TARGET, 150, "opening") : running();

        FxpEnd end = play.hears(Side.TARGET, code, "end").hears(Side.SOURCE, 426, "cut").end();

        assertEquals(store, end.store());
    }

    @Test
    void aSideThatRefusesItsTransferMayKeepThePlaceOfTheRest() {
        FxpEnd end =
                new Play(plan(proxy(Side.SOURCE), OptionalLong.of(500), 500, false))
                        .hears(Side.SOURCE, 350, "at 500")
                        .hears(Side.TARGET, 200, "PORT")
                        .hears(Side.TARGET, 350, "at 500")
                        .hears(Side.SOURCE, 150, "opening")
                        .hears(Side.TARGET, 553, "not that name")
                        .hears(Side.SOURCE, 426, "cut")
                        .end();

        assertEquals(Set.of(Side.TARGET), end.owing());
    }

    @Test
    void aLostControlConnectionEndsTheRunAndTheOtherIsCut() {
        var cause = new LostException("gone");

        FxpEnd end =
                running()
                        .event(new FxpEvent.Gone(Side.TARGET, cause))
                        .event(new FxpEvent.Observed(77))
                        .event(new FxpEvent.Late())
                        .end();

        assertEquals(new Verdict.Lost(Side.TARGET, cause), end.verdict());
        assertEquals(Set.of(Side.SOURCE, Side.TARGET), end.owing());
    }

    @ParameterizedTest
    @CsvSource({"452, true", "552, true", "553, true", "426, false", "451, false", "226, false"})
    void whatTheOtherServerSaysOfTheFileSaysMoreThanALostConnection(int code, boolean more) {
        var cause = new LostException("gone");
        var reply = new Reply(code, "said");
        Verdict expected =
                more
                        ? new Verdict.Refused(Side.TARGET, "STOR /to/a.bin", reply)
                        : new Verdict.Lost(Side.SOURCE, cause);

        var gone = new FxpEvent.Gone(Side.SOURCE, cause);
        assertEquals(
                expected, running().event(gone).hears(Side.TARGET, code, "said").end().verdict());
        assertEquals(
                expected, running().hears(Side.TARGET, code, "said").event(gone).end().verdict());
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
                new Verdict.Refused(Side.SOURCE, "RETR /from/a.bin", new Reply(421, "bye")),
                end.verdict());
    }

    @Test
    void aReplyOutOfTurnBeforeTheStoreIsNoSignOfOne() {
        FxpEnd end = new Play(Side.TARGET, true).hears(Side.TARGET, 200, "what?").end();

        assertInstanceOf(Verdict.Misled.class, end.verdict());
        assertEquals(FxpEnd.Store.UNSENT, end.store());
        assertEquals(Set.of(Side.SOURCE, Side.TARGET), end.owing());
    }

    @Test
    void aServerThatShutsDownAfterItsFinalReplyHasDoneItsPart() {
        FxpEnd end =
                running()
                        .hears(Side.SOURCE, 226, "sent")
                        .hears(Side.SOURCE, 421, "shutting down")
                        .hears(Side.TARGET, 226, "stored")
                        .end();

        assertInstanceOf(Verdict.BothAnswered.class, end.verdict());
        assertEquals(Set.of(Side.SOURCE), end.owing());
    }

    private static Play running() {
        return started(new Play(Side.SOURCE, false));
    }

    private static Play started(Play play) {
        return play.hears(Side.TARGET, 200, "PORT");
    }

    private static Route proxy(Side passive) {
        return Route.between(Method.PROXY, passive, passive.other());
    }

    private static FxpPlan plan(Route route, OptionalLong replaces, long offset, boolean careful) {
        return new FxpPlan(
                route,
                RemotePath.of("/from/a.bin"),
                RemotePath.of("/to/a.bin"),
                new HostPort(InetAddress.ofLiteral("127.0.0.2"), 51201),
                false,
                replaces,
                offset,
                careful);
    }
}
