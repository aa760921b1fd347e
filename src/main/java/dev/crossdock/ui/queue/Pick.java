package dev.crossdock.ui.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.queue.QueueList;
import dev.crossdock.queue.Ranks;

import java.util.ArrayList;
import java.util.List;

/// Some jobs of a list as it was when they were picked. It may be asked on any one thread.
///
/// @param ranks of the whole list, changed by nobody
record Pick(QueueList list, Ranks ranks, List<IndexRanges.Range> ranges) {

    int size() {
        return ranges.stream().mapToInt(IndexRanges.Range::size).sum();
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// In the order of the list; takes its time with very many.
    List<JobId> ids() {
        var ids = new ArrayList<JobId>(size());
        for (IndexRanges.Range range : ranges) {
            for (int index = range.from(); index < range.to(); index++) {
                ids.add(ranks.get(index).id());
            }
        }
        return ids;
    }
}
