package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Capability;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.Listing;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// The files of a server.
///
/// @param begins may be asked to begin in the middle of a file, if it says that it can
record ServerStorage(Session session, boolean begins) implements Storage {

    ServerStorage(Session session) {
        this(session, true);
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    @Override
    public String name() {
        return session.server().name();
    }

    @Override
    public OptionalLong size(RemotePath file) throws FailureException {
        return answer(() -> session.size(file));
    }

    @Override
    public Optional<Instant> modified(RemotePath file) throws FailureException {
        return session.facts().capabilities().has(Capability.MDTM)
                ? answer(() -> session.modified(file))
                : Optional.empty();
    }

    @Override
    public OptionalLong settled(RemotePath file, OptionalLong first, long patientTo)
            throws FailureException, InterruptedException {
        try {
            return StillWriting.settled(session, file, first, patientTo);
        } catch (IOException failed) {
            throw failure(failed, session);
        }
    }

    @Override
    public boolean canResume() {
        return begins && session.facts().capabilities().has(Capability.REST_STREAM);
    }

    @Override
    public void requireName(RemotePath path) throws FailureException {
        NameRule.check(path, session);
    }

    @Override
    public Listing list(RemotePath folder) throws FailureException {
        return answer(() -> session.list(folder));
    }

    @Override
    public boolean isFolder(RemotePath path) throws FailureException {
        return answer(() -> session.isFolder(path));
    }

    /// Servers answer MKD for an existing folder with different codes, so it is looked for.
    @Override
    public boolean makeFolder(RemotePath folder) throws FailureException {
        return answer(() -> {
            try {
                session.makeFolder(folder);
                return false;
            } catch (RefusedException refused) {
                if (!session.isFolder(folder)) {
                    throw refused;
                }
                return true;
            }
        });
    }

    static FailureException failure(IOException failed, Session session) {
        return new FailureException(FailureMapper.map(failed, session.server()), failed);
    }

    private <T> T answer(Question<T> question) throws FailureException {
        try {
            return question.ask();
        } catch (IOException failed) {
            throw failure(failed, session);
        }
    }
}
