package dev.crossdock.servers;

import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.List;

/// vsftpd for an anonymous user who may write, run by whoever runs the tests.
final class Vsftpd {

    private static final String CONFIGURATION =
            """
            listen=YES
            listen_ipv6=NO
            listen_address={address}
            listen_port={port}
            background=NO
            run_as_launching_user=YES
            seccomp_sandbox=NO
            isolate=NO
            isolate_network=NO
            connect_from_port_20=NO
            local_enable=NO
            anonymous_enable=YES
            ftp_username={user}
            anon_root={files}
            anon_umask=022
            anon_world_readable_only=NO
            write_enable=YES
            anon_upload_enable=YES
            anon_mkdir_write_enable=YES
            anon_other_write_enable=YES
            ssl_enable=YES
            allow_anon_ssl=YES
            force_anon_data_ssl=YES
            force_anon_logins_ssl=YES
            rsa_cert_file={own}/certificate.pem
            rsa_private_key_file={own}/key.pem
            ssl_ciphers=HIGH
            require_ssl_reuse={reuse}
            port_promiscuous={promiscuous}
            pasv_promiscuous={promiscuous}
            log_ftp_protocol=YES
            vsftpd_log_file={own}/vsftpd.log
            """;

    private Vsftpd() {}

    static RealServer start(Launch launch) throws IOException {
        var place = Workplace.make(launch);
        var certificate = place.certify(ServerKind.VSFTPD);
        int port = place.freePort();
        var configuration =
                place.write(
                        "vsftpd.conf",
                        CONFIGURATION
                                .replace("{address}", launch.address().getHostAddress())
                                .replace("{port}", Integer.toString(port))
                                .replace("{user}", Account.current().user())
                                .replace("{files}", place.files().toString())
                                .replace("{own}", place.own().toString())
                                .replace("{reuse}", launch.policy().choose("NO", "YES"))
                                .replace("{promiscuous}", launch.policy().choose("YES", "NO")));
        var daemon =
                Daemon.start(
                        place,
                        launch,
                        port,
                        List.of(
                                Unpacked.file("usr/sbin/vsftpd").toString(),
                                configuration.toString()));
        return place.server(
                ServerKind.VSFTPD,
                port,
                certificate.sha256(),
                RemotePath.of(place.files().toString()),
                daemon);
    }
}
