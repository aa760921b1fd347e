package dev.crossdock.model;

/// Which program a server is, as far as it lets itself be recognised.
public enum ServerProduct {
    PROFTPD("ProFTPD"),
    VSFTPD("vsftpd"),
    PURE_FTPD("Pure-FTPd"),
    GLFTPD("glFTPd"),
    DRFTPD("DrFTPD"),
    LUNDFTPD("LundFTPD"),
    FILEZILLA_SERVER("FileZilla Server"),
    IIS("Microsoft IIS"),
    SERV_U("Serv-U"),
    PYFTPDLIB("pyftpdlib"),
    APACHE_FTPSERVER("Apache FtpServer"),
    UNKNOWN("unknown");

    private final String label;

    ServerProduct(String label) {
        this.label = label;
    }

    /// As its makers write it.
    public String label() {
        return label;
    }
}
