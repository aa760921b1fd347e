package dev.crossdock.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.testing.Program;
import dev.crossdock.testing.Program.Run;
import dev.crossdock.testing.TwoDemoServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Several programs at once on one queue, as scripts start them.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QueueProgramsTest {

    @TempDir private Path folder = Path.of("");
    private TwoDemoServers servers;
    private Program program;

    @BeforeEach
    void serve() throws IOException {
        servers = new TwoDemoServers(folder, "127.0.0.43", "127.0.0.44");
        program = new Program(folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void aJobForAServerThatComesWhileTheQueueRunsIsLoggedIn() throws Exception {
        Path slow = Files.write(folder.resolve("slow.bin"), new byte[6_000_000]);
        Path late = Files.write(folder.resolve("late.bin"), new byte[1_000]);
        assertEquals(0, add(slow, 0).exit());

        Process run = program.start("queue", "run", "--limit=1M");
        await().atMost(Duration.ofSeconds(30)).until(() -> isUnderWay("alpha"));
        Run added = add(late, 1);

        assertEquals(0, added.exit(), added.err());
        List<String> lines = run.inputReader().lines().toList();
        assertEquals(0, run.waitFor(), lines.toString());
        assertEquals(1_000, Files.size(folder.resolve("beta/late.bin")));
    }

    @Test
    void commandsThatStartAtTheSameMomentAllHaveTheirTurn() throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[10]);
        assertEquals(0, add(file, 1).exit());
        var processes = new ArrayList<Process>();
        for (int number = 0; number < 4; number++) {
            processes.add(
                    program.start("queue", "add", file.toString(), servers.url(1, "/" + number)));
        }
        processes.add(program.start("queue", "list"));

        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
        assertEquals(5, program.run("queue", "list", "--json").out().size());
    }

    @Test
    void aDamagedFileIsToldWithoutAStackTrace() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("queue.db"), "no database ".repeat(500));

        Run run = program.run("queue", "run");

        assertEquals(1, run.exit(), run.err());
        assertTrue(run.err().contains("set aside"), run.err());
        String all = run.err() + String.join("\n", run.out());
        assertFalse(all.contains("\tat "), all);
    }

    private Run add(Path file, int server) throws Exception {
        return program.run(
                "queue", "add", "--trust=new", file.toString(), servers.url(server, "/"));
    }

    private boolean isUnderWay(String server) throws IOException {
        try (var all = Files.list(folder.resolve(server))) {
            return all.findAny().isPresent();
        }
    }
}
