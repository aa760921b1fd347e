package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.util.List;

/// What happened in the queue since a version.
///
/// @param version ask for what comes after it next time
/// @param changed jobs that are new, moved on, or are running now
/// @param removed jobs that are gone
/// @param waiting how many wait now
/// @param running how many run now
public record QueueChanges(
        long version, List<JobView> changed, List<JobId> removed, int waiting, int running) {}
