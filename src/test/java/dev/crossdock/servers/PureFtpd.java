package dev.crossdock.servers;

import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pure-FTPd with a user of its own database, run by root for `nobody`.
final class PureFtpd {

    /// `nobody`: the server lets in no user with root's number.
    private static final int UID = 65534;

    private PureFtpd() {}

    /// Why it cannot run here though it is unpacked.
    static Optional<String> whyNot() {
        return Account.current().isRoot()
                ? Optional.empty()
                : Optional.of("It logs users in only when root started it.");
    }

    static RealServer start(Launch launch) throws IOException {
        var place = Workplace.make(launch);
        var certificate = place.certify(ServerKind.PURE_FTPD);
        int port = place.freePort();
        var command = new ArrayList<>(List.of(Unpacked.file("usr/sbin/pure-ftpd").toString()));
        command.addAll(
                List.of(
                        "--ipv4only",
                        "--bind=" + launch.address().getHostAddress() + "," + port,
                        "--dontresolve",
                        "--noanonymous",
                        "--chrooteveryone",
                        "--login=puredb:" + database(place),
                        "--tls=2",
                        "--certfile=" + place.own().resolve("both.pem"),
                        "--pidfile=" + place.own().resolve("pid"),
                        "--altlog=clf:" + place.own().resolve("transfers.log")));
        if (launch.policy() == Policy.OPEN) {
            command.add("--allowuserfxp");
        }
        var daemon = Daemon.start(place, launch, port, command);
        return place.server(
                ServerKind.PURE_FTPD, port, certificate.sha256(), RemotePath.ROOT, daemon);
    }

    /// Eighteen fields a user, most of them limits and empty.
    private static Path database(Workplace place) throws IOException {
        String user =
                "%s:%s:%d:%d::%s/./%s\n"
                        .formatted(
                                RealServer.USER,
                                Workplace.PASSWORD_HASH,
                                UID,
                                UID,
                                place.files(),
                                ":".repeat(12));
        Path users = place.write("users", user);
        Path database = place.own().resolve("users.pdb");
        Process process =
                Unpacked.builder(
                                List.of(
                                        Unpacked.file("usr/bin/pure-pw").toString(),
                                        "mkdb",
                                        database.toString(),
                                        "-f",
                                        users.toString()))
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("pure-pw: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return database;
    }
}
