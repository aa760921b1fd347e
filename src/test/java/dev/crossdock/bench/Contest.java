package dev.crossdock.bench;

import dev.crossdock.demo.ProxyRule;
import dev.crossdock.model.Method;
import dev.crossdock.testing.Setup;
import dev.crossdock.testing.Skill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Two servers that offer one method and no other, for both clients to use.
record Contest(Method method, BenchServer source, BenchServer target) implements Closeable {

    private static final String SOURCE_ADDRESS = "127.0.0.41";
    private static final String TARGET_ADDRESS = "127.0.0.42";

    /// The methods that there are servers for.
    static List<Method> methods() {
        return Arrays.stream(Method.values())
                .filter(method ->
                        switch (method) {
                            case PROXY, RELAY, CLEAR -> true;
                            case SSCN, CCSN, CPSV -> skill(method).isPresent();
                            case LOCAL -> false;
                        })
                .toList();
    }

    /// @param folder for servers that keep files on disk
    static Contest of(Method method, Path folder, Duration latency) throws IOException {
        if (method == Method.PROXY) {
            Path from = Files.createDirectories(folder.resolve("source"));
            Path to = Files.createDirectories(folder.resolve("target"));
            return new Contest(
                    method,
                    BenchServer.demo("source", SOURCE_ADDRESS, from, latency),
                    BenchServer.demo("target", TARGET_ADDRESS, to, latency));
        }
        return new Contest(
                method,
                BenchServer.scripted("source", setup(method, SOURCE_ADDRESS), latency),
                BenchServer.scripted("target", setup(method, TARGET_ADDRESS), latency));
    }

    /// What clients have said so often, to the server that heard more.
    long flights() {
        return Math.max(source.delayed().flights(), target.delayed().flights());
    }

    @Override
    public void close() throws IOException {
        source.close();
        target.close();
    }

    /// Neither client is to spend time on setting the files' times.
    private static Setup setup(Method method, String address) {
        Setup plain = Setup.USUAL.at(address).with(ProxyRule.NONE).without(Skill.MFMT);
        return skill(method).map(plain::with).orElse(plain);
    }

    private static Optional<Skill> skill(Method method) {
        return Arrays.stream(Skill.values())
                .filter(skill -> skill.name().equals(method.name()))
                .findFirst();
    }
}
