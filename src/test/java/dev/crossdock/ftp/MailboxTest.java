package dev.crossdock.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.crossdock.model.Reply;
import dev.crossdock.net.LostException;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class MailboxTest {

    private final Mailbox mailbox = new Mailbox();

    @Test
    void whatCameFirstIsTakenFirst() throws Exception {
        mailbox.add(said("one"));
        mailbox.add(said("two"));

        assertEquals(said("one"), mailbox.peek());
        assertEquals(said("one"), mailbox.poll(Duration.ZERO));
        assertEquals(said("two"), mailbox.poll(Duration.ZERO));
        assertNull(mailbox.poll(Duration.ZERO));
        assertNull(mailbox.poll(Duration.ofSeconds(-1)));
    }

    @Test
    void manyRepliesThatNobodyTakesAreAFlood() {
        for (int i = 0; i < 1_000; i++) {
            mailbox.add(said("again"));
        }
        assertFalse(mailbox.isFlooded());

        mailbox.add(said("again"));

        assertTrue(mailbox.isFlooded());
    }

    @Test
    void soAreAFewHugeOnes() {
        Heard huge = said("x".repeat(1024 * 1024));
        for (int i = 0; i < 4; i++) {
            mailbox.add(huge);
        }
        assertFalse(mailbox.isFlooded());

        mailbox.add(huge);

        assertTrue(mailbox.isFlooded());
    }

    @Test
    void whatIsTakenCountsNoMore() throws Exception {
        Heard huge = said("x".repeat(1024 * 1024));
        for (int i = 0; i < 20; i++) {
            mailbox.add(huge);
            assertEquals(huge, mailbox.poll(Duration.ZERO));
        }
        mailbox.add(new Heard.Gone(new LostException("Gone.")));

        assertFalse(mailbox.isFlooded());
    }

    private static Heard said(String text) {
        return new Heard.Answer(new Reply(200, text));
    }
}
