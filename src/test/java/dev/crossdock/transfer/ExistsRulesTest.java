package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.FolderRules;
import dev.crossdock.model.NamePattern;
import dev.crossdock.model.OrderList;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SkipRules;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.ExistsPrompt;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Skill;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Rules about what the target has and about names, from server to server.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class ExistsRulesTest {

    private static final byte[] NEW = {1, 2, 3};
    private static final byte[] OLD = {4, 5, 6};
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    private static Stream<Arguments> routesAndTimes() {
        return Stream.of(Routes.PROXY, Routes.BACKWARD_SSCN, Route.relay())
                .flatMap(route ->
                        Stream.of(
                                Arguments.of(route, 5, true),
                                Arguments.of(route, 0, false),
                                Arguments.of(route, -5, false)));
    }

    @ParameterizedTest
    @MethodSource("routesAndTimes")
    void aFileThatChangedLaterReplacesTheOlderOne(Route route, long later, boolean replaced)
            throws Exception {
        try (var pair = Routes.servers(route).open()) {
            put(pair, later);

            Outcome outcome =
                    pair.copy("/a", "/b", Routes.policy(route, ExistsRule.OVERWRITE_NEWER));

            assertEquals(replaced ? "done" : "skipped", outcome.word(), outcome.toString());
            assertArrayEquals(replaced ? NEW : OLD, pair.target().files().content("/b"));
        }
    }

    @Test
    void whereATimeIsNotToldTheFileIsLeftAlone() throws Exception {
        var servers =
                Routes.servers(Routes.PROXY).on(Side.TARGET, setup -> setup.without(Skill.SIZE));
        try (var pair = servers.open()) {
            put(pair, 5);

            Outcome outcome = pair.copy("/a", "/b", ExistsRule.OVERWRITE_NEWER);

            assertEquals(
                    new Outcome.Skipped(
                            "/b on target was left alone: nobody tells when it was changed."),
                    outcome);
        }
    }

    @Test
    void otherRulesAskForNoTimes() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            put(pair, 5);

            assertInstanceOf(
                    Outcome.Skipped.class, pair.copy("/a", "/b", ExistsRule.OVERWRITE_OTHER_SIZE));

            assertTrue(
                    pair.target().commands().stream().noneMatch(line -> line.startsWith("MDTM")));
        }
    }

    @Test
    void whoeverIsAskedMayChooseByTime() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            put(pair, 5);
            pair.prompt(_ -> new ExistsPrompt.Answer(ExistsRule.OVERWRITE_NEWER, true));

            assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", ExistsRule.ASK));

            assertArrayEquals(NEW, pair.target().files().content("/b"));
        }
    }

    private static Stream<Route> routes() {
        return Stream.of(Routes.PROXY, Routes.BACKWARD_SSCN, Route.relay());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theCopyGetsTheSourcesTimeWhereThatIsWanted(Route route) throws Exception {
        try (var pair = Routes.servers(route).open()) {
            put(pair, -5);

            var done =
                    assertInstanceOf(
                            Outcome.Done.class,
                            pair.copy(
                                    "/a",
                                    "/b",
                                    Routes.policy(route, ExistsRule.OVERWRITE).keepingTimes(true)));

            assertEquals(TIME.minusSeconds(5), pair.target().files().modified("/b"));
            assertEquals("", done.note());
        }
    }

    @Test
    void aTimeThatIsRefusedIsSaidAndTheFileIsDone() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            put(pair, 5);
            pair.target().onCommand("MFMT", Behaviour.answer("550 No times today."));

            var done = assertInstanceOf(Outcome.Done.class, keepingTimes(pair));

            assertEquals(
                    "The copy has a time of its own: target did not set it (550 No times today.).",
                    done.note());
        }
    }

    @Test
    void aServerThatCannotSetTimesIsSaid() throws Exception {
        var servers =
                Routes.servers(Routes.PROXY).on(Side.TARGET, setup -> setup.without(Skill.MFMT));
        try (var pair = servers.open()) {
            put(pair, 5);

            var done = assertInstanceOf(Outcome.Done.class, keepingTimes(pair));

            assertEquals(
                    "The copy has a time of its own: target cannot set times (no MFMT).",
                    done.note());
        }
    }

    @Test
    void whatIsOnTheSkipListIsNotCarriedOverNorAskedFor() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            pair.rules(
                    new FolderRules(
                            SkipRules.of(List.of(NamePattern.files("*.nfo"))), OrderList.BY_NAME));
            pair.source().files().file("/folder/a.nfo", NEW).file("/folder/b", NEW);

            assertEquals(
                    new Outcome.Skipped("a.nfo is on your skip list: *.nfo"),
                    pair.copy("/folder/a.nfo", "/a.nfo"));
            assertEquals(List.of(), pair.source().commands());

            assertEquals(
                    new Outcome.Expanded(1, 0, 1, "1 skipped, by your skip list: *.nfo"),
                    pair.outcome(
                            pair.start(ScriptedPair.folder("/folder", "/copy", ExistsRule.FAIL))));
            assertEquals(List.of("/copy/b"), pair.target().files().children("/copy"));
        }
    }

    private static Outcome keepingTimes(ScriptedPair pair) throws InterruptedException {
        return pair.copy(
                "/a", "/b", TransferPolicy.secure(ExistsRule.OVERWRITE).keepingTimes(true));
    }

    private static void put(ScriptedPair pair, long later) {
        pair.source().files().file("/a", NEW);
        pair.source().files().setModified("/a", TIME.plusSeconds(later));
        pair.target().files().file("/b", OLD);
        pair.target().files().setModified("/b", TIME);
    }
}
