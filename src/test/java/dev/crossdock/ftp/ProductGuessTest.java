package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Reply;
import dev.crossdock.model.ServerProduct;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductGuessTest {

    private static final String UNIX = "UNIX Type: L8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    greeting                                                    > product
                    ProFTPD Server (Debian) [::ffff:192.0.2.1]                  > PROFTPD
                    ProFTPD 1.3.5e Server (ftpB) [192.0.2.1]                    > PROFTPD
                    (vsFTPd 3.0.3)                                              > VSFTPD
                    ---------- Welcome to Pure-FTPd [privsep] [TLS] ----------  > PURE_FTPD
                    Hello (glFTPd 2.05 64BiT Linux+TLS) ready.                  > GLFTPD
                    DrFTPD 4.0.6-git https://github.com/drftpd-ng/drftpd        > DRFTPD
                    FileZilla Server 1.8.2                                      > FILEZILLA_SERVER
                    FileZilla Server version 0.9.43 beta                        > FILEZILLA_SERVER
                    Microsoft FTP Service                                       > IIS
                    Serv-U FTP Server v15.0 ready...                            > SERV_U
                    pyftpdlib 1.5.7 ready.                                      > PYFTPDLIB
                    pyftpdlib based ftpd ready.                                 > PYFTPDLIB
                    LundFTPD ready                                              > LUNDFTPD
                    Service ready for new user.                                 > UNKNOWN
                    FTP server ready                                            > UNKNOWN
                    ''                                                          > UNKNOWN
                    """)
    void theGreetingMayName(String greeting, ServerProduct product) {
        assertEquals(product, ProductGuess.guess(greeting, UNIX, Capabilities.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    greeting        > system                      > product
                    Welcome.        > UNIX Type: Apache FtpServer > APACHE_FTPSERVER
                    Welcome.        > UNIX emulated by FileZilla  > FILEZILLA_SERVER
                    (vsFTPd 2.3.4)  > UNIX emulated by FileZilla. > FILEZILLA_SERVER
                    Welcome.        > Windows_NT                  > UNKNOWN
                    Welcome.        > ''                          > UNKNOWN
                    """)
    void theSystemMayName(String greeting, String system, ServerProduct product) {
        assertEquals(product, ProductGuess.guess(greeting, system, Capabilities.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    product   > feat
                    PROFTPD   > AUTH TLS|CCC|CLNT|CSID|EPRT|EPSV|HOST|LANG C.UTF-8*|MDTM|MFF modify;UNIX.group;UNIX.mode;|MFMT|MLST modify*;perm*;size*;type*;unique*;UNIX.group*;UNIX.groupname*;UNIX.mode*;UNIX.owner*;UNIX.ownername*;|PBSZ|PROT|RANG STREAM|REST STREAM|SIZE|SSCN|TVFS|UTF8
                    UNKNOWN   > AUTH TLS|SIZE|MDTM|REST STREAM|MLST modify*;perm*;size*;type*;unique*;UNIX.group*;UNIX.mode*;UNIX.owner*;|UTF8
                    VSFTPD    > AUTH TLS|EPRT|EPSV|MDTM|PASV|PBSZ|PROT|REST STREAM|SIZE|TVFS
                    VSFTPD    > EPRT|EPSV|MDTM|PASV|REST STREAM|SIZE|TVFS|UTF8
                    UNKNOWN   > EPRT|EPSV|MDTM|PASV|REST STREAM|SIZE|TVFS|UTF8|CLNT
                    UNKNOWN   > MDTM|REST STREAM|SIZE
                    UNKNOWN   > AUTH TLS|EPRT|EPSV|MDTM|PASV|PBSZ|PROT|REST STREAM|SIZE|TVFS|MLST type*;
                    PURE_FTPD > UTF8|EPRT|IDLE|MDTM|SIZE|MFMT|REST STREAM|MLST type*;size*;sizd*;modify*;UNIX.mode*;UNIX.uid*;UNIX.gid*;unique*;|MLSD|PRET|AUTH TLS|PBSZ|PROT|TVFS|ESTA|PASV|EPSV|ESTP
                    PYFTPDLIB > AUTH SSL|AUTH TLS +proxy|EPRT|EPSV|MDTM|MFMT|MLST type*;perm*;size*;modify*;unique*;unix.mode;unix.uid;unix.gid;|PBSZ|PROT|REST STREAM|SIZE|TVFS|UTF8
                    GLFTPD    > AUTH TLS|AUTH SSL|PBSZ|PROT|CPSV|SSCN|MDTM|SIZE|REST STREAM|SYST
                    DRFTPD    > AUTH SSL|PRET|PBSZ|CPSV|SSCN
                    LUNDFTPD  > AUTH TLS +proxy|CCSN|SSCN
                    SERV_U    > UTF8|OPTS MODE;MLST;UTF8|CLNT|AUTH TLS;SSL;TLS-C;TLS-P;|PBSZ|PROT|CCC|SSCN|RMDA directoryname|DSIZ|AVBL|EPRT|EPSV|MODE Z|REST STREAM|SIZE|MDTM|MFMT|XCRC filename;start;end|MLST Type*;Size*;Create;Modify*;Perm;Win32.ea
                    UNKNOWN   > AUTH TLS|CCC|CLNT|CPSV|EPRT|EPSV|MDTM|MFCT|MFMT|MLST type*;size*;create;modify*;|PASV|PBSZ|PROT|REST STREAM|SIZE|SSCN|TVFS|UTF8
                    UNKNOWN   > AUTH TLS +proxy|SIZE
                    """)
    void behindABlandGreetingFeatTells(ServerProduct product, String feat) {
        assertEquals(product, ProductGuess.guess("FTP server ready", UNIX, feat(feat)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    greeting                    > system     > feat                           > product
                    ProFTPD 1.2.11 Server (GNU) > UNIX       > PRET|MLST type*;               > DRFTPD
                    (vsFTPd 3.0.3)              > UNIX       > PRET|ESTA|ESTP                 > PURE_FTPD
                    ProFTPD Server              > UNIX       > AUTH TLS|CPSV|SSCN|SYST        > PROFTPD
                    Welcome                     > Windows_NT > LANG EN*|AUTH TLS;TLS-C;|UTF8  > IIS
                    Serv-U FTP Server           > Windows_NT > LANG EN*|SIZE                  > SERV_U
                    Welcome                     > UNIX       > LANG EN*|SIZE                  > UNKNOWN
                    """)
    void signsOfTheirOwnCountMoreThanTheGreetingAndThatMoreThanLooks(
            String greeting, String system, String feat, ServerProduct product) {
        assertEquals(product, ProductGuess.guess(greeting, system, feat(feat)));
    }

    private static Capabilities feat(String lines) {
        return FeatReply.read(new Reply(211, "Features:\n " + lines.replace("|", "\n ") + "\nEnd"));
    }
}
