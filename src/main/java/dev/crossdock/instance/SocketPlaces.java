package dev.crossdock.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Where the socket of a data folder may lie; both ends look in the same order.
final class SocketPlaces {

    /// Below what any system takes: 108 bytes with the zero at the end on Linux, 104 on macOS.
    static final int MAX_PATH = 100;

    private static final String SOCKET = "socket";

    private SocketPlaces() {}

    static List<Path> of(Path dataFolder) {
        return of(real(dataFolder), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// Pure: the paths that are short enough, the best first.
    static List<Path> of(Path dataFolder, Path temporary) {
        return Stream.of(
                        dataFolder.resolve("instance"),
                        temporary.resolve("crossdock-" + digest(dataFolder)))
                .map(folder -> folder.resolve(SOCKET))
                .filter(socket -> length(socket) <= MAX_PATH)
                .toList();
    }

    private static int length(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String digest(Path folder) {
        try {
            byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notThere) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
