package dev.crossdock.fxp;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// What was heard of two servers and not dealt with yet. Any thread adds, one takes.
///
/// What counts is when something came, not when it is taken: so a server that never stops talking
/// puts off no deadline, and what came before it is not lost where the taking thread was slow.
final class Mailbox {

    private final BlockingDeque<Mail> mails = new LinkedBlockingDeque<>();
    private final LongSupplier nanos;

    private record Mail(FxpEvent event, long at) {}

    /// @param nanos the clock, as [System#nanoTime]
    Mailbox(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void add(FxpEvent event) {
        mails.add(new Mail(event, nanos.getAsLong()));
    }

    /// Waits for the next event that comes by the deadline.
    ///
    /// @return [FxpEvent.Late] if none does
    FxpEvent take(long deadline) throws InterruptedException {
        Mail mail =
                mails.pollFirst(Math.max(0, deadline - nanos.getAsLong()), TimeUnit.NANOSECONDS);
        if (mail == null) {
            return new FxpEvent.Late();
        }
        if (mail.at() - deadline > 0) {
            mails.addFirst(mail);
            return new FxpEvent.Late();
        }
        return mail.event();
    }
}
