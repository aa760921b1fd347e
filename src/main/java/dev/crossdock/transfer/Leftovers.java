package dev.crossdock.transfer;

import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Route;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.JobContext;
import dev.crossdock.transfer.ExistingFiles.Decision;

import java.util.Optional;

/// What a job has begun at its target and not finished, so that a second run of it may replace or
/// continue that without a question. A file that was there before us is never one of them, but it
/// is noted that it is being overwritten.
final class Leftovers {

    private Leftovers() {}

    /// @param path what the target's file is called, where it has not the name that was asked for
    /// @param aside that name is only for as long as the file is not whole
    /// @param replaces it may still be a file that is not the job's
    /// @param of what the source had when this was begun
    /// @param cut the program ended while it was sent, so it may be whole
    /// @param route by which it was sent
    record Left(
            RemotePath path,
            boolean aside,
            boolean replaces,
            FileVersion of,
            boolean cut,
            Route route) {

        /// Whether it has all that the source has, as far as sizes and times tell. What ended in
        /// another way than with the program was looked at then.
        boolean mayBeWhole(long size, FileVersion now) {
            return cut && size == now.size() && of.equals(now);
        }
    }

    /// The file that an earlier run or try of the job has left.
    static Optional<Left> of(JobContext context) {
        return any(context).filter(left -> !left.replaces());
    }

    /// The file of somebody else that an earlier run or try of the job was about to overwrite or to
    /// continue: whose it is now nobody knows.
    static Optional<Left> replaced(JobContext context) {
        return any(context).filter(Left::replaces);
    }

    private static Optional<Left> any(JobContext context) {
        return context.traces()
                .begun()
                .map(begun ->
                        new Left(
                                begun.path(),
                                begun.aside(),
                                begun.replaces(),
                                new FileVersion(begun.size(), begun.modified()),
                                context.traces().wasCut(),
                                begun.route()));
    }

    /// Whether an earlier run or try of the job has left that very file.
    static boolean areAt(RemotePath path, JobContext context) {
        return of(context).filter(left -> left.path().equals(path)).isPresent();
    }

    /// Notes that a file is about to be written, before its first byte can be. What another job has
    /// left under the same name is gone from then on.
    ///
    /// A file of ours that is of another version of the source is noted as that until its bytes are
    /// surely gone: a program that ends in between must not take them for new ones.
    ///
    /// What is noted of another file stays where a file of somebody else is overwritten.
    ///
    /// @param of what the source has
    static void begin(JobContext context, Decision.Send send, FileVersion of, Route route)
            throws InterruptedException {
        Optional<Left> before = of(context).filter(left -> left.path().equals(send.target()));
        boolean isOlder = before.isPresent() && !before.get().of().equals(of);
        if (isOlder) {
            return;
        }
        if (before.isPresent() || send.replaces().isEmpty()) {
            note(context, send, false, of, route);
        } else if (of(context).isEmpty()) {
            note(context, send, true, of, route);
        }
    }

    /// Notes what was written of a file, whole or not.
    ///
    /// @param of what the source had
    static void written(JobContext context, Decision.Send send, FileVersion of, Route route)
            throws InterruptedException {
        if (areAt(send.target(), context)) {
            note(context, send, false, of, route);
        }
    }

    /// What lies there under that name is ours and of no use.
    static void spoil(JobContext context, Decision.Send send, Route route)
            throws InterruptedException {
        note(context, send, false, new FileVersion(0, Optional.empty()), route);
    }

    private static void note(
            JobContext context, Decision.Send send, boolean replaces, FileVersion of, Route route)
            throws InterruptedException {
        context.traces()
                .begin(
                        new Begun(
                                send.target(),
                                send.aside(),
                                replaces,
                                of.size(),
                                of.modified(),
                                route));
    }

    /// Nothing was written after all; what was there before that still is.
    static void takeBack(JobContext context, Optional<Begun> before) throws InterruptedException {
        if (before.isPresent()) {
            context.traces().begin(before.get());
        } else {
            context.traces().drop();
        }
    }
}
