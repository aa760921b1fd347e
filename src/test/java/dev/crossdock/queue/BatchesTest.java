package dev.crossdock.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.crossdock.model.Failure;
import dev.crossdock.model.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BatchesTest {

    private static final Instant NOW = Instant.EPOCH;

    private final Map<Long, Batches.Kept> file = new HashMap<>();
    private final Batches batches = new Batches(List.of(), id -> Optional.ofNullable(file.get(id)));

    @Test
    void aBatchIsCountedFromItsFirstJobToItsLast() {
        JobRecord one = add(1);
        JobRecord two = add(2);
        assertEquals(new Tally(2, 0, 0, 2, 0, 2), batches.now());

        JobRecord done = end(one);
        fail(two);

        assertEquals(new Tally(2, 2, 1, 2, 2, 0), batches.now());
        assertEquals(List.of(), batches.open());
        remove(done);
        assertEquals(new Tally(2, 2, 1, 2, 2, 0), batches.now());
        assertEquals(Optional.of(1L), Optional.ofNullable(file.get(1L)).map(Batches.Kept::rows));
    }

    @Test
    void workAfterAPauseIsCountedAnew() {
        end(add(1));
        batches.begin(new Batch(2, "b", 1, NOW, Tally.NONE));

        assertEquals(Tally.NONE, batches.now());
    }

    @Test
    void workThatComesWhileThereIsSomeIsCountedWithIt() {
        JobRecord one = add(1);
        batches.begin(new Batch(2, "b", 1, NOW, Tally.NONE));
        end(one);

        assertEquals(new Tally(1, 1, 0, 1, 1, 0), batches.now());
    }

    @Test
    void aJobThatIsTriedAgainIsNotCountedTwice() {
        JobRecord one = add(1);
        JobRecord other = add(2);
        JobRecord failed = fail(one);

        note(batches.change(failed, failed.lineUpAgain(NOW)));
        assertEquals(new Tally(2, 0, 0, 2, 0, 2), batches.now());

        end(failed.lineUpAgain(NOW));
        end(other);
        assertEquals(new Tally(2, 2, 0, 2, 2, 0), batches.now());
    }

    private JobRecord add(long id) {
        if (batches.open().isEmpty()) {
            batches.begin(new Batch(1, "a", 1, NOW, Tally.NONE));
        }
        JobRecord job = Jobs.waiting(id, Specs.file("/" + id));
        note(batches.add(job));
        return job;
    }

    private JobRecord end(JobRecord job) {
        JobRecord ended = job.start(NOW).end(new Outcome.Skipped(""), NOW, 1, Trip.NONE);
        note(batches.change(job, ended));
        return ended;
    }

    private JobRecord fail(JobRecord job) {
        var why = Failure.of(Failure.Kind.LOST, "b", "lost", Failure.Remedy.GIVE_UP, "");
        JobRecord ended = job.start(NOW).end(new Outcome.Failed(why), NOW, 1, Trip.NONE);
        note(batches.change(job, ended));
        return ended;
    }

    private void remove(JobRecord job) {
        note(batches.remove(job));
    }

    private void note(Optional<Batches.Kept> kept) {
        file.put(kept.orElseThrow().batch().id(), kept.orElseThrow());
    }
}
