package dev.crossdock.transfer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.model.Verification;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;
import dev.crossdock.testing.TestClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Checksums of files that this computer sends or fetches.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class PassingHashTest {

    private static final Setup HASHING = Setup.USUAL.with(Skill.XSHA256);
    private static final byte[] SMALL = random(20_000);
    private static final byte[] MEDIUM = random(3_000_000);
    private static final byte[] BIG = random(17 * 1024 * 1024);
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir private Path folder = Path.of("");

    enum Way {
        DOWN,
        UP
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    way,  skill,   proof
                    DOWN, HASH,    SHA256
                    DOWN, XSHA512, SHA512
                    DOWN, XSHA256, SHA256
                    DOWN, XSHA1,   SHA1
                    DOWN, XMD5,    MD5
                    DOWN, XCRC,    CRC32
                    DOWN, MD5,     MD5
                    UP,   HASH,    SHA256
                    UP,   XSHA512, SHA512
                    UP,   XCRC,    CRC32
                    UP,   MD5,     MD5
                    """)
    void theServersOwnChecksumProvesTheFile(Way way, Skill skill, Verification proof)
            throws Exception {
        try (var one = server(Setup.USUAL.with(skill))) {
            for (byte[] content : List.of(SMALL, MEDIUM)) {
                assertEquals(proof, done(send(one, way, content, HashRule.WHEN_CHEAP)).verified());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStrongestOneIsAsked(Way way) throws Exception {
        try (var one = server(HASHING.with(Skill.XCRC).with(Skill.XMD5))) {
            var done = done(send(one, way, SMALL, HashRule.WHEN_CHEAP));
            assertEquals(Verification.SHA256, done.verified());
            assertEquals(1, count(one, "X"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    way,  rule,       proof
                    DOWN, WHEN_CHEAP, SIZE
                    DOWN, ALWAYS,     SHA256
                    UP,   WHEN_CHEAP, SIZE
                    UP,   ALWAYS,     SHA256
                    """)
    void aBigFileHasOneOnlyIfAlwaysWanted(Way way, HashRule rule, Verification proof)
            throws Exception {
        try (var one = server(HASHING)) {
            assertEquals(proof, done(send(one, way, BIG, rule)).verified());
            assertEquals(rule == HashRule.ALWAYS ? 1 : 0, count(one, "XSHA256"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsNoneHasNone(Way way) throws Exception {
        try (var one = server(HASHING)) {
            assertEquals(
                    Verification.SIZE, done(send(one, way, MEDIUM, HashRule.NEVER)).verified());
            assertEquals(0, count(one, "XSHA256"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheapOneCostsNoWriteMore(Way way) throws Exception {
        for (byte[] content : List.of(SMALL, MEDIUM)) {
            assertEquals(
                    writes(way, content, HashRule.NEVER),
                    writes(way, content, HashRule.WHEN_CHEAP));
        }
    }

    @ParameterizedTest
    @CsvSource({"DOWN, WHEN_CHEAP", "DOWN, ALWAYS", "UP, WHEN_CHEAP", "UP, ALWAYS"})
    void aDifferenceIsTriedOnceMoreFromTheBeginning(Way way, HashRule rule) throws Exception {
        for (byte[] content : rule == HashRule.ALWAYS ? List.of(BIG) : List.of(SMALL, MEDIUM)) {
            try (var one = server(HASHING)) {
                one.server().onCommand("XSHA256", 1, Behaviour.wrongHash());

                assertEquals(Verification.SHA256, done(send(one, way, content, rule)).verified());

                assertEquals(2, count(one, way == Way.DOWN ? "RETR" : "STOR"));
                assertEquals(0, count(one, "REST"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDifferenceThatStaysIsAFailureThatTellsBoth(Way way) throws Exception {
        try (var one = server(HASHING)) {
            one.server().onCommand("XSHA256", Behaviour.wrongHash());

            Failure failure = failure(send(one, way, MEDIUM, HashRule.WHEN_CHEAP));

            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertTrue(failure.message().contains("SHA-256 checksums differ"), failure.message());
            assertTrue(
                    failure.details()
                            .matches("This computer: \\p{XDigit}{64}\nserver: \\p{XDigit}{64}"),
                    failure.details());
            String[] both = failure.details().split("\n", 2);
            assertNotEquals(both[0].split(": ")[1], both[1].split(": ")[1]);
            assertEquals(2, count(one, way == Way.DOWN ? "RETR" : "STOR"));
            assertEquals(way == Way.DOWN ? List.of() : List.of("a"), names());
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    way,  rule,       note
                    DOWN, WHEN_CHEAP, false
                    DOWN, ALWAYS,     true
                    UP,   WHEN_CHEAP, false
                    UP,   ALWAYS,     true
                    """)
    void whereTheServerRefusesTheSizeHasToDo(Way way, HashRule rule, boolean note)
            throws Exception {
        try (var one = server(HASHING)) {
            one.server().onCommand("XSHA256", Behaviour.answer("504 Not for you."));
            for (byte[] content : List.of(SMALL, MEDIUM)) {
                var done = done(send(one, way, content, rule));
                assertEquals(Verification.SIZE, done.verified());
                assertEquals(note, done.note().contains("504 Not for you."), done.note());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheServerHangsUpOverItTheSizeHasToDo(Way way) throws Exception {
        try (var one = server(HASHING)) {
            one.server().onCommand("XSHA256", new Behaviour.Ignore());
            for (byte[] content : List.of(SMALL, MEDIUM, BIG)) {
                JobId job = one.start(spec(one, way, content, policy(HashRule.ALWAYS)));
                var asked = new AtomicInteger(count(one, "XSHA256"));
                await().until(() -> {
                    if (count(one, "XSHA256") > asked.get()) {
                        asked.set(count(one, "XSHA256"));
                        one.server().dropConnections();
                    }
                    return one.job(job).outcome().isPresent();
                });

                var done = done(one.outcome(job));

                assertEquals(Verification.SIZE, done.verified());
                assertFalse(done.note().isEmpty());
                assertArrayEquals(content, arrived(one, way));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsContinuedIsProvenAsAWhole(Way way) throws Exception {
        try (var one = server(HASHING)) {
            var done = done(resume(one, way, Arrays.copyOf(MEDIUM, 1_000)));
            assertEquals(Verification.SHA256, done.verified());
            assertEquals(MEDIUM.length, done.bytes());
            assertEquals(1, count(one, "REST 1000"));
        }
    }

    @Test
    void aLocalFileThatIsNoPartOfTheServersIsAsItWas() throws Exception {
        try (var one = server(HASHING)) {
            byte[] other = random(1_000);
            other[0]++;

            Failure failure = failure(resume(one, Way.DOWN, other));

            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertTrue(failure.advice().startsWith("Choose to overwrite"), failure.advice());
            assertArrayEquals(other, Files.readAllBytes(folder.resolve("b")));
            assertEquals(1, count(one, "RETR"));
        }
    }

    @Test
    void aServersFileThatIsNoPartOfTheLocalOneIsNotReplaced() throws Exception {
        try (var one = server(HASHING)) {
            byte[] other = random(1_000);
            other[0]++;

            Failure failure = failure(resume(one, Way.UP, other));

            assertEquals(Failure.Kind.TRUNCATED, failure.kind());
            assertTrue(failure.advice().startsWith("Choose to overwrite"), failure.advice());
            assertEquals(1, count(one, "STOR"));
        }
    }

    @Test
    void aPartOfAnEarlierRunThatIsNoneIsBegunAnew() throws Exception {
        try (var one = server(HASHING)) {
            Files.write(folder.resolve("b.crossdock-part"), new byte[MEDIUM.length]);
            one.server().files().file("/a", MEDIUM);

            var done = done(one.download("/a", "b", ExistsRule.RESUME));

            assertEquals(Verification.SHA256, done.verified());
            assertArrayEquals(MEDIUM, Files.readAllBytes(folder.resolve("b")));
            assertEquals(List.of("b"), names());
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingDoesNotWaitForTheServersChecksum(Way way) throws Exception {
        try (var one = server(HASHING)) {
            one.server().onCommand("XSHA256", 1, new Behaviour.Ignore());
            JobId job = one.start(spec(one, way, MEDIUM, policy(HashRule.ALWAYS)));
            await().until(() -> count(one, "XSHA256") == 1);

            Duration took = one.cancel(job);

            assertTrue(took.compareTo(SOON) < 0, took.toString());
            var cancelled = assertInstanceOf(Outcome.Cancelled.class, one.outcome(job));
            assertFalse(cancelled.note().isEmpty());
            assertFalse(Files.exists(folder.resolve("b")));
            assertEquals(Verification.SHA256, done(one.retry(job)).verified());
        }
    }

    private int writes(Way way, byte[] content, HashRule rule) throws Exception {
        try (var one = server(HASHING)) {
            done(send(one, way, content, rule));
            return (int)
                    one.server().writes().stream().filter(write -> !write.contains("QUIT")).count();
        }
    }

    private ScriptedLocal server(Setup setup) throws IOException {
        for (String name : names()) {
            Files.delete(folder.resolve(name));
        }
        return new ScriptedLocal(folder, setup, TestClient.PATIENT);
    }

    private Outcome send(ScriptedLocal one, Way way, byte[] content, HashRule rule)
            throws IOException, InterruptedException {
        Outcome outcome = one.outcome(one.start(spec(one, way, content, policy(rule))));
        if (outcome instanceof Outcome.Done) {
            assertArrayEquals(content, arrived(one, way));
        }
        return outcome;
    }

    /// Continues what is there.
    private Outcome resume(ScriptedLocal one, Way way, byte[] there)
            throws IOException, InterruptedException {
        JobSpec spec = spec(one, way, MEDIUM, TransferPolicy.secure(ExistsRule.RESUME));
        switch (way) {
            case DOWN -> Files.write(folder.resolve("b"), there);
            case UP -> one.server().files().file("/b", there);
        }
        Outcome outcome = one.outcome(one.start(spec));
        if (outcome instanceof Outcome.Done) {
            assertArrayEquals(MEDIUM, arrived(one, way));
        }
        return outcome;
    }

    /// Copies `a` to `b`.
    private JobSpec spec(ScriptedLocal one, Way way, byte[] content, TransferPolicy policy)
            throws IOException {
        return switch (way) {
            case DOWN -> {
                one.server().files().file("/a", content);
                yield one.download(JobSpec.Kind.FILE, "/a", "b", policy);
            }
            case UP -> {
                Files.write(folder.resolve("a"), content);
                yield one.upload(JobSpec.Kind.FILE, "a", "/b", policy);
            }
        };
    }

    private byte[] arrived(ScriptedLocal one, Way way) throws IOException {
        return switch (way) {
            case DOWN -> Files.readAllBytes(folder.resolve("b"));
            case UP -> one.server().files().content("/b");
        };
    }

    private static TransferPolicy policy(HashRule rule) {
        return new TransferPolicy(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                ExistsRule.OVERWRITE,
                rule,
                false,
                0);
    }

    private static int count(ScriptedLocal one, String start) {
        return (int)
                one.server().commands().stream().filter(line -> line.startsWith(start)).count();
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Outcome.Done done(Outcome outcome) {
        return assertInstanceOf(Outcome.Done.class, outcome, outcome.toString());
    }

    private static Failure failure(Outcome outcome) {
        return ScriptedLocal.failure(outcome);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(8).nextBytes(bytes);
        return bytes;
    }
}
