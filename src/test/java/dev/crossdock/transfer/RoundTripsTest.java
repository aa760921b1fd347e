package dev.crossdock.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Method;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.CancelSignal;
import dev.crossdock.queue.JobContext;
import dev.crossdock.queue.Meter;
import dev.crossdock.queue.Slot;
import dev.crossdock.testing.NoTraces;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.ScriptedServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is written for each of many files on one session pair.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class RoundTripsTest {

    private static final int FILES = 20;

    /// The first file is made sure of by itself; where the machine is slow, another one may be.
    private static final int MADE_SURE_OF_ALONE = 6;

    @ParameterizedTest
    @MethodSource("dev.crossdock.transfer.Routes#direct")
    void eachFileTakesTwoWritesToEachServer(Route route) throws Exception {
        try (var pair = Routes.servers(route).withPairs(1).open()) {
            send(pair, route);

            for (Side side : Side.values()) {
                boolean listens = route.passive().orElseThrow() == side;
                List<String> shapes = shapes(pair.server(side));
                String whole = String.join("\n", shapes);
                String verb = side == Side.SOURCE ? "RETR" : "STOR";
                String last = listens ? verb : "PORT+" + verb;
                String passive = route.method() == Method.CPSV ? "CPSV" : "PASV";
                String first = side == Side.SOURCE ? "SIZE" : "SIZE+SIZE";
                String opening = listens ? first + "+" + passive : first;
                assertEquals(FILES, count(shapes, last), whole);
                if (side == Side.SOURCE) {
                    assertEquals(FILES, count(shapes, opening), whole);
                    assertEquals(2 * FILES, shapes.size(), whole);
                } else {
                    int most = 2 * FILES + MADE_SURE_OF_ALONE;
                    assertTrue(count(shapes, opening) >= FILES - MADE_SURE_OF_ALONE, whole);
                    assertTrue(shapes.size() <= most, whole);
                }
                assertEquals(1, pair.server(side).received().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crossdock.transfer.Routes#direct")
    void timesAreKeptAndComparedInTheSameWrites(Route route) throws Exception {
        try (var pair = Routes.servers(route).withPairs(1).open()) {
            TransferPolicy policy =
                    Routes.policy(route, ExistsRule.OVERWRITE_NEWER).keepingTimes(true);
            send(pair, policy);

            for (Side side : Side.values()) {
                List<String> shapes = shapes(pair.server(side));
                String whole = String.join("\n", shapes);
                int most = 2 * FILES + (side == Side.SOURCE ? 0 : MADE_SURE_OF_ALONE);
                assertTrue(shapes.size() <= most, whole);
            }
            for (int i = 0; i < FILES; i++) {
                String name = "/%02d".formatted(i);
                assertEquals(
                        pair.source().files().modified("/folder" + name),
                        pair.target().files().modified("/copy" + name));
            }
        }
    }

    @Test
    void aFolderHasGivenItsSessionsBackWhenItsFilesAreLinedUp() throws Exception {
        Route route = Routes.direct().findFirst().orElseThrow();
        try (var pair = Routes.servers(route).withPairs(1).open()) {
            pair.source().files().file("/folder/a", new byte[1_000]);
            TransferPolicy policy = Routes.policy(route, ExistsRule.OVERWRITE);
            var outcomes = new ArrayList<Outcome>();
            JobContext.Children atOnce =
                    specs -> {
                        for (JobSpec spec : specs) {
                            outcomes.add(run(pair, spec, _ -> {}));
                        }
                    };

            JobSpec folder =
                    JobSpec.folder(
                            new SiteId("source"),
                            RemotePath.of("/folder"),
                            new SiteId("target"),
                            RemotePath.of("/copy"),
                            policy);
            outcomes.add(run(pair, folder, atOnce));

            assertInstanceOf(Outcome.Done.class, outcomes.getFirst());
            assertInstanceOf(Outcome.Expanded.class, outcomes.getLast());
            for (Side side : Side.values()) {
                assertEquals(1, pair.server(side).received().size());
            }
        }
    }

    private static Outcome run(ScriptedPair pair, JobSpec spec, JobContext.Children children) {
        var context =
                new JobContext(
                        new Meter(),
                        new CancelSignal(),
                        1,
                        Instant.now(),
                        children,
                        new NoTraces(),
                        Slot.ALONE);
        try {
            return pair.runner().run(spec, context);
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crossdock.transfer.Routes#direct")
    void aPostureIsToldOnceAndTakenBackOnlyForOurOwnConnections(Route route) throws Exception {
        try (var pair = Routes.servers(route).withPairs(1).open()) {
            send(pair, route);
            send(pair, route);

            for (Side side : Side.values()) {
                assertEquals(
                        posture(route, side),
                        pair.server(side).commands().stream()
                                .map(line -> line.startsWith("MLSD") ? "MLSD" : line)
                                .filter(line -> line.matches("(SSCN|CCSN|PROT|MLSD|LIST).*"))
                                .toList());
            }
        }
    }

    /// What a server hears of it in two batches; a source is listed before each.
    private static List<String> posture(Route route, Side side) {
        var told = new ArrayList<String>(List.of("PROT P"));
        boolean client = route.tlsClient().filter(side::equals).isPresent();
        boolean commanded = route.method() == Method.SSCN || route.method() == Method.CCSN;
        String on = route.method() == Method.CLEAR ? "PROT C" : route.method() + " ON";
        String off = route.method() == Method.CLEAR ? "PROT P" : route.method() + " OFF";
        boolean differs = route.method() == Method.CLEAR || (client && commanded);
        if (side == Side.SOURCE) {
            told.add("MLSD");
        }
        if (differs) {
            told.add(on);
        }
        if (side == Side.SOURCE) {
            told.addAll(differs ? List.of(off, "MLSD", on) : List.of("MLSD"));
        }
        return told;
    }

    private static void send(ScriptedPair pair, Route route) throws InterruptedException {
        send(pair, Routes.policy(route, ExistsRule.OVERWRITE));
    }

    private static void send(ScriptedPair pair, TransferPolicy policy) throws InterruptedException {
        for (int i = 0; i < FILES; i++) {
            String path = "/folder/%02d".formatted(i);
            pair.source().files().file(path, new byte[1_000]);
            pair.source().files().setModified(path, Instant.ofEpochSecond(i));
        }
        pair.start(ScriptedPair.folder("/folder", "/copy", policy));
        pair.queue().awaitIdle();
        assertTrue(
                pair.outcomes().stream().noneMatch(Outcome.Failed.class::isInstance),
                pair.outcomes().toString());
        for (int i = 0; i < FILES; i++) {
            assertEquals(1_000, pair.target().files().size("/copy/%02d".formatted(i)));
        }
    }

    /// The writes from the first file on, each as its verbs.
    private static List<String> shapes(ScriptedServer server) {
        return server.writes().stream()
                .map(write -> write.stream().map(line -> line.split(" ")[0]).toList())
                .map(verbs -> String.join("+", verbs))
                .dropWhile(shape -> !shape.startsWith("SIZE"))
                .filter(shape -> !shape.equals("QUIT"))
                .toList();
    }

    private static int count(List<String> shapes, String shape) {
        return (int) shapes.stream().filter(shape::equals).count();
    }
}
