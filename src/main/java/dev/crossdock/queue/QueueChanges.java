package dev.crossdock.queue;

import java.util.List;
import java.util.Map;

/// What happened in the queue since a version.
///
/// @param version ask for what comes after it next time
/// @param lists how the lists changed; all three are there
/// @param changed jobs that are new or moved on, as they are now
/// @param running the jobs that run now, in the order in which they started
/// @param totals the queue in numbers, now
public record QueueChanges(
        long version,
        Map<QueueList, ListChange> lists,
        List<JobView> changed,
        List<JobView> running,
        Totals totals) {}
