package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.JobSpec;

import java.time.Instant;
import java.util.Optional;

/// Jobs that have not started.
final class Jobs {

    private Jobs() {}

    static JobRecord waiting(long id, JobSpec spec) {
        return waiting(id, spec, Rank.order(Priority.NORMAL, Rank.MIDDLE));
    }

    static JobRecord waiting(long id, JobSpec spec, long order) {
        return JobRecord.added(
                new JobId(id), spec, Optional.empty(), 1, order, Instant.EPOCH, Wish.USUAL);
    }
}
