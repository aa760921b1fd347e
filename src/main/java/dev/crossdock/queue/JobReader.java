package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.RemotePath;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the queue's file beside the thread that writes it. What cannot be read is missing.
final class JobReader {

    private static final Logger LOG = LoggerFactory.getLogger(JobReader.class);

    private final JobTable table;
    private final Consumer<Set<JobId>> unreadable;

    /// @param unreadable is told of rows that cannot be read
    JobReader(JobTable table, Consumer<Set<JobId>> unreadable) {
        this.table = table;
        this.unreadable = unreadable;
    }

    private interface Question<T> {
        T ask(JobTable table) throws SQLException;
    }

    Optional<JobRecord> find(JobId id) {
        return answer(file -> file.find(id), Optional.empty());
    }

    Optional<Begun> begun(JobId id) {
        return answer(file -> file.begun().find(id), Optional.empty());
    }

    boolean isBegunByAnother(JobRecord job, RemotePath path) {
        return answer(file -> file.begun().isBegunByAnother(job, path), false);
    }

    Set<RemotePath> children(JobId parent) {
        return answer(file -> file.children(parent), Set.of());
    }

    Set<Lane> lanes() {
        return answer(JobTable::openLanes, Set.of());
    }

    List<JobRecord> endedAfter(long ending, int most) {
        return answer(file -> file.endedAfter(ending, most), List.of());
    }

    List<Rank> search(QueueList list, String text, int most) {
        return answer(file -> file.search(list, text, most), List.of());
    }

    private synchronized <T> T answer(Question<T> question, T otherwise) {
        try {
            T answer = question.ask(table);
            Set<JobId> broken = table.takeUnreadable();
            if (!broken.isEmpty()) {
                unreadable.accept(broken);
            }
            return answer;
        } catch (SQLException failed) {
            LOG.warn("the queue's file was not read", failed);
            recover();
            return otherwise;
        }
    }

    private void recover() {
        try {
            table.recover();
        } catch (SQLException failed) {
            LOG.warn("statements were not closed", failed);
        }
    }
}
