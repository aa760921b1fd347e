package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.failure;
import static dev.crossdock.transfer.ScriptedPair.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.Behaviour.DataFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Files that are overwritten on a route which nobody has tried.
class AsideTest {

    private static final byte[] CONTENT = content(300_000);
    private static final byte[] OLD = content(1_000);

    @Test
    void theNewFileTakesThePlaceOfTheOldOneAtTheEnd() throws Exception {
        try (var pair = pair()) {
            assertReplaced(pair);

            assertEquals(List.of("STOR /b.*", "RNFR /b.*", "RNTO /b"), changes(pair));
        }
    }

    @Test
    void onAProvenRouteItIsWrittenInPlace() throws Exception {
        try (var pair = pair()) {
            pair.copy("/a", "/first");

            assertReplaced(pair);

            assertEquals(List.of("STOR /first", "STOR /b"), changes(pair));
        }
    }

    @Test
    void aServerThatRenamesNothingToATakenNameIsHelped() throws Exception {
        try (var pair = pair()) {
            pair.target().onCommand("RNTO", 1, Behaviour.answer("550 File exists."));

            assertReplaced(pair);

            assertEquals(
                    List.of("STOR /b.*", "RNFR /b.*", "RNTO /b", "DELE /b", "RNFR /b.*", "RNTO /b"),
                    changes(pair));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RNFR", "STOR"})
    void whereTheOtherNameIsNotWantedItIsWrittenInPlace(String command) throws Exception {
        try (var pair = pair()) {
            int times = command.equals("STOR") ? 1 : 9;
            pair.target().onCommand(command, times, Behaviour.answer("550 Not allowed."));

            assertReplaced(pair);

            assertEquals("STOR /b", changes(pair).getLast());
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    letter, letters, kept
                    a,      10,      10
                    a,      236,     236
                    a,      255,     236
                    ä,      127,     118
                    😀,     63,      59
                    """)
    void aLongNameLosesItsEnd(String letter, int letters, int kept) {
        assertEquals(
                letter.repeat(kept) + ".01234567.crossdock",
                Aside.named(letter.repeat(letters), "01234567-89ab"));
    }

    @Test
    void aForeignFileOfASimilarNameStays() throws Exception {
        try (var pair = pair()) {
            pair.target().files().file("/b.crossdock", OLD);

            assertReplacedBy(pair.copy("/a", "/b", ExistsRule.OVERWRITE), pair);

            assertArrayEquals(OLD, pair.target().files().content("/b.crossdock"));
        }
    }

    @Test
    void troubleAfterTheBeginningIsNotTheNamesFault() throws Exception {
        try (var pair = pair()) {
            var trouble = new DataFault.Final("550 The disk is broken.");
            pair.target().onCommand("STOR", Behaviour.onData(trouble));

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertTrue(failure.message().contains("The disk is broken"), failure.message());
            assertTrue(
                    failure.advice()
                            .matches(
                                    ".*What had arrived is called /b\\.\\w+\\.crossdock on target;"
                                            + " /b is as it was\\."),
                    failure.advice());
            assertArrayEquals(OLD, pair.target().files().content("/b"));
            assertTrue(changes(pair).stream().allMatch(line -> line.equals("STOR /b.*")));
        }
    }

    @Test
    void whatIsBrokenInPlaceIsSaidToHaveTakenTheOldFileWithIt() throws Exception {
        try (var pair = pair()) {
            pair.copy("/a", "/first");
            var broken = new DataFault.Cut(1_000, "426 The network is gone.");
            pair.source().onCommand("RETR", Behaviour.onData(broken));

            Failure failure = failure(pair.copy("/a", "/b", ExistsRule.OVERWRITE));

            assertTrue(
                    failure.advice().startsWith("The file that was there before is gone."),
                    failure.toString());
        }
    }

    @Test
    void aCancelBetweenTheNamesSaysWhereTheFileIs() throws Exception {
        try (var pair = pair()) {
            var never = new CountDownLatch(1);
            pair.target().onCommand("RNTO", 1, Behaviour.answer("550 File exists."));
            pair.target().onCommand("DELE", 1, new Behaviour.Hold(never));
            JobId job = pair.start(file("/a", "/b", ExistsRule.OVERWRITE));
            pair.awaitCommand(Side.TARGET, "DELE /b");

            pair.cancel(job);
            never.countDown();

            var cancelled = assertInstanceOf(Outcome.Cancelled.class, pair.outcome(job));
            assertTrue(
                    cancelled
                            .note()
                            .matches(
                                    "All of it had arrived on target, as"
                                            + " /b\\.\\w+\\.crossdock\\..*"),
                    cancelled.note());
        }
    }

    private static ScriptedPair pair() throws Exception {
        var pair = ScriptedPair.withProxyOn(Side.TARGET);
        pair.source().files().file("/a", CONTENT);
        pair.target().files().file("/b", OLD);
        return pair;
    }

    private static void assertReplaced(ScriptedPair pair) throws Exception {
        assertReplacedBy(pair.copy("/a", "/b", ExistsRule.OVERWRITE), pair);
        assertTrue(
                pair.target().files().children("/").stream()
                        .noneMatch(path -> path.endsWith(".crossdock")));
    }

    private static void assertReplacedBy(Outcome outcome, ScriptedPair pair) {
        var done = assertInstanceOf(Outcome.Done.class, outcome);
        assertEquals(Method.PROXY, done.route().method());
        assertEquals(RemotePath.of("/b"), done.target());
        assertArrayEquals(CONTENT, pair.target().files().content("/b"));
    }

    private static List<String> changes(ScriptedPair pair) {
        return pair.target().commands().stream()
                .filter(line -> line.matches("(STOR|RNFR|RNTO|DELE) .*"))
                .map(line -> line.replaceFirst("/b\\.[0-9a-f]{8}\\.crossdock$", "/b.*"))
                .filter(line -> !line.equals("DELE /b.*"))
                .toList();
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
