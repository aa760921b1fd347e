package dev.crossdock.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.crossdock.demo.DemoServer;
import dev.crossdock.model.Method;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.site.PairRule;
import dev.crossdock.site.PairRules;
import dev.crossdock.testing.Program;
import dev.crossdock.testing.Program.Run;
import dev.crossdock.testing.TwoDemoServers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The command line as scripts use it, in a process of its own, on two embedded servers.
class CommandLineOnServersTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private Path folder = Path.of("");
    private TwoDemoServers servers;
    private Program program;

    @BeforeEach
    void serve() throws IOException {
        servers = new TwoDemoServers(folder, "127.0.0.31", "127.0.0.32");
        program = new Program(folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void aFolderIsCopiedAndEachFileIsReported() throws Exception {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Path source = Files.createDirectories(root("alpha").resolve("Fotos ü/leer"));
        Files.write(source.resolveSibling("a b.jpg"), content);

        Run run =
                crossdock(
                        "copy",
                        "--trust=new",
                        "--json",
                        url(0, "/Fotos%20%C3%BC"),
                        url(1, "/neu/"));

        assertEquals(0, run.exit(), run.err());
        assertEquals(1, run.out().size(), run.out().toString());
        JsonNode file = run.json(0);
        assertEquals(url(0, "/Fotos%20%C3%BC/a%20b.jpg"), file.get("source").asText());
        assertEquals(url(1, "/neu/Fotos%20%C3%BC/a%20b.jpg"), file.get("target").asText());
        assertEquals(300_000, file.get("bytes").asLong());
        assertEquals(
                JSON.readTree(
                        "{\"method\":\"proxy\",\"passive\":\"target\",\"tlsClient\":\"source\"}"),
                file.get("route"));
        assertEquals("tls", file.get("protection").asText());
        assertEquals("md5", file.get("verified").asText());
        assertEquals("done", file.get("outcome").asText());
        assertTrue(file.get("failure").isNull());
        assertArrayEquals(content, Files.readAllBytes(root("beta").resolve("neu/Fotos ü/a b.jpg")));
        assertTrue(Files.isDirectory(root("beta").resolve("neu/Fotos ü/leer")));
    }

    @Test
    void whatFailsBeforeAnyFileIsOneObjectAndExitThree() throws Exception {
        Files.writeString(root("alpha").resolve("a"), "x");

        Run unknown = crossdock("copy", "--json", url(0, "/a"), url(1, "/"));
        assertEquals(3, unknown.exit());
        assertEquals("untrusted", unknown.json(0).at("/failure/kind").asText());
        assertFalse(unknown.json(0).has("bytes"));

        Run noRoute =
                crossdock(
                        "copy",
                        "--trust=new",
                        "--json",
                        "--passive=source",
                        url(0, "/a"),
                        url(1, "/"));
        assertEquals(3, noRoute.exit());
        assertEquals("no-route", noRoute.json(0).at("/failure/kind").asText());

        Run wrong =
                program.run(
                        Map.of("CROSSDOCK_PASSWORD", "wrong"),
                        "copy",
                        "--json",
                        url(0, "/a"),
                        url(1, "/"));
        assertEquals(3, wrong.exit());
        assertEquals("login", wrong.json(0).at("/failure/kind").asText());

        assertEquals(3, program.run(Map.of(), "copy", "--json", url(0, "/a"), url(1, "/")).exit());
        assertEquals(2, crossdock("copy", "--method=relay", url(0, "/a"), url(1, "/")).exit());
        assertFalse(Files.exists(root("beta").resolve("a")));
    }

    @Test
    void anExistingFileFailsWithoutATerminalAndIsLeftAlone() throws Exception {
        Files.writeString(root("alpha").resolve("a"), "new");
        Files.writeString(root("beta").resolve("a"), "old");

        Run run = crossdock("copy", "--trust=new", "--json", url(0, "/a"), url(1, "/"));

        assertEquals(1, run.exit());
        assertEquals("exists", run.json(0).at("/failure/kind").asText());
        assertEquals("old", Files.readString(root("beta").resolve("a")));
    }

    @Test
    void aFolderGoesUpAndComesDownAgain() throws Exception {
        byte[] content = new byte[300_000];
        new Random(8).nextBytes(content);
        Path here = Files.createDirectories(folder.resolve("mine/Fotos ü"));
        Files.write(here.resolve("a b.jpg"), content);

        Run up = crossdock("copy", "--trust=new", "--json", here.toString(), url(1, "/neu/"));
        assertEquals(0, up.exit(), up.err());
        assertEquals(here.resolve("a b.jpg").toString(), up.json(0).get("source").asText());
        assertEquals(url(1, "/neu/Fotos%20%C3%BC/a%20b.jpg"), up.json(0).get("target").asText());
        assertEquals("local", up.json(0).at("/route/method").asText());
        assertEquals("tls", up.json(0).get("protection").asText());
        assertEquals("md5", up.json(0).get("verified").asText());
        assertArrayEquals(content, Files.readAllBytes(root("beta").resolve("neu/Fotos ü/a b.jpg")));

        Path there = folder.resolve("back");
        Run down =
                crossdock(
                        "copy",
                        "--limit=40M",
                        "--json",
                        url(1, "/neu/Fotos%20%C3%BC"),
                        there + "/");
        assertEquals(0, down.exit(), down.err());
        assertEquals(1, down.out().size());
        assertEquals("md5", down.json(0).get("verified").asText());
        assertEquals(
                there.resolve("Fotos ü/a b.jpg").toString(), down.json(0).get("target").asText());
        assertArrayEquals(content, Files.readAllBytes(there.resolve("Fotos ü/a b.jpg")));

        Run again = crossdock("copy", "--json", url(1, "/neu/Fotos%20%C3%BC"), there.toString());
        assertEquals(1, again.exit());
        assertEquals("exists", again.json(0).at("/failure/kind").asText());
    }

    @Test
    void whatWasChosenInTheWindowForTheTwoServersHolds() throws Exception {
        Files.writeString(root("alpha").resolve("a"), "x");
        new PairRules(folder.resolve("home/pairs.json"))
                .save(PairRule.usual(known(0), known(1)).relay(true).by(Optional.of(Method.RELAY)));

        Run run = crossdock("copy", "--trust=new", "--json", url(0, "/a"), url(1, "/"));
        assertEquals(0, run.exit(), run.err());
        assertEquals("relay", run.json(0).at("/route/method").asText());
        assertTrue(run.err().contains("as chosen in the window: only through"), run.err());

        Run own = crossdock("copy", "--json", "--no-rules", url(0, "/a"), url(1, "/b"));
        assertEquals("proxy", own.json(0).at("/route/method").asText(), own.err());
        assertEquals("", own.err());
    }

    @Test
    void whatNoServerHasPartInIsRefused() throws Exception {
        Files.writeString(folder.resolve("a"), "x");
        String file = folder.resolve("a").toString();
        assertEquals(2, crossdock("copy", file, folder.resolve("b").toString()).exit());
        assertEquals(2, crossdock("copy", "--method=proxy", file, url(1, "/")).exit());
        assertEquals(2, crossdock("copy", "--limit=0", file, url(1, "/")).exit());
        assertEquals(2, crossdock("copy", folder.resolve("none").toString(), url(1, "/")).exit());
        assertFalse(Files.exists(folder.resolve("b")));
    }

    @Test
    void listingAndProbeSpeakJson() throws Exception {
        Files.writeString(root("alpha").resolve("a b.txt"), "12345");

        Run ls = crossdock("ls", "--trust=new", "--json", url(0, "/"));
        assertEquals(0, ls.exit(), ls.err());
        assertEquals("a b.txt", ls.json(0).get("name").asText());
        assertEquals("file", ls.json(0).get("type").asText());
        assertEquals(5, ls.json(0).get("size").asLong());

        Run probe = crossdock("probe", "--trust=new", "--json", url(0, "/"), url(1, "/"));
        assertEquals(0, probe.exit(), probe.err());
        JsonNode forward = probe.json(0).at("/routes/forward/0");
        assertTrue(forward.get("usable").asBoolean());
        assertEquals("proxy", forward.get("method").asText());
        assertEquals("source", forward.get("tlsClient").asText());
        assertEquals(2, probe.json(0).get("servers").size());
    }

    @Test
    void probeTriesBothDirectionsAndLeavesNothingBehind() throws Exception {
        Run probe = crossdock("probe", "--try", "--trust=new", "--json", url(0, ""), url(1, ""));

        assertEquals(0, probe.exit(), probe.err());
        assertEquals(3, probe.out().size(), probe.out().toString());
        for (int line = 1; line <= 2; line++) {
            assertEquals("done", probe.json(line).get("outcome").asText());
            assertEquals("proxy", probe.json(line).at("/route/method").asText());
            assertEquals("tls", probe.json(line).get("protection").asText());
            assertEquals(512, probe.json(line).get("bytes").asLong());
        }
        assertEquals(List.of(), entries("alpha"));
        assertEquals(List.of(), entries("beta"));

        Run again = crossdock("probe", "--json", url(0, ""), url(1, ""));
        assertEquals("proven", again.json(0).at("/routes/forward/0/evidence").asText());
        assertEquals("proven", again.json(0).at("/routes/backward/0/evidence").asText());
        assertTrue(again.json(0).at("/routes/backward/0/chosen").asBoolean());
    }

    private List<String> entries(String server) throws IOException {
        try (var all = Files.list(root(server))) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Server known(int server) {
        DemoServer demo = servers.get(server);
        return new Server(
                new SiteId(demo.name()),
                demo.name(),
                demo.address().getHostAddress(),
                demo.port(),
                demo.tls(),
                demo.user());
    }

    private String url(int server, String path) {
        return servers.url(server, path);
    }

    private Run crossdock(String... arguments) throws Exception {
        return program.run(arguments);
    }

    private Path root(String name) {
        return folder.resolve(name);
    }
}
