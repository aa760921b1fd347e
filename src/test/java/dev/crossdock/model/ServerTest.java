package dev.crossdock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

    @ParameterizedTest
    @CsvSource({
        "ftp.example.org, ftp.example.org:21",
        "192.0.2.7,       192.0.2.7:21",
        "2001:db8::7,     [2001:db8::7]:21"
    })
    void theAddressIsWrittenSoThatThePortIsClear(String host, String address) {
        assertEquals(address, server(host, 21, "me", "site").address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nb", "a\0", "\u001b[31m"})
    void refusesHostsUsersAndNamesThatWouldBreakALine(String bad) {
        assertThrows(IllegalArgumentException.class, () -> server(bad, 21, "me", "site"));
        assertThrows(IllegalArgumentException.class, () -> server("host", 21, "me", bad));
        if (!bad.isBlank() || bad.isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> server("host", 21, bad, "site"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536, Integer.MAX_VALUE})
    void refusesPortsThatAreNone(int port) {
        assertThrows(IllegalArgumentException.class, () -> server("host", port, "me", "site"));
    }

    @Test
    void anotherNameIsTheSameServer() {
        Server one = server("host", 2121, "me", "site");
        Server other = one.named("other");

        assertEquals("other", other.name());
        assertEquals(one, other.named("site"));
    }

    private static Server server(String host, int port, String user, String name) {
        return new Server(new SiteId("id"), name, host, port, TlsMode.EXPLICIT, user);
    }
}
