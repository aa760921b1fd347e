package dev.crossdock.cli;

import dev.crossdock.model.SiteId;

/// Hears of the servers of jobs that are about to be lined up while the queue is at work.
@FunctionalInterface
interface Newcomers {

    void come(SiteId source, SiteId target) throws UsageException;

    /// For a queue that does not need to know.
    Newcomers UNHEARD = (_, _) -> {};
}
