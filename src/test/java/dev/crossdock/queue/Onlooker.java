package dev.crossdock.queue;

import dev.crossdock.model.JobId;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one onlooker believes, who asks now and then for what is new.
final class Onlooker {

    private final Map<QueueList, Ranks> lists = new EnumMap<>(QueueList.class);
    private long version;

    Onlooker() {
        for (QueueList list : QueueList.values()) {
            lists.put(list, new Ranks());
        }
    }

    /// All jobs that a queue has.
    static List<JobView> all(QueueService queue) {
        var onlooker = new Onlooker();
        onlooker.look(queue);
        var ids = new ArrayList<JobId>();
        for (QueueList list : QueueList.values()) {
            ids.addAll(onlooker.ids(list));
        }
        return queue.views(ids);
    }

    void look(QueueService queue) {
        take(queue.changesSince(version));
    }

    void take(QueueChanges changes) {
        version = changes.version();
        changes.lists()
                .forEach((list, change) -> {
                    switch (change) {
                        case ListChange.Whole(Ranks now) -> lists.put(list, now);
                        case ListChange.Steps(var steps) -> {
                            for (ListChange.Step step : steps) {
                                Ranks ranks = ranks(list);
                                boolean done =
                                        step.added()
                                                ? ranks.add(step.rank())
                                                : ranks.remove(step.rank());
                                if (!done) {
                                    throw new AssertionError("a step that leads nowhere: " + step);
                                }
                            }
                        }
                    }
                });
    }

    long version() {
        return version;
    }

    List<JobId> ids(QueueList list) {
        Ranks ranks = ranks(list);
        return ranks.part(0, ranks.size()).stream().map(Rank::id).toList();
    }

    private Ranks ranks(QueueList list) {
        return lists.computeIfAbsent(list, _ -> new Ranks());
    }
}
