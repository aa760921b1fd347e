package dev.crossdock.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.crossdock.app.Launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program in a process of its own, as a script starts it: without a terminal.
public final class Program {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Path err;

    /// @param folder where `home` is the program's data
    public Program(Path folder) {
        home = folder.resolve("home");
        err = folder.resolve("err.txt");
    }

    /// How a process ended, and the lines it wrote.
    public record Run(int exit, List<String> out, String err) {

        public JsonNode json(int line) throws IOException {
            return JSON.readTree(out.get(line));
        }
    }

    /// With the password of [dev.crossdock.testing.TwoDemoServers].
    public Process start(String... arguments) throws IOException {
        return start(Map.of("CROSSDOCK_PASSWORD", TwoDemoServers.PASSWORD), arguments);
    }

    /// With the password of [dev.crossdock.testing.TwoDemoServers]; waits for its end.
    public Run run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    /// @param environment all that it finds there of Crossdock
    public Run run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return ended(start(environment, arguments));
    }

    private Run ended(Process process) throws IOException, InterruptedException {
        List<String> out;
        try (var reader = process.inputReader()) {
            out = reader.lines().toList();
        }
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Launcher.class.getName());
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CROSSDOCK_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
