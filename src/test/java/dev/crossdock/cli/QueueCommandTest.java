package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.Failure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Timeout(60)
class QueueCommandTest {

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void twoServers() {
        shell = new Shell(folder);
        shell.cores.server("alpha").file("/a.txt", 5).file("/b.txt", 6);
        shell.cores.server("beta").folder("/in");
    }

    @Test
    void whatIsQueuedIsCarriedOutByTheNextRunAndIsInTheRecord() {
        Shell.Result queued = queue("/a.txt");
        assertEquals(0, queued.code(), queued.err());
        assertEquals("queued as 1\n", queued.out());
        assertEquals(List.of(), shell.cores.runner.run);

        JsonNode waiting = shell.run("queue", "list", "--json").onlyJson();
        assertEquals("waiting", waiting.path("state").asText());
        assertEquals("ftpes://anonymous@alpha/a.txt", waiting.path("source").asText());
        assertEquals(5, waiting.path("size").asLong());

        Shell.Result run = shell.run("queue", "run", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals("done", run.onlyJson().path("outcome").asText());
        assertEquals(1, shell.cores.runner.run.size());

        assertEquals("", shell.run("queue", "list", "--json").out());
        JsonNode ended = shell.run("queue", "list", "--list=ended", "--json").onlyJson();
        assertEquals("done", ended.path("state").asText());
        assertEquals("tls", ended.path("protection").asText());
        assertEquals("size", ended.path("verified").asText());

        shell.run("queue", "run");
        assertEquals(1, shell.cores.runner.run.size());
    }

    @Test
    void addIsTheSameAsCopyToTheQueue() {
        assertEquals(
                "queued as 1\n",
                shell.run("queue", "add", "ftps://alpha/a.txt", "ftps://beta/in/").out());
    }

    @Test
    void aPausedJobStaysBehind() {
        queue("/a.txt");
        queue("/b.txt");
        assertEquals(0, shell.run("queue", "pause", "1").code());

        shell.run("queue", "run");

        assertEquals(
                "paused", shell.run("queue", "list", "--json").onlyJson().path("state").asText());
        assertEquals(0, shell.run("queue", "resume", "1").code());
        shell.run("queue", "run");
        assertEquals("", shell.run("queue", "list").out());
    }

    @Test
    void whatFailedIsListedTriedAgainAndRemoved() {
        shell.cores.runner.outcomes.put(
                "/a.txt",
                FakeRunner.failed(Failure.Kind.REFUSED, "beta", "beta said 550.", "Look there."));
        queue("/a.txt");
        assertEquals(1, shell.run("queue", "run").code());
        JsonNode failed = shell.run("queue", "list", "--list=failed", "--json").onlyJson();
        assertEquals("beta said 550.", failed.path("failure").path("message").asText());
        assertEquals("Look there.", failed.path("failure").path("remedy").asText());

        assertEquals(0, shell.run("queue", "retry").code());
        assertEquals(
                "waiting", shell.run("queue", "list", "--json").onlyJson().path("state").asText());
        shell.run("queue", "remove", "1");
        assertEquals("", shell.run("queue", "list").out());
        assertEquals("", shell.run("queue", "list", "--list=failed").out());
    }

    @Test
    void theListIsEmptiedByName() {
        queue("/a.txt");
        shell.run("queue", "run");

        assertEquals(0, shell.run("queue", "remove", "--list=ended").code());

        assertEquals("", shell.run("queue", "list", "--list=ended").out());
    }

    @Test
    void jobsWaitForTheirTimeAndAreOrderedByPriority() {
        shell.run(
                "copy",
                "--queue",
                "--at=2099-01-01T00:00",
                "ftps://alpha/a.txt",
                "ftps://beta/in/");
        shell.run("copy", "--queue", "--priority=low", "ftps://alpha/a.txt", "ftps://beta/in/x");
        shell.run("copy", "--queue", "--priority=high", "ftps://alpha/b.txt", "ftps://beta/in/");

        List<JsonNode> jobs = shell.run("queue", "list", "--json").json();
        assertEquals(
                List.of(3L, 1L, 2L), jobs.stream().map(job -> job.path("id").asLong()).toList());
        assertEquals("2099-01-01T00:00:00Z", jobs.get(1).path("due").asText());
    }

    @Test
    void aFolderIsExpandedByTheRun() {
        shell.cores.server("alpha").folder("/f").file("/f/1", 1).file("/f/2", 2);
        queue("/f");

        Shell.Result run = shell.run("queue", "run");

        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.out().lines().count(), run.out());
    }

    @Test
    void theRunningCrossdockIsAskedInsteadOfTheFile() {
        var gate = new FakeGate();
        shell.running = Optional.of(gate);

        shell.run("queue", "pause", "7");
        shell.run("queue", "run");
        Shell.Result queued = queue("/a.txt");

        assertEquals(List.of("queue.pause", "queue.run", "queue.add"), gate.commands);
        assertEquals("queued as 42\n", queued.out());
        assertEquals("/a.txt", gate.last.path("jobs").path(0).path("sourcePath").asText());
        assertEquals(
                Set.of("alpha", "beta"),
                Set.copyOf(gate.last.path("servers").findValuesAsText("host")));
        assertFalse(gate.last.toString().contains("secret"));
    }

    @Test
    void aPlainCopyNeverHandsOver() {
        var gate = new FakeGate();
        shell.running = Optional.of(gate);

        assertEquals(0, shell.run("copy", "ftps://alpha/a.txt", "ftps://beta/in/").code());

        assertEquals(List.of(), gate.commands);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue",
                "queue remove",
                "queue list --list=all",
                "queue pause x",
                "queue pause 99",
                "queue pause 0",
                "queue remove -1",
                "queue retry 99999999999999999999",
                "queue remove --list=open 5",
                "copy --at=23:00 ftps://alpha/a.txt ftps://beta/in/",
                "copy --queue --at=soon ftps://alpha/a.txt ftps://beta/in/",
                "copy --queue --priority=urgent ftps://alpha/a.txt ftps://beta/in/",
                "queue run --pairs=0"
            })
    void whatCannotBeIsWrongUsage(String line) {
        Shell.Result result = shell.run(line.split(" "));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains("--help"), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    queue remove                | Say which jobs, or --list=open, failed or ended.
                    queue remove --list=open 1  | not both
                    queue remove 0              | There is no job 0.
                    queue remove -1             | There is no job -1.
                    queue remove abc            | A job is a number
                    queue pause 99999999999999999999 | A job is a number
                    queue add                   | “crossdock queue add --help” tells more.
                    """)
    void theErrorSaysWhatToWrite(String line, String words) {
        queue("/a.txt");

        Shell.Result result = shell.run(line.split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(words), result.err());
        assertEquals(
                "waiting", shell.run("queue", "list", "--json").onlyJson().path("state").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    queue add --help   | Usage: crossdock queue add [options] SOURCE... TARGET
                    copy --help        | Usage: crossdock copy [options] SOURCE... TARGET
                    queue pause --help | is stopped, and goes on from there
                    """)
    void theHelpIsOfTheCommand(String line, String words) {
        Shell.Result result = shell.run(line.split(" "));

        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains(words), result.out());
    }

    private Shell.Result queue(String path) {
        return shell.run("copy", "--queue", "ftps://alpha" + path, "ftps://beta/in/");
    }

    /// A Crossdock that runs already.
    private static final class FakeGate implements QueueGate {

        final List<String> commands = new ArrayList<>();
        JsonNode last = JsonNodeFactory.instance.objectNode();

        @Override
        public JsonNode ask(String command, ObjectNode arguments) {
            commands.add(command);
            last = arguments;
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.putArray("ids").add(42);
            return answer;
        }

        @Override
        public void close() {}
    }
}
