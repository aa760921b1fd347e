package dev.crossdock.transfer;

import dev.crossdock.ftp.HashCommand;
import dev.crossdock.ftp.NotSentException;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.Optional;

/// The checksum of one file, asked of both servers.
///
/// A small file's rides with the next job's first write. A big one keeps a server busy for a while,
/// so it is asked for on sessions that nobody else waits for.
final class HashCheck {

    private final HashAsk source;
    private final HashAsk target;
    private final HashEffort effort;

    private HashCheck(HashAsk source, HashAsk target, HashEffort effort) {
        this.source = source;
        this.target = target;
        this.effort = effort;
        if (effort.isCheap()) {
            source.ride();
            target.ride();
        }
    }

    /// What came out.
    sealed interface Result {

        record Equal(HashKind kind) implements Result {}

        record Different(FileHash source, FileHash target) implements Result {}

        /// One side told none.
        record Unknown(String why) implements Result {}

        static Result of(FileHash source, FileHash target) {
            return source.equals(target) ? new Equal(source.kind()) : new Different(source, target);
        }
    }

    /// The check that the job wants, if both servers can do it.
    static Optional<HashCheck> of(JobSpec spec, SessionPair pair, RemotePath target, long size) {
        var effort = new HashEffort(size);
        if (!effort.isAllowedBy(spec.policy().hash())) {
            return Optional.empty();
        }
        Session here = pair.source();
        Session there = pair.target();
        return HashCommand.strongestShared(
                        here.facts().capabilities(), there.facts().capabilities())
                .flatMap(kind ->
                        HashAsk.of(here, kind, spec.sourcePath())
                                .flatMap(first ->
                                        HashAsk.of(there, kind, target)
                                                .map(second ->
                                                        new HashCheck(first, second, effort))));
    }

    /// Whether it is over soon.
    boolean isCheap() {
        return effort.isCheap();
    }

    /// Compares; the sessions have been given back before.
    Result result(Sessions sessions, Lender lender, boolean atOnce) throws InterruptedException {
        try {
            return Result.of(
                    told(source, sessions, lender, atOnce), told(target, sessions, lender, atOnce));
        } catch (IOException | FailureException notTold) {
            Interrupts.check();
            return new Result.Unknown(String.valueOf(notTold.getMessage()));
        }
    }

    private FileHash told(HashAsk ask, Sessions sessions, Lender lender, boolean atOnce)
            throws IOException, FailureException, InterruptedException {
        Optional<Ridden> ridden = ask.ridden();
        if (ridden.isPresent()) {
            try {
                return ask.read(ridden.get().answer(sessions, atOnce));
            } catch (NotSentException heldBack) {
                // Another session answers at once.
            }
        }
        try (LoneSession one = lender.lend(ask.server())) {
            return ask.now(one.session(), effort.within());
        }
    }
}
