package dev.crossdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.crossdock.site.PairRules;
import dev.crossdock.site.ServerMemory;
import dev.crossdock.site.SiteStore;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs command lines against fake servers and keeps what they print.
final class Shell {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final FakeCores cores;
    final FakeWindows windows = new FakeWindows();
    final FakeSignals signals = new FakeSignals();
    final Map<String, String> environment = new HashMap<>();
    FakeTerminal terminal = FakeTerminal.none();
    Optional<QueueGate> running = Optional.empty();
    List<Duration> loginPauses = List.of(Duration.ofMillis(1), Duration.ofMillis(2));
    List<Duration> queuePauses = List.of();
    QueueGate.Finder finder = _ -> running;

    /// @param out standard output
    /// @param err standard error
    record Result(int code, String out, String err) {

        List<JsonNode> json() {
            var mapper = new JsonMapper();
            var objects = new ArrayList<JsonNode>();
            for (String line : out.lines().toList()) {
                try {
                    objects.add(mapper.readTree(line));
                } catch (JsonProcessingException e) {
                    throw new AssertionError("not JSON: " + line, e);
                }
            }
            return objects;
        }

        JsonNode onlyJson() {
            List<JsonNode> all = json();
            if (all.size() != 1) {
                throw new AssertionError("not one object but " + all);
            }
            return all.getFirst();
        }
    }

    Shell(Path folder) {
        cores =
                new FakeCores(
                        folder,
                        new SiteStore(folder.resolve("sites.json")),
                        new ServerMemory(folder.resolve("servers.json")),
                        new PairRules(folder.resolve("pairs.json")));
        environment.put("CROSSDOCK_PASSWORD", "secret");
    }

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams =
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal);
        var surroundings =
                new Surroundings(
                        cores,
                        home -> finder.find(home),
                        windows,
                        streams,
                        environment,
                        signals,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        loginPauses,
                        queuePauses);
        int code = new CommandLineMain(surroundings).run(arguments);
        return new Result(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
