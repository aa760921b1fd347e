package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.WireText;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A second name under which a file arrives while it is not known whether its route works, so that
/// the file which it replaces stays until the new one is whole.
final class Aside {

    private static final String ENDING = ".crossdock";
    private static final int TAG = 8;

    private static final Set<Integer> NAME = Set.of(500, 501, 550, 553);

    private Aside() {}

    /// A name beside the path that nobody has, not even another job of ours.
    ///
    /// @param token of the job; the same in each of its runs
    static RemotePath of(RemotePath path, String token) {
        return path.parent().child(named(path.name(), token));
    }

    /// A long name loses its end.
    static String named(String name, String random) {
        String ending = "." + random.substring(0, TAG) + ENDING;
        int end = name.length();
        while (WireText.encode(name.substring(0, end)).length + ending.length()
                > NameRule.LONGEST) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + ending;
    }

    /// Whether a server takes no file by that name, which says nothing about another name.
    static boolean isUnwanted(Reply reply) {
        return NAME.contains(reply.code());
    }

    /// Gives the whole file its name, in the place of the one that has it.
    ///
    /// @return why the server does not
    static Optional<Failure> moveInto(
            RemotePath aside, RemotePath name, Server target, Lender lender)
            throws FailureException, InterruptedException {
        try (LoneSession one = lender.lend(target)) {
            replace(aside, name, one.session());
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(explained(FailureMapper.map(refused, target), aside));
        } catch (FailureException failed) {
            throw failed.saying(explained(failed.failure(), aside));
        } catch (IOException failed) {
            Interrupts.check();
            throw new FailureException(explained(FailureMapper.map(failed, target), aside), failed);
        }
    }

    private static Failure explained(Failure failure, RemotePath aside) {
        return failure.advising(wholeAs(aside));
    }

    static String wholeAs(RemotePath aside) {
        return "The new file is whole and is called %s.".formatted(aside);
    }

    /// Some servers rename nothing to a name that is taken. What refuses the first half of a rename
    /// has other reasons, and nothing is deleted then.
    private static void replace(RemotePath aside, RemotePath name, Session session)
            throws IOException {
        try {
            session.rename(aside, name);
        } catch (RefusedException refused) {
            if (!refused.command().startsWith("RNTO")) {
                throw refused;
            }
            session.deleteFile(name);
            session.rename(aside, name);
        }
    }

    /// Removes what lies aside of a file that is whole without it.
    ///
    /// @return what to tell if that is not possible
    static Optional<String> tidy(RemotePath aside, Server target, Lender lender)
            throws InterruptedException {
        String why;
        try (LoneSession one = lender.lend(target)) {
            one.session().deleteFile(aside);
            return Optional.empty();
        } catch (FailureException failed) {
            why = failed.failure().message();
        } catch (IOException failed) {
            Interrupts.check();
            why = FailureMapper.map(failed, target).message();
        }
        return Optional.of(
                "A second copy stays on %s as %s: %s".formatted(target.name(), aside, why));
    }

    /// A server makes the file before the data connection; an empty one is of no use to anybody.
    ///
    /// @return whether it was there, empty, and is gone
    static boolean removeEmptyFile(Session target, RemotePath path) {
        try {
            if (!target.isBroken() && target.size(path).equals(OptionalLong.of(0))) {
                target.deleteFile(path);
                return true;
            }
        } catch (IOException notRemoved) {
            // The failure that is on its way says more.
        }
        return false;
    }
}
