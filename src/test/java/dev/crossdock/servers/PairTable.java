package dev.crossdock.servers;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.TransferPolicy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;

/// Prints which way a file takes between each two of the servers that can run here: `mvn -q
/// test-compile exec:exec@pairs`.
public final class PairTable {

    private static final int SIZE = 4 * 1024 * 1024;

    private final PrintStream out;

    private PairTable(PrintStream out) {
        this.out = out;
    }

    /// No arguments.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var table = new PairTable(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (TlsVersions tls : TlsVersions.values()) {
            table.print(tls);
        }
    }

    private void print(TlsVersions tls) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("crossdock-pairs");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        byte[] content = new byte[SIZE];
        new Random(SIZE).nextBytes(content);
        var policy =
                new TransferPolicy(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false,
                        ExistsRule.FAIL,
                        HashRule.WHEN_CHEAP,
                        false,
                        0);
        out.printf("%nNewest TLS: %s%n", tls.newest());
        try (var fleet = new ServerFleet(folder, (_, launch) -> launch.with(tls))) {
            for (ServerKind source : ServerKind.values()) {
                for (ServerKind target : ServerKind.values()) {
                    if (source.whyNot().isEmpty() && target.whyNot().isEmpty()) {
                        long start = System.nanoTime();
                        Crossing crossing = fleet.send(source, target, content, policy);
                        out.printf(
                                "%-15s > %-15s %6.2f s  %-7s %s%n",
                                source,
                                target,
                                (System.nanoTime() - start) / 1e9,
                                crossing.isWhole(content) ? "whole" : "NOT WHOLE",
                                crossing.words());
                    }
                }
            }
        }
    }
}
