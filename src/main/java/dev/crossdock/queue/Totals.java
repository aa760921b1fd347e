package dev.crossdock.queue;

import java.util.Optional;

/// The queue in numbers.
///
/// @param running jobs that run now
/// @param waiting jobs that wait, whether for their turn or for their time
/// @param paused jobs that the user holds back
/// @param failed jobs in the list of failed ones
/// @param ended jobs in the record
/// @param now what the queue has had to do since it was last without work
/// @param hold whether the queue as a whole is held
/// @param trouble why nothing starts though it should, in words for the user; empty if all is well
public record Totals(
        int running,
        long waiting,
        long paused,
        long failed,
        long ended,
        Tally now,
        Hold hold,
        Optional<String> trouble) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, Tally.NONE, Hold.NONE, Optional.empty());

    /// How many jobs have not ended.
    public long open() {
        return running + waiting + paused;
    }
}
