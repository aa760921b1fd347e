package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
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
    static void moveInto(RemotePath path, Server target, Sessions sessions)
            throws FailureException, InterruptedException {
        try {
            Session session = sessions.take(target);
            try {
                replace(path, session);
            } finally {
                sessions.giveBack(session);
            }
        } catch (IOException failed) {
            var failure = FailureMapper.map(failed, target);
            throw new FailureException(
                    failure.advising("The new file is whole and is called %s.".formatted(of(path))),
                    failed);
        }
    }

    /// Some servers rename nothing to a name that is taken.
    private static void replace(RemotePath path, Session session) throws IOException {
        try {
            session.rename(of(path), path);
        } catch (RefusedException taken) {
            session.deleteFile(path);
            session.rename(of(path), path);
        }
    }
}
