package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.util.Collection;

/// Where jobs are kept. Called by the queue's thread only, before anybody sees the change.
public interface JobStore {

    /// Takes in new jobs, or jobs in a new state.
    void put(Collection<JobRecord> jobs);

    void remove(Collection<JobId> ids);

    /// Keeps nothing beyond the program's end.
    static JobStore inMemory() {
        return new JobStore() {
            @Override
            public void put(Collection<JobRecord> jobs) {}

            @Override
            public void remove(Collection<JobId> ids) {}
        };
    }
}
