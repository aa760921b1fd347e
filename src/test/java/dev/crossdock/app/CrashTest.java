package dev.crossdock.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.crossdock.testing.Program;
import dev.crossdock.testing.Program.Run;
import dev.crossdock.testing.TwoDemoServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The program is killed again and again while it carries the queue out, and goes on each time.
class CrashTest {

    private static final int FILES = 500;
    private static final int KILLS = 50;
    private static final int MOST_ENDS = 8;
    private static final long LONGEST_START = 1_500;
    private static final long LONGEST_FILE = 60;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder = Path.of("");
    private final Random random = new Random();
    private TwoDemoServers servers;
    private Program program;

    /// What tells a file that was written again.
    private record Print(Object key, FileTime modified) {}

    @BeforeEach
    void serve() throws IOException {
        servers = new TwoDemoServers(folder, "127.0.0.41", "127.0.0.42");
        program = new Program(folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void afterFiftyKillsEachFileIsThereOnceAndNoneWasSentAgainAfterItsEnd() throws Exception {
        Map<String, byte[]> files = files();
        Run queued = crossdock("copy", "--queue", "--trust=new", url(0, "/all"), url(1, "/"));
        assertEquals(0, queued.exit(), queued.err());

        Map<String, Print> prints = new HashMap<>();
        int kills = 0;
        int cut = 0;
        while (kills < KILLS && live()) {
            kills++;
            compare(prints);
            cut += paths("state = 1").size();
        }
        Run last = crossdock("queue", "run", "--pairs=4");
        compare(prints);

        assertEquals(KILLS, kills, "the queue ended before it was killed often enough");
        assertTrue(
                cut > KILLS, "hardly any file was under way when the program was killed: " + cut);
        assertEquals(0, last.exit(), last.err() + String.join("\n", last.out()));
        assertEquals(List.of(), list("open"));
        assertEquals(List.of(), list("failed"));
        var names = new HashSet<String>();
        for (JsonNode job : list("ended")) {
            assertEquals("done", job.path("state").asText(), job.toString());
            if (job.path("kind").asText().equals("file")) {
                assertTrue(names.add(job.path("source").asText()), "twice: " + job);
            }
        }
        assertEquals(FILES, names.size());
        assertEquals(files.keySet(), there());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertArrayEquals(
                    file.getValue(), Files.readAllBytes(root("beta").resolve(file.getKey())));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void aFileOfThisComputerGoesOnWhereItWasCut(boolean upload) throws Exception {
        var content = new byte[9_000_000];
        random.nextBytes(content);
        Path here = Files.createDirectories(folder.resolve("here"));
        Path there = root("beta");
        Path source = upload ? here : there;
        Path target = upload ? there : here;
        Files.write(source.resolve("big.bin"), content);
        Run queued =
                upload
                        ? crossdock("queue", "add", "--trust=new", here + "/big.bin", url(1, "/"))
                        : crossdock("queue", "add", "--trust=new", url(1, "/big.bin"), here + "/");
        assertEquals(0, queued.exit(), queued.err());

        Process process = program.start("queue", "run", "--limit=3M");
        await().atMost(Duration.ofSeconds(30)).until(() -> largest(target) > 4_000_000);
        boolean _ = process.toHandle().destroyForcibly();
        process.waitFor();
        Run last = crossdock("queue", "run", "--json");

        assertEquals(0, last.exit(), last.err() + last.out());
        assertArrayEquals(content, Files.readAllBytes(target.resolve("big.bin")));
        assertEquals(1, list("ended").size());
        try (var all = Files.list(target)) {
            assertEquals(1, all.count());
        }
    }

    private static long largest(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            long largest = 0;
            for (Path each : all.toList()) {
                largest = Math.max(largest, Files.size(each));
            }
            return largest;
        }
    }

    /// One life of the program, up to a moment of its own: most end some way after so many files
    /// have ended, the others while the program starts.
    ///
    /// @return whether it was killed; otherwise all was done
    private boolean live() throws IOException, InterruptedException {
        boolean atStart = random.nextInt(5) == 0;
        var ends = new CountDownLatch(atStart ? 1 : 1 + random.nextInt(MOST_ENDS));
        Process process = program.start("queue", "run", "--pairs=4");
        Thread counting =
                Thread.ofVirtual()
                        .start(() -> process.inputReader().lines().forEach(_ -> ends.countDown()));
        if (atStart) {
            boolean _ = ends.await(random.nextLong(LONGEST_START), TimeUnit.MILLISECONDS);
        } else {
            boolean _ = ends.await(LONGEST_LIFE.toMillis(), TimeUnit.MILLISECONDS);
        }
        boolean over = process.waitFor(random.nextLong(LONGEST_FILE), TimeUnit.MILLISECONDS);
        boolean _ = process.toHandle().destroyForcibly();
        int exit = process.waitFor();
        counting.join();
        return !(over && exit == 0);
    }

    /// Files whose jobs have ended are still those that were there at their end.
    private void compare(Map<String, Print> prints) throws IOException, SQLException {
        for (String name : paths("ending IS NOT NULL")) {
            Print now = print(root("beta").resolve(name));
            Print before = prints.putIfAbsent(name, now);
            assertTrue(before == null || before.equals(now), "sent again after its end: " + name);
        }
    }

    /// What the file of the queue says after the program is gone, from a copy of it.
    private Set<String> paths(String which) throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        for (String part : List.of("queue.db", "queue.db-wal")) {
            Path from = folder.resolve("home").resolve(part);
            Files.deleteIfExists(copy.resolve(part));
            if (Files.exists(from)) {
                Files.copy(from, copy.resolve(part));
            }
        }
        Files.deleteIfExists(copy.resolve("queue.db-shm"));
        var names = new HashSet<String>();
        try (var file = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("queue.db"));
                var statement = file.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT CAST(source_path AS TEXT) FROM jobs"
                                        + " WHERE kind = 0 AND "
                                        + which)) {
            while (row.next()) {
                names.add(row.getString(1).substring(1));
            }
        }
        return names;
    }

    private static Print print(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Print(attributes.fileKey(), attributes.lastModifiedTime());
    }

    /// Many small ones in several folders, and some that are worth resuming.
    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (int number = 0; number < FILES; number++) {
            int size = number % 50 == 7 ? 3_000_000 : random.nextInt(100_000);
            var content = new byte[size];
            random.nextBytes(content);
            String name = "all/%d/%d/file %03d.bin".formatted(number % 4, number % 7, number);
            Path file = root("alpha").resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
            files.put(name, content);
        }
        return files;
    }

    private Set<String> there() throws IOException {
        try (var all = Files.walk(root("beta"))) {
            var names = new HashSet<String>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(root("beta").relativize(file).toString()));
            return names;
        }
    }

    private List<JsonNode> list(String list) throws Exception {
        Run run = crossdock("queue", "list", "--json", "--list=" + list);
        assertEquals(0, run.exit(), run.err());
        var jobs = new ArrayList<JsonNode>();
        for (String line : run.out()) {
            jobs.add(JSON.readTree(line));
        }
        return jobs;
    }

    private String url(int server, String path) {
        return servers.url(server, path);
    }

    private Run crossdock(String... arguments) throws IOException, InterruptedException {
        return program.run(arguments);
    }

    private Path root(String name) {
        return folder.resolve(name);
    }
}
