package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Side;
import dev.crossdock.testing.Behaviour;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

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
                    List.of(
                            "STOR /b.*",
                            "RNFR /b.*",
                            "RNTO /b",
                            "DELE /b",
                            "RNFR /b.*",
                            "RNTO /b"),
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

    private static ScriptedPair pair() throws Exception {
        var pair = ScriptedPair.withProxyOn(Side.TARGET);
        pair.source().files().file("/a", CONTENT);
        pair.target().files().file("/b", OLD);
        return pair;
    }

    private static void assertReplaced(ScriptedPair pair) throws Exception {
        var done =
                assertInstanceOf(Outcome.Done.class, pair.copy("/a", "/b", ExistsRule.OVERWRITE));
        assertEquals(Method.PROXY, done.route().method());
        assertEquals(RemotePath.of("/b"), done.target());
        assertArrayEquals(CONTENT, pair.target().files().content("/b"));
        assertTrue(
                pair.target().files().children("/").stream()
                        .noneMatch(path -> path.endsWith(".crossdock")));
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
