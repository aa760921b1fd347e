package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A second name under which a file arrives while it is not known whether its route works, so that
/// the file which it replaces stays until the new one is whole.
final class Aside {

    private static final String ENDING = ".crossdock";

    private static final Set<Integer> NAME = Set.of(500, 501, 550, 553);

    private Aside() {}

    static RemotePath of(RemotePath path) {
        return path.parent().child(path.name() + ENDING);
    }

    /// Whether a server takes no file by that name, which says nothing about another name.
    static boolean isUnwanted(Reply reply) {
        return NAME.contains(reply.code());
    }

    /// Puts the whole file in the place of the other.
    ///
    /// @return why the server does not
    static Optional<Failure> moveInto(RemotePath path, Server target, Sessions sessions)
            throws FailureException, InterruptedException {
        Session session = SessionPair.takeOne(sessions, target);
        try {
            replace(path, session);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(explained(refused, path, target));
        } catch (IOException failed) {
            throw new FailureException(explained(failed, path, target), failed);
        } finally {
            sessions.giveBack(session);
        }
    }

    private static Failure explained(IOException failed, RemotePath path, Server target) {
        return FailureMapper.map(failed, target)
                .advising("The new file is whole and is called %s.".formatted(of(path)));
    }

    /// Some servers rename nothing to a name that is taken. What refuses the first half of a rename
    /// has other reasons, and nothing is deleted then.
    private static void replace(RemotePath path, Session session) throws IOException {
        try {
            session.rename(of(path), path);
        } catch (RefusedException refused) {
            if (!refused.command().startsWith("RNTO")) {
                throw refused;
            }
            session.deleteFile(path);
            session.rename(of(path), path);
        }
    }

    /// Removes what lies aside of a file that is whole without it.
    static void tidy(RemotePath path, Server target, Sessions sessions)
            throws InterruptedException {
        try {
            Session session = sessions.take(target);
            try {
                session.deleteFile(of(path));
            } finally {
                sessions.giveBack(session);
            }
        } catch (IOException notThere) {
            // It is in nobody's way.
        }
    }

    /// A server makes the file before the data connection; an empty one is of no use to anybody.
    static void removeEmptyFile(Session target, RemotePath path) {
        try {
            if (!target.isBroken() && target.size(path).equals(OptionalLong.of(0))) {
                target.deleteFile(path);
            }
        } catch (IOException notRemoved) {
            // The failure that is on its way says more.
        }
    }
}
