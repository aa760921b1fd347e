package dev.crossdock.servers;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.testing.TestClient;
import dev.crossdock.testing.TestLogins;
import dev.crossdock.testing.TestTrust;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A server that runs for one test, with explicit TLS and one user.
///
/// @param server where it is and who we are there
/// @param password opens nothing but this
/// @param certificateSha256 as [dev.crossdock.model.Certificate] has it
/// @param files the folder on this computer that a login begins in
/// @param home what the server calls that folder
public record RealServer(
        ServerKind kind,
        InetAddress address,
        Server server,
        String password,
        String certificateSha256,
        Path files,
        RemotePath home,
        Running running)
        implements AutoCloseable {

    static final String USER = "ftp";
    static final String PASSWORD = "secret";

    public int port() {
        return server.port();
    }

    /// What the server calls a file.
    ///
    /// @param name relative to its first folder
    public RemotePath path(String name) {
        return home.resolve(name);
    }

    /// Makes a file that the server may read and replace, and the folders above it.
    public Path put(String name, byte[] content) throws IOException {
        Path file = files.resolve(name);
        Path above = Path.of(name).getParent();
        if (above != null) {
            folder(above.toString());
        }
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        return file;
    }

    /// Makes a folder that the server may write to, and those above it.
    public Path folder(String name) throws IOException {
        Path folder = files;
        for (Path step : Path.of(name)) {
            folder = folder.resolve(step);
            Workplace.openFolder(folder);
        }
        return folder;
    }

    /// A client that knows certificate and password.
    public TestClient client() {
        return TestClient.of(server, trust(), new TestLogins(password));
    }

    /// Knows its certificate and no other.
    public TestTrust trust() {
        return new TestTrust().know(certificateSha256);
    }

    /// All that it wrote to its logs so far.
    public String log() throws IOException {
        return running.log();
    }

    /// Ends it and all its sessions.
    @Override
    public void close() throws IOException {
        running.close();
    }
}
