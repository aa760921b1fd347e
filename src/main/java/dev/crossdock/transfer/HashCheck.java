package dev.crossdock.transfer;

import dev.crossdock.ftp.HashCommand;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashKind;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The checksum of one file, asked of both servers.
///
/// A small file's rides with the next job's first write. A big one keeps a server busy for a while,
/// so it is asked for on sessions that nobody else waits for.
final class HashCheck {

    private static final long CHEAP_BYTES = 16 * 1024 * 1024;
    private static final long SLOWEST_BYTES_PER_SECOND = 20 * 1024 * 1024;
    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Ask source;
    private final Ask target;
    private final boolean cheap;
    private final Duration within;

    private HashCheck(Ask source, Ask target, long size) {
        this.source = source;
        this.target = target;
        this.cheap = size <= CHEAP_BYTES;
        this.within = LEAST.plusSeconds(size / SLOWEST_BYTES_PER_SECOND);
        if (cheap) {
            source.ride();
            target.ride();
        }
    }

    /// What came out.
    sealed interface Result {

        record Equal(HashKind kind) implements Result {}

        record Different(FileHash source, FileHash target) implements Result {}

        /// One server told none.
        record Unknown(String why) implements Result {}
    }

    /// The check that the job wants, if both servers can do it.
    static Optional<HashCheck> of(JobSpec spec, SessionPair pair, RemotePath target, long size) {
        boolean wanted =
                switch (spec.policy().hash()) {
                    case NEVER -> false;
                    case WHEN_CHEAP -> size <= CHEAP_BYTES;
                    case ALWAYS -> true;
                };
        if (!wanted) {
            return Optional.empty();
        }
        Session here = pair.source();
        Session there = pair.target();
        return HashCommand.strongestShared(
                        here.facts().capabilities(), there.facts().capabilities())
                .flatMap(kind ->
                        Ask.of(here, kind, spec.sourcePath())
                                .flatMap(first ->
                                        Ask.of(there, kind, target)
                                                .map(second ->
                                                        new HashCheck(first, second, size))));
    }

    /// Whether it is over soon.
    boolean isCheap() {
        return cheap;
    }

    /// Compares; the sessions have been given back before.
    Result result(Sessions sessions, Lender lender, boolean atOnce) throws InterruptedException {
        try {
            if (!cheap) {
                return compare(asked(source, lender), asked(target, lender));
            }
            return compare(
                    source.read(source.ridden().answer(sessions, atOnce)),
                    target.read(target.ridden().answer(sessions, atOnce)));
        } catch (IOException | FailureException notTold) {
            Interrupts.check();
            return new Result.Unknown(String.valueOf(notTold.getMessage()));
        }
    }

    private FileHash asked(Ask ask, Lender lender)
            throws IOException, FailureException, InterruptedException {
        try (LoneSession one = lender.lend(ask.session.server())) {
            return ask.read(ask.now(one.session(), within));
        }
    }

    private static Result compare(FileHash source, FileHash target) {
        return source.equals(target)
                ? new Result.Equal(source.kind())
                : new Result.Different(source, target);
    }

    /// The question to one server.
    private static final class Ask {

        private final Session session;
        private final HashCommand command;
        private final RemotePath path;
        private Optional<Ridden> ridden = Optional.empty();

        private Ask(Session session, HashCommand command, RemotePath path) {
            this.session = session;
            this.command = command;
            this.path = path;
        }

        static Optional<Ask> of(Session session, HashKind kind, RemotePath path) {
            return HashCommand.of(session.facts().capabilities(), kind)
                    .filter(command -> !command.lines(path).isEmpty())
                    .map(command -> new Ask(session, command, path));
        }

        void ride() {
            CompletableFuture<Reply> last = session.ride(command.lines(path).getFirst());
            for (String line : command.lines(path).subList(1, command.lines(path).size())) {
                last = session.ride(line);
            }
            ridden = Optional.of(new Ridden(session, last));
        }

        Ridden ridden() {
            return ridden.orElseThrow();
        }

        Reply now(Session other, Duration within) throws IOException {
            List<String> lines = command.lines(path);
            for (String line : lines.subList(0, lines.size() - 1)) {
                other.ask(line);
            }
            return other.ask(lines.getLast(), within);
        }

        FileHash read(Reply reply) throws IOException {
            return command.read(reply, path);
        }
    }
}
