package dev.crossdock.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class UpdatesTest {

    private static final Version NEWER = new Version(0, 2, 0);

    @TempDir private Path home;

    private final Signer signer = new Signer();
    private Instant now = Lists.NOW;
    private byte[] list = Lists.list(3, "0.1.0", "0.2.0!");
    private byte[] signature = signer.sign(list);
    private ListServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new ListServer()
                        .on(ListServer.LIST, exchange -> ListServer.send(exchange, list))
                        .on(
                                ListServer.LIST + ".sig",
                                exchange -> ListServer.send(exchange, signature));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void knowsNothingAndAsksNobodyBeforeItIsTold() {
        Known known = updates().known();
        assertEquals(Optional.empty(), known.checked());
        assertEquals(Optional.empty(), known.newer());
        assertEquals(0, server.asked.size());
        assertFalse(Files.exists(file()));
    }

    @Test
    void whatWasFoundIsKnownAtTheNextStart() throws Exception {
        Known found = updates().check();
        assertEquals(NEWER, found.newer().orElseThrow().release().version());
        assertTrue(found.newer().orElseThrow().security());
        assertEquals(Optional.of(Lists.NOW), found.checked());
        assertFalse(found.trouble());
        assertEquals(found, updates().known());
        assertEquals(2, server.asked.size());
    }

    @Test
    void aNewerBuildKnowsThatItIsTheNewest() throws Exception {
        updates().check();
        Known known = updates(NEWER).known();
        assertEquals(Optional.empty(), known.newer());
        assertEquals("Version 0.2.0 is the newest.", known.words());
    }

    @Test
    void asksOnceAWeekByItself() throws Exception {
        updates().checkWeekly();
        updates().checkWeekly();
        assertEquals(2, server.asked.size());
        now = now.plus(Duration.ofDays(7));
        updates().checkWeekly();
        assertEquals(4, server.asked.size());
    }

    @Test
    void aLookForNothingCountsToo() throws Exception {
        signature = new Signer().sign(list);
        assertTrue(updates().checkWeekly().trouble());
        updates().checkWeekly();
        assertEquals(2, server.asked.size());
    }

    @Test
    void tellsNoMoreOfWhatIsSkippedButOfTheNextOne() throws Exception {
        updates().check();
        assertEquals(Optional.empty(), updates().skip(NEWER).newer());
        assertEquals(Optional.empty(), updates().check().newer());
        publish(Lists.list(4, "0.2.0", "0.2.1"));
        assertEquals(
                new Version(0, 2, 1), updates().check().newer().orElseThrow().release().version());
    }

    @Test
    void aListThatIsNotTrustedTakesNothingAway() throws Exception {
        updates().check();
        list = Lists.list(9, "0.1.0");
        Known forged = updates().check();
        assertTrue(forged.trouble());
        assertTrue(forged.words().contains("not signed"), forged.words());
        assertEquals(NEWER, forged.newer().orElseThrow().release().version());
        publish(Lists.list(3, "0.1.0", "0.3.0"));
        assertEquals(
                new Version(0, 3, 0),
                updates().check().newer().orElseThrow().release().version(),
                "a forged number counts for nothing");
    }

    @Test
    void anOlderListIsKnownAsSuchAfterARestart() throws Exception {
        byte[] older = Lists.list(2, "0.1.0");
        updates().check();
        publish(older);
        Known rolledBack = updates().check();
        assertTrue(rolledBack.words().contains("older list"), rolledBack.words());
        assertEquals(NEWER, rolledBack.newer().orElseThrow().release().version());
    }

    @Test
    void aDamagedMemoryIsSetAside() throws Exception {
        Files.writeString(file(), "{");
        assertEquals(Optional.empty(), updates().known().checked());
        assertTrue(updates().check().newer().isPresent());
    }

    private void publish(byte[] next) {
        list = next;
        signature = signer.sign(next);
    }

    private Updates updates() {
        return updates(new Version(0, 1, 0));
    }

    private Updates updates(Version own) {
        var place = new ReleasePlace(server.address(ListServer.LIST), signer.key(), own);
        var source = new ReleaseSource(server::client, Duration.ofSeconds(20));
        return new Updates(place, source, file(), () -> now);
    }

    private Path file() {
        return home.resolve("updates.json");
    }
}
