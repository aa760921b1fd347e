package dev.crossdock.fxp;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What was heard of two servers and not dealt with yet. Any thread adds, one takes.
///
/// What counts is when something came, not when it is taken: so a server that never stops talking
/// puts off no deadline, and what came before it is not lost where the taking thread was slow. Time
/// in which this program was stopped, or the computer asleep, is nobody's delay.
final class Mailbox {

    /// How long to wait in one go.
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    /// Who comes back from that so much later was not merely slow.
    private static final long NAP = Duration.ofSeconds(10).toNanos();

    private final BlockingDeque<Mail> mails = new LinkedBlockingDeque<>();
    private final LongSupplier nanos;

    /// How long nothing of this program ran.
    private long asleep;

    private record Mail(FxpEvent event, long at) {}

    /// @param nanos the clock, as [System#nanoTime]
    Mailbox(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(FxpEvent event) {
        mails.add(new Mail(event, nanos.getAsLong()));
    }

    /// What deadlines are reckoned from, in nanoseconds; stands still while nothing runs.
    long now() {
        return nanos.getAsLong() - asleep;
    }

    /// Waits for the next event that comes by the deadline.
    ///
    /// @param deadline as [#now] tells time
    /// @return [FxpEvent.Late] if none does
    FxpEvent take(long deadline) throws InterruptedException {
        while (true) {
            long before = nanos.getAsLong();
            long wait = Math.clamp(deadline - now(), 0, LOOK);
            Mail mail = mails.pollFirst(wait, TimeUnit.NANOSECONDS);
            long over = nanos.getAsLong() - before - wait;
            if (over > NAP) {
                asleep += over;
            }
            if (mail != null && mail.at() - asleep - deadline > 0) {
                mails.addFirst(mail);
                return new FxpEvent.Late();
            }
            if (mail != null) {
                return mail.event();
            }
            if (now() - deadline >= 0) {
                return new FxpEvent.Late();
            }
        }
    }
}
