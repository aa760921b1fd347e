package dev.crossdock.fxp;

import dev.crossdock.model.ServerProduct;

import java.util.Optional;

/// Which setting of which server opens a way that is shut, in words for the user. Pure.
///
/// Only names that stand in a program's own documentation, or that were tried, are told; where none
/// is known for a program, the advice names those of the common ones.
public final class ServerSettings {

    /// What stands in the way.
    public enum Topic {
        /// The server refuses PORT to another host.
        FOREIGN_PORT(
                "Ask the server's owner to allow PORT to other hosts (FXP). ProFTPD calls it"
                        + " AllowForeignAddress, vsftpd port_promiscuous, Pure-FTPd AllowUserFXP,"
                        + " glFTPd allow_fxp, IIS matchClientAddressForPort."),
        /// The server, listening, refuses a data connection from another host.
        FOREIGN_PEER(
                "Ask the server's owner to allow data connections from other hosts (FXP). ProFTPD"
                        + " calls it AllowForeignAddress, vsftpd pasv_promiscuous, Pure-FTPd"
                        + " AllowUserFXP, glFTPd allow_fxp, IIS matchClientAddressForPasv."),
        /// The server wants the TLS session of the control connection on data connections too.
        SESSION_REUSE(
                "Ask the server's owner not to demand TLS session reuse on data connections, which"
                        + " no other server can meet. ProFTPD calls it TLSOptions"
                        + " NoSessionReuseRequired, vsftpd require_ssl_reuse=NO."),
        /// The server cannot be TLS client on a data connection.
        TLS_CLIENT_METHOD(
                "One of the two servers needs SSCN, CPSV, CCSN or AUTH TLS +proxy. ProFTPD with"
                        + " mod_tls, glFTPd, DrFTPD, LundFTPD and Serv-U have one of them."),
        /// The server does not take PROT P.
        PROT_P("Ask the server's owner to allow encrypted data connections (PROT P)."),
        /// The server does not take PROT C.
        PROT_C(
                "The server lets no data travel unencrypted, and that is well. Choose a protected"
                        + " route."),
        /// The address in the answer to PASV is wrong, or its ports are shut.
        PASSIVE(
                "Ask the server's owner to set the address and the ports of passive mode, and to"
                        + " open these ports in the firewall. ProFTPD calls them MasqueradeAddress"
                        + " and PassivePorts, vsftpd pasv_address, pasv_min_port and pasv_max_port,"
                        + " Pure-FTPd ForcePassiveIP and PassivePortRange."),
        /// The server takes no more connections.
        TOO_MANY(
                "Use fewer connections at once, or ask the server's owner to allow more. ProFTPD"
                        + " calls it MaxClientsPerHost, vsftpd max_per_ip, Pure-FTPd"
                        + " MaxClientsPerIP."),
        /// The server, as TLS client, does not trust the other server's certificate.
        VERIFY_PEER(
                "Ask the server's owner to trust the other server's certificate. ProFTPD has"
                        + " TLSCACertificateFile and TLSVerifyServer for it.");

        private final String common;

        Topic(String common) {
            this.common = common;
        }
    }

    private static final String NO_METHOD =
            "%s has none of SSCN, CPSV, CCSN and AUTH TLS +proxy; the other server has to be TLS"
                    + " client.";

    private ServerSettings() {}

    /// One or two sentences: whom to ask for what.
    public static String advice(ServerProduct product, Topic topic) {
        return known(product, topic).orElse(topic.common);
    }

    private static Optional<String> known(ServerProduct product, Topic topic) {
        return switch (product) {
            case PROFTPD -> proftpd(topic);
            case VSFTPD -> vsftpd(topic);
            case PURE_FTPD -> pureFtpd(topic);
            case GLFTPD -> glftpd(topic);
            case DRFTPD -> drftpd(topic);
            case LUNDFTPD -> lundftpd(topic);
            case FILEZILLA_SERVER -> filezillaServer(topic);
            case IIS -> iis(topic);
            case SERV_U -> servU(topic);
            case PYFTPDLIB -> pyftpdlib(topic);
            case APACHE_FTPSERVER -> apacheFtpServer(topic);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> proftpd(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER -> ask("AllowForeignAddress on", "ProFTPD");
            case SESSION_REUSE -> ask("TLSOptions NoSessionReuseRequired", "ProFTPD");
            case TLS_CLIENT_METHOD -> Optional.of("ProFTPD has SSCN in mod_tls (TLSEngine on).");
            case PROT_P -> ask("TLSEngine on, and a TLSRequired without !data,", "ProFTPD");
            case PROT_C -> clear("TLSRequired ctrl", "ProFTPD");
            case PASSIVE -> passive("MasqueradeAddress and PassivePorts", "ProFTPD");
            case TOO_MANY -> more("MaxClients, MaxClientsPerHost and MaxClientsPerUser", "ProFTPD");
            case VERIFY_PEER ->
                    ask(
                            "TLSVerifyServer off, or a TLSCACertificateFile that knows the other"
                                    + " server,",
                            "ProFTPD");
        };
    }

    private static Optional<String> vsftpd(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT -> ask("port_promiscuous=YES", "vsftpd");
            case FOREIGN_PEER -> ask("pasv_promiscuous=YES", "vsftpd");
            case SESSION_REUSE -> ask("require_ssl_reuse=NO", "vsftpd");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("vsftpd"));
            case PROT_P -> ask("ssl_enable=YES", "vsftpd");
            case PROT_C -> clear("force_local_data_ssl=NO", "vsftpd");
            case PASSIVE -> passive("pasv_address, pasv_min_port and pasv_max_port", "vsftpd");
            case TOO_MANY -> more("max_clients and max_per_ip", "vsftpd");
            case VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> pureFtpd(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER -> ask("AllowUserFXP yes (option -w)", "Pure-FTPd");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("Pure-FTPd"));
            case PROT_P -> ask("TLS 1 or higher (option -Y)", "Pure-FTPd");
            case PROT_C -> clear("TLS 2 or lower (option -Y)", "Pure-FTPd");
            case PASSIVE ->
                    passive(
                            "ForcePassiveIP (option -P) and PassivePortRange (option -p)",
                            "Pure-FTPd");
            case TOO_MANY ->
                    more(
                            "MaxClientsNumber (option -c), MaxClientsPerIP (-C) and PerUserLimits"
                                    + " (-y)",
                            "Pure-FTPd");
            case SESSION_REUSE, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> glftpd(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER -> ask("allow_fxp in glftpd.conf", "glFTPd");
            case TLS_CLIENT_METHOD -> Optional.of("glFTPd has SSCN and CPSV where TLS is on.");
            case PROT_C -> clear("denydatauncrypted in glftpd.conf", "glFTPd");
            case PASSIVE -> passive("pasv_addr and pasv_ports in glftpd.conf", "glFTPd");
            case TOO_MANY -> more("max_users in glftpd.conf", "glFTPd");
            case SESSION_REUSE, PROT_P, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> drftpd(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER ->
                    Optional.of(
                            "Ask the server's owner whether deny_upfxp or deny_dnfxp in perms.conf"
                                    + " forbids it (DrFTPD).");
            case TLS_CLIENT_METHOD -> Optional.of("DrFTPD has SSCN and CPSV where TLS is on.");
            case PROT_C -> clear("denydatauncrypted in perms.conf", "DrFTPD");
            case PASSIVE ->
                    passive(
                            "pasv_addr and pasv_ports in perms.conf, or slave.portfrom and"
                                    + " slave.portto in a slave's slave.conf",
                            "DrFTPD");
            case TOO_MANY -> more("max_users in perms.conf", "DrFTPD");
            case SESSION_REUSE, PROT_P, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> lundftpd(Topic topic) {
        return switch (topic) {
            case TLS_CLIENT_METHOD -> Optional.of("LundFTPD has SSCN and CCSN where TLS is on.");
            case FOREIGN_PORT,
                    FOREIGN_PEER,
                    SESSION_REUSE,
                    PROT_P,
                    PROT_C,
                    PASSIVE,
                    TOO_MANY,
                    VERIFY_PEER ->
                    Optional.empty();
        };
    }

    private static Optional<String> filezillaServer(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER ->
                    Optional.of(
                            "Ask the server's owner whether FXP can be allowed. FileZilla Server"
                                    + " 0.9 has Allow Incoming FXP and Allow outgoing FXP in its"
                                    + " configuration.");
            case SESSION_REUSE ->
                    Optional.of(
                            "FileZilla Server 1 always demands it, so its data cannot travel"
                                    + " encrypted to another server. Version 0.9 has a setting for"
                                    + " it: Require TLS session resumption on data connection.");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("FileZilla Server"));
            case PASSIVE ->
                    passive(
                            "Use the following host and Use custom port range under Passive mode",
                            "FileZilla Server");
            case PROT_P, PROT_C, TOO_MANY, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> iis(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT ->
                    ask("matchClientAddressForPort=false in dataChannelSecurity", "Microsoft IIS");
            case FOREIGN_PEER ->
                    ask("matchClientAddressForPasv=false in dataChannelSecurity", "Microsoft IIS");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("Microsoft IIS"));
            case PROT_P -> ask("dataChannelPolicy SslAllow or SslRequire", "Microsoft IIS");
            case PROT_C -> clear("dataChannelPolicy SslAllow", "Microsoft IIS");
            case PASSIVE ->
                    passive(
                            "External IP Address of Firewall and Data Channel Port Range under FTP"
                                    + " Firewall Support",
                            "Microsoft IIS");
            case TOO_MANY -> more("maxConnections", "Microsoft IIS");
            case SESSION_REUSE, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> servU(Topic topic) {
        return switch (topic) {
            case TLS_CLIENT_METHOD -> Optional.of("Serv-U has SSCN since version 6.");
            case FOREIGN_PORT,
                    FOREIGN_PEER,
                    SESSION_REUSE,
                    PROT_P,
                    PROT_C,
                    PASSIVE,
                    TOO_MANY,
                    VERIFY_PEER ->
                    Optional.empty();
        };
    }

    private static Optional<String> pyftpdlib(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT, FOREIGN_PEER -> ask("permit_foreign_addresses = True", "pyftpdlib");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("pyftpdlib"));
            case PROT_P -> ask("TLS_FTPHandler as the handler", "pyftpdlib");
            case PROT_C -> clear("tls_data_required = False", "pyftpdlib");
            case PASSIVE -> passive("masquerade_address and passive_ports", "pyftpdlib");
            case TOO_MANY -> more("max_cons and max_cons_per_ip", "pyftpdlib");
            case SESSION_REUSE, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> apacheFtpServer(Topic topic) {
        return switch (topic) {
            case FOREIGN_PORT ->
                    ask("ip-check=\"false\" for active data connections", "Apache FtpServer");
            case FOREIGN_PEER ->
                    ask("ip-check=\"false\" for passive data connections", "Apache FtpServer");
            case TLS_CLIENT_METHOD -> Optional.of(NO_METHOD.formatted("Apache FtpServer"));
            case PASSIVE ->
                    passive(
                            "external-address and ports for passive data connections",
                            "Apache FtpServer");
            case TOO_MANY -> more("max-logins", "Apache FtpServer");
            case SESSION_REUSE, PROT_P, PROT_C, VERIFY_PEER -> Optional.empty();
        };
    }

    private static Optional<String> ask(String setting, String product) {
        return Optional.of("Ask the server's owner to set %s (%s).".formatted(setting, product));
    }

    private static Optional<String> clear(String setting, String product) {
        return Optional.of(
                ("The server lets no data travel unencrypted, and that is well. Choose a protected"
                                + " route; the setting is %s (%s).")
                        .formatted(setting, product));
    }

    private static Optional<String> passive(String settings, String product) {
        return Optional.of(
                ("Ask the server's owner to check %s (%s), and to open these ports in the"
                                + " firewall.")
                        .formatted(settings, product));
    }

    private static Optional<String> more(String settings, String product) {
        return Optional.of(
                "Use fewer connections at once, or ask the server's owner to raise %s (%s)."
                        .formatted(settings, product));
    }
}
