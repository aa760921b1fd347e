package dev.crossdock.queue;

import java.util.List;

/// How one of the queue's lists became another.
public sealed interface ListChange {

    /// Step by step, from what was seen at the version before.
    record Steps(List<Step> steps) implements ListChange {}

    /// Too much to tell: the list as it is now. What was kept of its jobs may be out of date.
    record Whole(Ranks now) implements ListChange {}

    /// @param added whether the job came into the list, or left it
    record Step(boolean added, Rank rank) {}
}
