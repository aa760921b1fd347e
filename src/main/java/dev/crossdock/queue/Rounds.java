package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.Runs.Stop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// What the queue's thread does: carries out what was asked in one moment, starts what may start,
/// brings all of it to the disk in one write, and waits for the next moment.
///
/// All but [#run] and [#count] is called by that thread, as orders.
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /// How many orders are carried out before the disk has its turn.
    private static final int AT_ONCE = 1_000;

    private final Orders orders;
    private final Books books;
    private final Runs runs;
    private final Sweeps sweeps;
    private final Board board;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();
    private Hold hold;
    private Optional<Instant> goesOnAt;
    private boolean begun;
    private boolean closing;

    Rounds(Orders orders, Books books, Runs runs, Sweeps sweeps, Board board, Clock clock)
            throws SQLException {
        this.orders = orders;
        this.books = books;
        this.runs = runs;
        this.sweeps = sweeps;
        this.board = board;
        this.clock = clock;
        JobTable table = books.table();
        this.hold = table.note("hold").map(Hold::valueOf).orElse(Hold.NONE);
        this.goesOnAt = table.note("goes on").filter(at -> !at.isEmpty()).map(Instant::parse);
        board.hold(hold);
    }

    /// How many there were. From any thread.
    long count() {
        return count.get();
    }

    /// Goes round until the queue is closed, nothing runs any more, and what was asked of many jobs
    /// is done.
    void run() throws InterruptedException {
        carryOut(books::reload);
        while (!closing || !runs.isEmpty() || sweeps.isDue()) {
            round();
        }
    }

    /// From now on jobs start.
    void begin() {
        begun = true;
    }

    /// Running jobs are put back, and nothing starts any more.
    void close() {
        closing = true;
        runs.stopAll(Stop.PUT_BACK);
    }

    /// @param until when it goes on by itself; empty for never
    void hold(Hold how, Optional<Instant> until) {
        hold = how;
        goesOnAt = until;
        books.ledger().note("hold", how.name());
        books.ledger().note("goes on", until.map(Instant::toString).orElse(""));
        books.ledger().then(() -> board.hold(how));
        if (how == Hold.NOW) {
            runs.stopAll(Stop.PUT_BACK);
        }
        if (how == Hold.NONE) {
            runs.forgetRests();
        }
    }

    private void round() throws InterruptedException {
        int carried = 0;
        Optional<Order> order = orders.await(sleep());
        while (order.isPresent()) {
            carryOut(order.get());
            carried++;
            boolean more = carried < AT_ONCE && books.ledger().size() < AT_ONCE;
            order = more ? orders.next() : Optional.empty();
        }
        carryOut(sweeps::step);
        carryOut(runs::letReturn);
        carryOut(this::startWhatMay);
        carryOut(this::setAside);
        books.flush(clock.instant());
        count.incrementAndGet();
        orders.seen(carried);
        board.wake();
    }

    /// A fault in one order must not end the queue.
    @SuppressWarnings("CatchingUnchecked")
    private void carryOut(Order order) {
        try {
            order.carryOut();
        } catch (SQLException failed) {
            books.fail(failed, clock.instant());
        } catch (RuntimeException | Error fault) {
            LOG.error("an order of the queue failed", fault);
        }
    }

    private Duration sleep() {
        if (sweeps.isDue()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Duration sleep = LONGEST_SLEEP;
        for (var next : List.of(books.nextDeed(), runs.nextRest(), goesOnAt)) {
            if (next.isPresent() && Duration.between(now, next.get()).compareTo(sleep) < 0) {
                sleep = Duration.between(now, next.get());
            }
        }
        // What lies in the past is due now; a clock is not exact to the millisecond.
        return sleep.isNegative() ? Duration.ZERO : sleep.plusMillis(1);
    }

    private void startWhatMay() throws SQLException {
        Instant now = clock.instant();
        if (goesOnAt.isPresent() && !goesOnAt.get().isAfter(now)) {
            hold(Hold.NONE, Optional.empty());
        }
        if (!books.flush(now) || !begun || closing || sweeps.isAtWork()) {
            return;
        }
        books.refill(now);
        if (hold == Hold.NONE && !books.lines().isEmpty()) {
            runs.startWhatMay();
        }
    }

    /// Rows that cannot be read hold nothing up.
    private void setAside() throws SQLException {
        Set<JobId> unreadable = books.table().takeUnreadable();
        if (!unreadable.isEmpty() && books.flush(clock.instant())) {
            books.setAside(unreadable);
        }
    }
}
