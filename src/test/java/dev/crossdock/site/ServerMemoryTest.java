package dev.crossdock.site;

import static dev.crossdock.site.Samples.NOW;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crossdock.model.Capability;
import dev.crossdock.model.Evidence;
import dev.crossdock.model.Experience;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Method;
import dev.crossdock.model.Route;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.store.Entries;
import dev.crossdock.store.JsonFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

class ServerMemoryTest {

    private static final Server ALPHA = server("alpha.test", 21, TlsMode.EXPLICIT);
    private static final Server BETA = server("beta.test", 990, TlsMode.IMPLICIT);
    private static final Server GAMMA = server("::1", 21, TlsMode.EXPLICIT);
    private static final Route PROXY = Route.between(Method.PROXY, Side.SOURCE, Side.TARGET);
    private static final Evidence PROVEN = new Evidence.Proven(NOW);

    private final MovableClock clock = new MovableClock();
    private Path folder;
    private Path file;

    @BeforeEach
    void placeTheFile(@TempDir Path temporary) {
        folder = temporary.resolve("data");
        file = folder.resolve("servers.json");
    }

    static Stream<Route> routes() {
        return Stream.of(
                PROXY,
                Route.between(Method.CPSV, Side.TARGET, Side.TARGET),
                Route.clear(Side.TARGET),
                Route.relay(),
                Route.local());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aProvenRouteIsKnownAfterARestart(Route route) {
        memory().proven(ALPHA, BETA, route);
        assertEquals(Map.of(route, PROVEN), memory().of(ALPHA, BETA).routes());
        assertEquals(Optional.empty(), memory().notice());
    }

    @Test
    void aRefusedRouteIsKnownWithTheWordsAfterARestart() {
        memory().refuted(ALPHA, BETA, PROXY, "425 “no” \uD83D\uDE80");
        assertEquals(
                Map.of(PROXY, new Evidence.Refuted("425 “no” \uD83D\uDE80", NOW)),
                memory().of(ALPHA, BETA).routes());
    }

    @Test
    void whatAServerCanDoIsKnownOnEitherSide() {
        memory().proven(ALPHA, Capability.SSCN);
        memory().refuted(ALPHA, Capability.CPSV, "502 no");
        var alpha =
                Map.of(
                        Capability.SSCN,
                        PROVEN,
                        Capability.CPSV,
                        new Evidence.Refuted("502 no", NOW));
        assertEquals(new Experience(Map.of(), alpha, Map.of()), memory().of(ALPHA, BETA));
        assertEquals(new Experience(Map.of(), Map.of(), alpha), memory().of(BETA, ALPHA));
        assertEquals(new Experience(Map.of(), alpha, alpha), memory().of(ALPHA, ALPHA));
    }

    @Test
    void theOtherDirectionIsAnotherPair() {
        memory().proven(ALPHA, BETA, PROXY);
        assertEquals(Experience.NONE, memory().of(BETA, ALPHA));
    }

    @Test
    void aServerIsItsHostPortAndTlsWhoeverLogsIn() {
        memory().proven(ALPHA, BETA, PROXY);
        var same =
                new Server(SiteId.random(), "other", "ALPHA.test", 21, TlsMode.EXPLICIT, "someone");
        assertEquals(1, memory().of(same, BETA).routes().size());
        assertEquals(
                Experience.NONE, memory().of(server("alpha.test", 22, TlsMode.EXPLICIT), BETA));
        assertEquals(Experience.NONE, memory().of(server("alpha.test", 21, TlsMode.CLEAR), BETA));
    }

    @Test
    void theNeedForTls12IsKnownAfterARestartAndForNinetyDays() {
        assertFalse(memory().isOnlyTls12(GAMMA));
        memory().onlyTls12(GAMMA);
        var memory = memory();
        assertTrue(memory.isOnlyTls12(GAMMA));
        assertFalse(memory.isOnlyTls12(ALPHA));
        clock.advance(Duration.ofDays(90));
        assertFalse(memory.isOnlyTls12(GAMMA));
    }

    @Test
    void theLatestCounts() {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.refuted(ALPHA, BETA, PROXY, "no");
        assertEquals("refuted", memory().of(ALPHA, BETA).of(PROXY).orElseThrow().word());
        memory.proven(ALPHA, BETA, PROXY);
        assertEquals(Map.of(PROXY, PROVEN), memory().of(ALPHA, BETA).routes());
    }

    @Test
    void aRefusalIsForgottenAfterAWeekAndPrunedByTheNextWrite() throws IOException {
        var memory = memory();
        memory.refuted(ALPHA, BETA, PROXY, "421 a bad day");
        clock.advance(Duration.ofDays(7));
        assertEquals(Experience.NONE, memory.of(ALPHA, BETA));
        assertEquals(List.of(), memory.all());
        assertTrue(Files.readString(file).contains("a bad day"));
        memory.proven(GAMMA, Capability.SSCN);
        assertFalse(Files.readString(file).contains("a bad day"));
    }

    @Test
    void aProofCountsNinetyDaysSinceTheLast() {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        clock.advance(Duration.ofDays(60));
        memory.proven(ALPHA, BETA, PROXY);
        clock.advance(Duration.ofDays(89));
        assertEquals(1, memory.of(ALPHA, BETA).routes().size());
        clock.advance(Duration.ofDays(1));
        assertEquals(Experience.NONE, memory.of(ALPHA, BETA));
    }

    @Test
    void provingAgainDoesNotTouchTheDisk() throws IOException {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.proven(ALPHA, Capability.SSCN);
        memory.onlyTls12(BETA);
        emptyTheFolder();
        // Whoever looks at the disk would find this, or make the folder.
        Files.delete(folder);
        Files.writeString(folder, "in the way");
        clock.advance(Duration.ofHours(23));
        memory.proven(ALPHA, BETA, PROXY);
        memory.proven(ALPHA, Capability.SSCN);
        memory.onlyTls12(BETA);
        assertTrue(memory.isOnlyTls12(BETA));
        Files.delete(folder);
        assertEquals(Optional.empty(), memory.notice());
    }

    @Test
    void provingAgainAfterADayIsWritten() {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        clock.advance(Duration.ofDays(1));
        memory.proven(ALPHA, BETA, PROXY);
        assertEquals(clock.instant(), memory().all().getFirst().when());
    }

    @Test
    void whatOneProgramLearnsOrForgetsTheOtherKnows() throws FailureException {
        var one = memory();
        var other = memory();
        one.proven(ALPHA, BETA, PROXY);
        assertEquals(1, other.of(ALPHA, BETA).routes().size());
        other.proven(BETA, ALPHA, PROXY);
        one.proven(ALPHA, Capability.SSCN);
        assertEquals(3, other.all().size());
        assertEquals(one.all(), other.all());
        one.forgetAll();
        assertEquals(Experience.NONE, other.of(ALPHA, BETA));
        other.proven(ALPHA, BETA, PROXY);
        assertEquals(1, one.all().size());
    }

    @Test
    void manyThreadsInTwoProgramsLoseNothing() {
        var programs = List.of(memory(), memory());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Capability capability : Capability.values()) {
                for (int i = 0; i < programs.size(); i++) {
                    var memory = programs.get(i);
                    var server = i == 0 ? ALPHA : BETA;
                    threads.execute(() -> memory.proven(server, capability));
                    threads.execute(() -> memory.of(ALPHA, BETA));
                }
            }
        }
        var experience = memory().of(ALPHA, BETA);
        assertEquals(Capability.values().length, experience.source().size());
        assertEquals(Capability.values().length, experience.target().size());
    }

    @Test
    void whatWasLearnedLastComesFirst() {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.onlyTls12(ALPHA);
        clock.advance(Duration.ofMinutes(1));
        memory.refuted(BETA, Capability.SSCN, "502 no");
        assertEquals(
                List.of(
                        new Memo(
                                new Topic.Skill(Endpoint.of(BETA), Capability.SSCN),
                                new Evidence.Refuted("502 no", clock.instant())),
                        new Memo(new Topic.OnlyTls12(Endpoint.of(ALPHA)), PROVEN),
                        new Memo(
                                new Topic.Way(Endpoint.of(ALPHA), Endpoint.of(BETA), PROXY),
                                PROVEN)),
                memory.all());
    }

    @Test
    void forgettingAServerForgetsItsPairsToo() throws FailureException {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.proven(BETA, ALPHA, PROXY);
        memory.proven(BETA, GAMMA, PROXY);
        memory.onlyTls12(ALPHA);
        memory.proven(BETA, Capability.SSCN);
        assertEquals(3, memory.forget(ALPHA).size());
        assertEquals(2, memory().all().size());
        assertEquals(List.of(), memory.forget(ALPHA));
        assertEquals(2, memory.forgetAll().size());
        assertEquals(List.of(), memory().all());
    }

    @Test
    void chosenOnesAreForgottenEvenIfTheyWereProvenAgainMeanwhile() throws FailureException {
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.proven(ALPHA, Capability.SSCN);
        var chosen = memory.all().getLast();
        clock.advance(Duration.ofDays(1));
        memory.proven(ALPHA, BETA, PROXY);
        assertEquals(1, memory.forget(List.of(chosen)).size());
        assertEquals(1, memory().all().size());
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments("502 no", "502 no"),
                arguments("\r\n502 no\r\nQUIT\n", "502 no QUIT"),
                arguments("a\u001b[31mred", "a [31mred"),
                arguments("a\u202eb\u2028\u0000c", "a b c"),
                arguments("r\udc80w", "r\udc80w"),
                arguments("\u0000", ""));
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsAreWithoutControlCharacters(String said, String kept) {
        memory().refuted(ALPHA, Capability.SSCN, said);
        assertEquals(kept, memory().all().getFirst().words());
    }

    @Test
    void wordsAreShortAndEndWithAWholeCharacter() {
        memory().refuted(ALPHA, Capability.SSCN, "x" + "\uD83D\uDE80".repeat(100_000));
        String words = memory().all().getFirst().words();
        assertEquals("x" + "\uD83D\uDE80".repeat(149), words);
    }

    @Test
    void aFullMemoryOfTheWorstWordsFitsIntoTheFile() throws IOException {
        var all =
                Stream.iterate(0, number -> number + 1)
                        .limit(Retention.MOST_MEMOS)
                        .map(number ->
                                new Memo(
                                        new Topic.Skill(
                                                new Endpoint(
                                                        "h" + number % 499 + ".test".repeat(40),
                                                        21,
                                                        TlsMode.EXPLICIT),
                                                List.of(Capability.values()).get(number / 499)),
                                        new Evidence.Refuted("\u00e9".repeat(300), NOW)))
                        .toList();
        var format = new JsonFormat(1, "learned");
        var shape = new MemoShape();
        var root = Entries.<Memo>none().with(all).write(shape, format.root());
        assertTrue(format.bytes(root).length <= JsonFormat.MAX_BYTES);
        assertEquals(all, Entries.read(shape, root).things());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{\"version\":1}",
                "{\"version\":2,\"learned\":[]}",
                "{\"version\":1,\"learned\":{}}",
                "{\"version\":1,\"learned\":["
            })
    void aDamagedFileIsSetAsideAndReported(String text) throws IOException {
        write(text);
        var memory = memory();
        assertEquals(Experience.NONE, memory.of(ALPHA, BETA));
        memory.proven(ALPHA, BETA, PROXY);
        assertTrue(memory.notice().orElseThrow().contains("memories of servers"));
        assertEquals(
                text, Files.readString(folder.resolve("servers.json.unreadable-20261122T174300Z")));
        assertEquals(1, memory().of(ALPHA, BETA).routes().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonFormat.MAX_BYTES - 40, JsonFormat.MAX_BYTES + 1})
    void aHugeFileIsSetAside(int size) throws IOException {
        write("{\"version\":1,\"learned\":[\"" + "x".repeat(size) + "\"]}");
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        assertTrue(memory.notice().orElseThrow().contains("set aside"));
        assertEquals(1, memory.all().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    entry | complaint
                    7 | not an object
                    {} | “about” is missing.
                    {"about":"weather"} | “about” cannot be “weather”.
                    {"about":"capability","server":"h","capability":"sscn"} | “server” is not an object.
                    {"about":"capability","server":{"host":"h\\r\\nX","port":21,"tls":"explicit"},"capability":"sscn"} | needs a host
                    {"about":"capability","server":{"host":"h","port":0,"tls":"explicit"},"capability":"sscn"} | port
                    {"about":"capability","server":{"host":"h","port":21,"tls":"ssl"},"capability":"sscn"} | “tls” cannot be “ssl”.
                    {"about":"capability","server":{"host":"h","port":21,"tls":"clear"},"capability":"SSCN"} | “capability” cannot be “SSCN”.
                    {"about":"only_tls12","server":{"host":"h","port":21,"tls":"clear"},"evidence":"proven","when":"soon"} | “when” is not a point in time.
                    {"about":"only_tls12","server":{"host":"h","port":21,"tls":"clear"},"evidence":"untried","when":"2026-11-22T17:43:00Z"} | “evidence” cannot be “untried”.
                    {"about":"only_tls12","server":{"host":"h","port":21,"tls":"clear"},"evidence":"refuted","when":"2026-11-22T17:43:00Z"} | “words” is missing.
                    {"about":"route","source":{"host":"h","port":21,"tls":"clear"},"target":{"host":"h","port":21,"tls":"clear"},"method":"relay","passive":"source"} | roles do not fit
                    {"about":"route","source":{"host":"h","port":21,"tls":"clear"},"method":"relay"} | “target” is not an object.
                    """)
    void aBadEntryIsReportedAndTheOthersCount(String entry, String complaint) throws IOException {
        write(
                "{\"version\":1,\"learned\":[%s,%s]}"
                        .formatted(
                                entry,
                                """
                                {"about":"only_tls12","server":{"host":"::1","port":21,"tls":"explicit"},
                                "evidence":"proven","when":"2026-11-22T17:43:00Z"}
                                """));
        var memory = memory();
        assertTrue(memory.isOnlyTls12(GAMMA));
        assertEquals(1, memory.all().size());
        String notice = memory.notice().orElseThrow();
        assertTrue(notice.contains("Number 1: ") && notice.contains(complaint), notice);
    }

    @Test
    void longOrOddWordsInTheFileAreCutToo() throws IOException {
        write(
                """
                {"version":1,"learned":[{"about":"capability","server":{"host":"alpha.test",
                "port":21,"tls":"explicit"},"capability":"sscn","evidence":"refuted",
                "when":"2026-11-22T17:43:00Z","words":"\\u001b[2J%s"}]}
                """
                        .formatted("x".repeat(60_000)));
        String words = memory().all().getFirst().words();
        assertEquals("[2J" + "x".repeat(297), words);
    }

    @Test
    void whatTheDiskRefusesIsKnownUntilTheEndAndWrittenOnceItCan() throws IOException {
        Path refusal = Files.createDirectories(folder.resolve("servers.json.lock"));
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        memory.refuted(ALPHA, Capability.SSCN, "502 no");
        memory.onlyTls12(BETA);
        assertEquals(3, memory.all().size());
        assertTrue(memory.isOnlyTls12(BETA));
        String notice = memory.notice().orElseThrow();
        assertTrue(notice.contains(file.toString()), notice);
        Files.delete(refusal);
        memory.proven(GAMMA, Capability.SSCN);
        assertEquals(Optional.empty(), memory.notice());
        assertEquals(4, memory().all().size());
    }

    @Test
    void whatTheDiskRefusedIsForgottenLikeTheRest() throws IOException, FailureException {
        Path refusal = Files.createDirectories(folder.resolve("servers.json.lock"));
        var memory = memory();
        memory.proven(ALPHA, BETA, PROXY);
        var e = assertThrows(FailureException.class, () -> memory.forget(ALPHA));
        assertEquals(Failure.Kind.LOCAL_DISK, e.failure().kind());
        assertEquals(List.of(), memory.all());
        Files.delete(refusal);
        assertEquals(List.of(), memory.forgetAll());
        memory.onlyTls12(GAMMA);
        assertEquals(1, memory().all().size());
    }

    @Test
    void askingAloneLeavesNoFileBehind() {
        assertEquals(Experience.NONE, memory().of(ALPHA, BETA));
        assertFalse(memory().isOnlyTls12(ALPHA));
        assertFalse(Files.exists(folder));
    }

    @Test
    void onlyWhatWasTriedIsAMemo() {
        var topic = new Topic.OnlyTls12(Endpoint.of(ALPHA));
        assertThrows(IllegalArgumentException.class, () -> new Memo(topic, new Evidence.Untried()));
        assertThrows(
                IllegalArgumentException.class, () -> new Memo(topic, new Evidence.Advertised("")));
    }

    private ServerMemory memory() {
        return new ServerMemory(file, clock);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    private void emptyTheFolder() throws IOException {
        try (var all = Files.list(folder)) {
            for (Path path : all.toList()) {
                Files.delete(path);
            }
        }
    }

    private static Server server(String host, int port, TlsMode tls) {
        return new Server(SiteId.random(), host, host, port, tls, "anna");
    }
}
