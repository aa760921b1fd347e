package dev.crossdock.servers;

import dev.crossdock.demo.SelfSigned;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// The folders of one server.
///
/// @param files what its users see
/// @param own its configuration, its certificate, its logs
record Workplace(InetAddress address, Path files, Path own) {

    /// SHA-512 crypt of [RealServer#PASSWORD]: cheap to check, unlike what the servers' own tools
    /// make of a password.
    static final String PASSWORD_HASH =
            "$6$crossdock$YzZWRvOm8aUmEgq7vYVOuSKLB1bOVALQCbIN/ADzuKzZLptThBUAHZAZjrVXJ4Sm4U5LjBPcn1xc"
                + "oaD5Leag6.";

    static Workplace make(Launch launch) throws IOException {
        Path folder = Files.createDirectories(launch.folder()).toRealPath();
        Path files = folder.resolve("files");
        openFolder(files);
        return new Workplace(
                launch.address(), files, Files.createDirectories(folder.resolve("own")));
    }

    /// Makes a folder that everybody may write to, whoever the server runs as.
    static void openFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    /// A file of its own, for its owner's eyes only; some servers insist.
    Path write(String name, String content) throws IOException {
        Path file = Files.writeString(own.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /// A key and its certificate in `key.pem`, `certificate.pem`, and `both.pem`.
    SelfSigned certify(ServerKind kind) throws IOException {
        var made = SelfSigned.create(kind.label(), List.of("localhost"), address, Instant.now());
        try {
            String key = pem("PRIVATE KEY", made.key().getEncoded());
            String certificate = pem("CERTIFICATE", made.certificate().getEncoded());
            write("key.pem", key);
            write("certificate.pem", certificate);
            write("both.pem", key + certificate);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// OpenSSL's configuration, which holds for every program that uses it.
    Path limitTls(TlsVersions versions) throws IOException {
        return write(
                "openssl.cnf",
                """
                openssl_conf = top
                [top]
                ssl_conf = ssl
                [ssl]
                system_default = versions
                [versions]
                MinProtocol = TLSv1.2
                MaxProtocol = %s
                """
                        .formatted(versions.newest()));
    }

    /// One that nobody listens on now.
    int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, address)) {
            return probe.getLocalPort();
        }
    }

    /// The server that runs here.
    RealServer server(
            ServerKind kind, int port, String certificateSha256, RemotePath home, Running running) {
        String host = address.getHostAddress();
        var server =
                new Server(
                        new SiteId(kind.label() + "-" + host),
                        kind.label(),
                        host,
                        port,
                        TlsMode.EXPLICIT,
                        RealServer.USER);
        return new RealServer(
                kind,
                address,
                server,
                RealServer.PASSWORD,
                certificateSha256,
                files,
                home,
                running);
    }

    private static String pem(String what, byte[] der) {
        byte[] lineEnd = {'\n'};
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, lineEnd).encodeToString(der));
    }
}
