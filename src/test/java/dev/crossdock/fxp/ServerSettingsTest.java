package dev.crossdock.fxp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.fxp.ServerSettings.Topic;
import dev.crossdock.model.ServerProduct;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    product          > topic             > named
                    PROFTPD          > FOREIGN_PORT      > AllowForeignAddress on
                    PROFTPD          > FOREIGN_PEER      > AllowForeignAddress on
                    PROFTPD          > SESSION_REUSE     > TLSOptions NoSessionReuseRequired
                    PROFTPD          > TLS_CLIENT_METHOD > SSCN
                    PROFTPD          > VERIFY_PEER       > TLSVerifyServer off
                    PROFTPD          > PASSIVE           > MasqueradeAddress and PassivePorts
                    PROFTPD          > TOO_MANY          > MaxClientsPerHost
                    PROFTPD          > PROT_C            > TLSRequired ctrl
                    VSFTPD           > FOREIGN_PORT      > port_promiscuous=YES
                    VSFTPD           > FOREIGN_PEER      > pasv_promiscuous=YES
                    VSFTPD           > SESSION_REUSE     > require_ssl_reuse=NO
                    VSFTPD           > TLS_CLIENT_METHOD > the other server
                    VSFTPD           > PASSIVE           > pasv_address
                    VSFTPD           > TOO_MANY          > max_per_ip
                    PURE_FTPD        > FOREIGN_PORT      > option -w
                    PURE_FTPD        > FOREIGN_PEER      > option -w
                    PURE_FTPD        > TLS_CLIENT_METHOD > the other server
                    PURE_FTPD        > PASSIVE           > option -P
                    PURE_FTPD        > TOO_MANY          > -C
                    GLFTPD           > FOREIGN_PORT      > allow_fxp
                    GLFTPD           > TLS_CLIENT_METHOD > CPSV
                    GLFTPD           > PASSIVE           > pasv_ports
                    DRFTPD           > FOREIGN_PEER      > deny_dnfxp
                    DRFTPD           > PASSIVE           > slave.portfrom
                    LUNDFTPD         > TLS_CLIENT_METHOD > CCSN
                    FILEZILLA_SERVER > SESSION_REUSE     > always demands it
                    FILEZILLA_SERVER > TLS_CLIENT_METHOD > the other server
                    IIS              > FOREIGN_PORT      > matchClientAddressForPort=false
                    IIS              > FOREIGN_PEER      > matchClientAddressForPasv=false
                    IIS              > PASSIVE           > Data Channel Port Range
                    SERV_U           > TLS_CLIENT_METHOD > SSCN
                    PYFTPDLIB        > FOREIGN_PORT      > permit_foreign_addresses = True
                    PYFTPDLIB        > PASSIVE           > masquerade_address
                    APACHE_FTPSERVER > FOREIGN_PORT      > ip-check="false" for active
                    APACHE_FTPSERVER > FOREIGN_PEER      > ip-check="false" for passive
                    APACHE_FTPSERVER > TOO_MANY          > max-logins
                    """)
    void theSettingOfTheProgramIsNamed(ServerProduct product, Topic topic, String named) {
        String advice = ServerSettings.advice(product, topic);

        assertTrue(advice.contains(named), advice);
        assertTrue(advice.contains(product.label()), advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    topic             > named
                    FOREIGN_PORT      > AllowForeignAddress, vsftpd port_promiscuous
                    FOREIGN_PEER      > AllowForeignAddress, vsftpd pasv_promiscuous
                    SESSION_REUSE     > require_ssl_reuse=NO
                    TLS_CLIENT_METHOD > SSCN, CPSV, CCSN or AUTH TLS +proxy
                    PROT_P            > PROT P
                    PROT_C            > unencrypted
                    PASSIVE           > PassivePorts
                    TOO_MANY          > max_per_ip
                    VERIFY_PEER       > TLSVerifyServer
                    """)
    void anUnknownProgramGetsTheNamesOfTheCommonOnes(Topic topic, String named) {
        String advice = ServerSettings.advice(ServerProduct.UNKNOWN, topic);

        assertTrue(advice.contains(named), advice);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownOfAProgramIsNotMadeUp(Topic topic) {
        String common = ServerSettings.advice(ServerProduct.UNKNOWN, topic);

        boolean known = topic == Topic.TLS_CLIENT_METHOD;
        for (ServerProduct product :
                new ServerProduct[] {ServerProduct.SERV_U, ServerProduct.LUNDFTPD}) {
            if (known) {
                assertNotEquals(common, ServerSettings.advice(product, topic));
            } else {
                assertEquals(common, ServerSettings.advice(product, topic));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAdviceIsAWholeSentence(ServerProduct product) {
        for (Topic topic : Topic.values()) {
            String advice = ServerSettings.advice(product, topic);
            assertTrue(advice.endsWith("."), advice);
            assertFalse(advice.contains("%"), advice);
            assertFalse(advice.contains("  "), advice);
        }
    }
}
