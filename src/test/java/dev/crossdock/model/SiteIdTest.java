package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteIdTest {

    private static final SiteId ID = SiteId.of(TlsMode.EXPLICIT, "anna", "ftp.test", 21);

    @Test
    void theSameAddressIsTheSameSite() {
        assertEquals(ID, SiteId.of(TlsMode.EXPLICIT, "anna", "FTP.test", 21));
    }

    @ParameterizedTest
    @CsvSource({
        "IMPLICIT, anna, ftp.test, 21",
        "EXPLICIT, Anna, ftp.test, 21",
        "EXPLICIT, anna, ftp2.test, 21",
        "EXPLICIT, anna, ftp.test, 2121",
    })
    void anotherAddressIsAnother(TlsMode tls, String user, String host, int port) {
        assertNotEquals(ID, SiteId.of(tls, user, host, port));
    }
}
