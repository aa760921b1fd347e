package dev.crossdock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SecretKind;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.model.TransferPolicy;
import dev.crossdock.queue.JobFile;
import dev.crossdock.queue.SpecJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// `queue run`, and what happens beside it.
@Timeout(60)
class QueueRunTest {

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void twoServers() {
        shell = new Shell(folder);
        shell.cores.server("alpha").file("/a.txt", 5).file("/b.txt", 6);
        shell.cores.server("beta").folder("/in");
    }

    @Test
    void serversOfJobsThatComeLaterGetThePasswordOfTheRun() throws Exception {
        add("/a.txt");
        CountDownLatch busy = shell.cores.runner.hang("/a.txt");
        CompletableFuture<Shell.Result> run = started("queue", "run");
        busy.await();
        var late = server("late");
        var ofLate = server("oflate");

        shell.cores.served.orElseThrow().handle("queue.add", arguments(late, ofLate));

        assertArrayEquals("secret".toCharArray(), password(late));
        assertArrayEquals("secret".toCharArray(), password(ofLate));
        shell.signals.interrupt();
        run.join();
    }

    @Test
    void serversOfFailedJobsThatAreTriedAgainGetThePasswordOfTheRun() throws Exception {
        shell.cores.server("gamma").file("/g.txt", 1);
        shell.cores.runner.outcomes.put(
                "/g.txt", FakeRunner.failed(Failure.Kind.REFUSED, "gamma", "gamma said 550.", ""));
        shell.run("queue", "add", "ftps://gamma/g.txt", "ftps://beta/in/");
        shell.run("queue", "run");
        add("/a.txt");
        CountDownLatch busy = shell.cores.runner.hang("/a.txt");
        CompletableFuture<Shell.Result> run = started("queue", "run");
        busy.await();
        CountDownLatch again = shell.cores.runner.hang("/g.txt");

        shell.cores
                .served
                .orElseThrow()
                .handle("queue.retry", JsonNodeFactory.instance.objectNode());

        again.await();
        SiteId source = shell.cores.runner.run.getLast().source();
        assertTrue(shell.cores.passwords.find(source).isPresent());
        shell.signals.interrupt();
        run.join();
    }

    @Test
    void aCommandWaitsForTheQueueThatAnotherHas() throws Exception {
        shell.queuePauses = Collections.nCopies(500, Duration.ofMillis(20));
        JobFile other = JobFile.open(folder, Clock.systemUTC());
        var looked = new CountDownLatch(3);
        shell.finder =
                _ -> {
                    looked.countDown();
                    return Optional.empty();
                };
        CompletableFuture<Shell.Result> listed = started("queue", "list");
        CompletableFuture<Shell.Result> run = started("queue", "run");
        looked.await();
        assertFalse(listed.isDone());
        other.close();

        assertEquals(0, listed.join().code(), listed.join().err());
        assertEquals(0, run.join().code(), run.join().err());
    }

    @Test
    void aCrossdockThatComesUpMeanwhileIsAsked() throws Exception {
        shell.queuePauses = Collections.nCopies(500, Duration.ofMillis(20));
        var asked = Collections.synchronizedList(new ArrayList<String>());
        var looked = new CountDownLatch(3);
        shell.finder =
                _ -> {
                    looked.countDown();
                    return looked.getCount() == 0
                            ? Optional.of(new Asked(asked))
                            : Optional.empty();
                };
        JobFile other = JobFile.open(folder, Clock.systemUTC());
        try (other) {
            assertEquals(0, shell.run("queue", "run").code());
        }
        assertEquals(List.of("queue.run"), asked);
    }

    @Test
    void aQueueThatStaysTakenIsGivenUp() throws Exception {
        shell.queuePauses = List.of(Duration.ofMillis(1));
        JobFile other = JobFile.open(folder, Clock.systemUTC());
        try (other) {
            Shell.Result run = shell.run("queue", "run");
            assertEquals(3, run.code());
            assertTrue(run.err().contains("The queue is in use."), run.err());
            assertEquals(3, shell.run("queue", "list").code());
            Shell.Result added = shell.run("queue", "add", "ftps://alpha/a.txt", "ftps://beta/in/");
            assertEquals(3, added.code(), added.err());
            assertTrue(added.err().contains("The queue is in use."), added.err());
        }
    }

    @Test
    void aRunOnADamagedFileDoesNotEndWell() throws IOException {
        Files.writeString(folder.resolve("queue.db"), "no database ".repeat(500));

        Shell.Result run = shell.run("queue", "run");

        assertEquals(1, run.code(), run.err());
        assertTrue(run.err().contains("set aside"), run.err());
        assertEquals(0, shell.run("queue", "run").code());
    }

    @Test
    void eachLineNamesTheJob() {
        add("/a.txt");
        add("/b.txt");
        shell.run("queue", "pause", "1");

        Shell.Result run = shell.run("queue", "run", "--json");

        assertEquals(2, run.onlyJson().path("job").asLong(), run.out());
        assertTrue(run.err().contains("1 job is paused"), run.err());
        assertFalse(
                shell.run("copy", "--json", "ftps://alpha/a.txt", "ftps://beta/in/c")
                        .onlyJson()
                        .has("job"));
    }

    private void add(String path) {
        Shell.Result added = shell.run("queue", "add", "ftps://alpha" + path, "ftps://beta/in/");
        assertEquals(0, added.code(), added.err());
    }

    private CompletableFuture<Shell.Result> started(String... arguments) {
        return CompletableFuture.supplyAsync(
                () -> shell.run(arguments), task -> Thread.ofPlatform().daemon().start(task));
    }

    private char[] password(Server server) {
        return shell.cores.passwords.find(server, SecretKind.PASSWORD).orElseThrow();
    }

    private static ObjectNode arguments(Server source, Server target) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.putArray("servers").add(QueueDesk.node(source)).add(QueueDesk.node(target));
        var spec =
                new JobSpec(
                        JobSpec.Kind.FILE,
                        source.id(),
                        new RemotePath("/x"),
                        target.id(),
                        new RemotePath("/y"),
                        OptionalLong.of(1),
                        false,
                        TransferPolicy.secure(ExistsRule.FAIL));
        SpecJson.write(spec, arguments.putArray("jobs").addObject());
        return arguments;
    }

    private static Server server(String host) {
        return new Server(new SiteId(host), host, host, 21, TlsMode.EXPLICIT, "ftp-user");
    }

    /// Another Crossdock that answers.
    private record Asked(List<String> commands) implements QueueGate {

        @Override
        public JsonNode ask(String command, ObjectNode arguments) {
            commands.add(command);
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public void close() {}
    }
}
