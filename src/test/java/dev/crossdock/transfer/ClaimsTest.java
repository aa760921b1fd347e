package dev.crossdock.transfer;

import static dev.crossdock.transfer.ScriptedPair.file;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.JobId;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.Side;
import dev.crossdock.model.SiteId;
import dev.crossdock.model.TlsMode;
import dev.crossdock.testing.Behaviour;
import dev.crossdock.testing.NothingLeft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.concurrent.CountDownLatch;

/// Two jobs that would write to one name.
@ExtendWith(NothingLeft.class)
@Timeout(60)
class ClaimsTest {

    private static final Server SITE = server("site", "ftp.test");
    private static final byte[] FIRST = {1, 1, 1};
    private static final byte[] SECOND = {2, 2, 2};

    @Test
    void twoSitesThatAreOneServerHaveOneName() throws Exception {
        var claims = new Claims();
        try (Claims.Claim one = claims.take(SITE, RemotePath.of("/a"));
                Claims.Claim other =
                        claims.take(server("other", "FTP.test"), RemotePath.of("/b"))) {
            assertFalse(other.tryAdd(RemotePath.of("/a")));
            assertTrue(one.tryAdd(RemotePath.of("/a (2)")));
            assertFalse(other.tryAdd(RemotePath.of("/a (2)")));
        }
    }

    private static Server server(String id, String host) {
        return new Server(new SiteId(id), id, host, 21, TlsMode.EXPLICIT, "anna");
    }

    @Test
    void aNameIsFreeAgainWhenItsJobHasEnded() throws Exception {
        var claims = new Claims();
        try (Claims.Claim one = claims.take(SITE, RemotePath.of("/a"));
                Claims.Claim other = claims.take(SITE, RemotePath.of("/b"))) {
            assertTrue(one.tryAdd(RemotePath.of("/a (2)")));
            assertTrue(one.tryAdd(RemotePath.of("/a (2)")));
            assertFalse(other.tryAdd(RemotePath.of("/A (2)")));
            assertFalse(other.tryAdd(RemotePath.of("/a")));
        }
        try (Claims.Claim next = claims.take(SITE, RemotePath.of("/a"))) {
            assertTrue(next.tryAdd(RemotePath.of("/a (2)")));
        }
    }

    @Test
    void aFreeNameThatOneJobHasChosenIsTakenForTheOther() throws Exception {
        try (var pair = Routes.servers(Routes.PROXY).open()) {
            pair.source().files().file("/x.txt", FIRST).file("/x (2).txt", SECOND);
            pair.target().files().file("/x.txt", new byte[1]);
            var held = new CountDownLatch(1);
            pair.target().onCommand("STOR", 1, new Behaviour.Hold(held));
            JobId one = pair.start(file("/x.txt", "/x.txt", ExistsRule.RENAME));
            pair.awaitCommand(Side.TARGET, "STOR /x (2).txt");
            JobId other = pair.start(file("/x (2).txt", "/x (2).txt", ExistsRule.RENAME));
            await().until(() -> pair.job(other).note().startsWith("waiting for another job"));

            held.countDown();

            assertInstanceOf(Outcome.Done.class, pair.outcome(one));
            assertInstanceOf(Outcome.Done.class, pair.outcome(other));
            assertArrayEquals(FIRST, pair.target().files().content("/x (2).txt"));
            assertArrayEquals(SECOND, pair.target().files().content("/x (2) (2).txt"));
            assertEquals(1, pair.target().files().size("/x.txt"));
        }
    }
}
