package dev.crossdock.queue;

import dev.crossdock.model.JobId;
import dev.crossdock.model.RemotePath;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the queue's file beside the thread that writes it. What cannot be read is missing.
final class JobReader {

    private static final Logger LOG = LoggerFactory.getLogger(JobReader.class);

    private final JobTable table;

    JobReader(JobTable table) {
        this.table = table;
    }

    private interface Question<T> {
        T ask(JobTable table) throws SQLException;
    }

    Optional<JobRecord> find(JobId id) {
        return answer(file -> file.find(id), Optional.empty());
    }

    Optional<Begun> begun(JobId id) {
        return answer(file -> file.begun(id), Optional.empty());
    }

    boolean isBegunByAnother(JobRecord job, RemotePath path) {
        return answer(file -> file.isBegunByAnother(job, path), false);
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
            return question.ask(table);
        } catch (SQLException failed) {
            LOG.warn("the queue's file was not read", failed);
            return otherwise;
        }
    }
}
