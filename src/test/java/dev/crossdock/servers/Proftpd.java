package dev.crossdock.servers;

import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.List;

/// proftpd with mod_tls and mod_digest, run by whoever runs the tests.
final class Proftpd {

    private static final String CONFIGURATION =
            """
            ModulePath {modules}
            LoadModule mod_tls.c
            LoadModule mod_digest.c
            ServerName proftpd
            ServerType standalone
            DefaultAddress {address}
            SocketBindTight on
            Port {port}
            UseIPv6 off
            UseReverseDNS off
            User {user}
            Group {group}
            {root}
            Umask 022
            PidFile {own}/pid
            ScoreboardFile none
            ControlsEngine off
            DelayEngine off
            WtmpLog off
            TransferLog none
            SystemLog {own}/system.log
            AuthOrder mod_auth_file.c
            AuthUserFile {users}
            RequireValidShell off
            AllowOverwrite on
            AllowStoreRestart on
            AllowRetrieveRestart on
            AllowForeignAddress {foreign}
            TLSEngine on
            TLSLog {own}/tls.log
            TLSProtocol TLSv1.2 TLSv1.3
            TLSECCertificateFile {own}/certificate.pem
            TLSECCertificateKeyFile {own}/key.pem
            TLSRequired on
            TLSVerifyServer off
            {reuse}
            """;

    /// Only root can shut a user into his folder, and nobody else need be let in as root.
    private static final String ROOT_ONLY = "RootLogin on\nDefaultRoot ~";

    private Proftpd() {}

    static RealServer start(Launch launch) throws IOException {
        var place = Workplace.make(launch);
        var account = Account.current();
        var certificate = place.certify(ServerKind.PROFTPD);
        int port = place.freePort();
        String users =
                "%s:%s:%d:%d::%s:/bin/false\n"
                        .formatted(
                                RealServer.USER,
                                Workplace.PASSWORD_HASH,
                                account.uid(),
                                account.gid(),
                                place.files());
        var configuration =
                place.write(
                        "proftpd.conf",
                        CONFIGURATION
                                .replace("{modules}", Unpacked.file("usr/lib/proftpd").toString())
                                .replace("{address}", launch.address().getHostAddress())
                                .replace("{port}", Integer.toString(port))
                                .replace("{user}", account.user())
                                .replace("{group}", account.group())
                                .replace("{root}", account.isRoot() ? ROOT_ONLY : "")
                                .replace("{own}", place.own().toString())
                                .replace("{users}", place.write("users", users).toString())
                                .replace("{foreign}", launch.policy().choose("on", "off"))
                                .replace(
                                        "{reuse}",
                                        launch.policy()
                                                .choose("TLSOptions NoSessionReuseRequired", "")));
        var daemon =
                Daemon.start(
                        place,
                        launch,
                        port,
                        List.of(
                                Unpacked.file("usr/sbin/proftpd").toString(),
                                "--nodaemon",
                                "--quiet",
                                "--config",
                                configuration.toString()));
        RemotePath home =
                account.isRoot() ? RemotePath.ROOT : RemotePath.of(place.files().toString());
        return place.server(ServerKind.PROFTPD, port, certificate.sha256(), home, daemon);
    }
}
