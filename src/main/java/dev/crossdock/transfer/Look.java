package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.RefusedException;
import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Capabilities;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// A look at the file on both servers before it is sent, on the back of the next write to each.
final class Look {

    private final JobSpec spec;
    private final SessionPair pair;
    private final Optional<CompletableFuture<Reply>> source;
    private final Optional<CompletableFuture<Reply>> time;
    private final Optional<CompletableFuture<Reply>> target;
    private final Optional<CompletableFuture<Reply>> targetTime;
    private OptionalLong sourceSize = OptionalLong.empty();
    private Optional<OptionalLong> targetSize = Optional.empty();

    private Look(JobSpec spec, SessionPair pair) {
        this.spec = spec;
        this.pair = pair;
        this.source = ask(pair.source(), spec.sourcePath());
        this.time = askTime(spec, pair.source());
        this.target = ask(pair.target(), spec.targetPath());
        this.targetTime =
                spec.policy().exists().needsTimes()
                        ? askTime(pair.target(), spec.targetPath())
                        : Optional.empty();
    }

    /// Has both questions ride with what is written next. Where a server answers by a listing only,
    /// both are asked now: later it would end the passive server's listening.
    static Look ride(JobSpec spec, SessionPair pair) throws FailureException, InterruptedException {
        var look = new Look(spec, pair);
        if (look.source.isEmpty() || look.target.isEmpty()) {
            look.flush();
            look.sourceSize();
            look.targetSize();
        }
        return look;
    }

    /// Asks both now.
    static Look now(JobSpec spec, SessionPair pair) throws FailureException, InterruptedException {
        var look = new Look(spec, pair);
        look.flush();
        return look;
    }

    /// What the source has now.
    FileVersion source() throws FailureException, InterruptedException {
        long size = sourceSize();
        return new FileVersion(size, told(pair.source(), time));
    }

    /// The file that the target has under that name, if it has one; with its time where the rule
    /// for existing files is about times.
    Optional<FileVersion> target() throws FailureException, InterruptedException {
        OptionalLong size = targetSize();
        return size.isPresent()
                ? Optional.of(new FileVersion(size.getAsLong(), told(pair.target(), targetTime)))
                : Optional.empty();
    }

    private static Optional<Instant> told(Session session, Optional<CompletableFuture<Reply>> time)
            throws FailureException, InterruptedException {
        try {
            return time.isPresent()
                    ? session.modifiedFrom(session.await(time.get()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw failure(failed, session);
        }
    }

    /// The source's size in bytes now; the listing's only where the server does not tell sizes.
    private long sourceSize() throws FailureException, InterruptedException {
        if (sourceSize.isEmpty()) {
            sourceSize = OptionalLong.of(askedSourceSize());
        }
        return sourceSize.getAsLong();
    }

    /// The size of the file that the target has under that name, if it has one.
    OptionalLong targetSize() throws FailureException, InterruptedException {
        if (targetSize.isEmpty()) {
            targetSize = Optional.of(askedTargetSize());
        }
        return targetSize.get();
    }

    private long askedSourceSize() throws FailureException, InterruptedException {
        try {
            OptionalLong size = answer(pair.source(), spec.sourcePath(), source);
            if (size.isPresent()) {
                return size.getAsLong();
            }
        } catch (RefusedException cannotTell) {
            // The listing may know.
        } catch (IOException failed) {
            throw failure(failed, pair.source());
        }
        return spec.size()
                .orElseThrow(() ->
                        new FailureException(missing(pair.source().server(), spec.sourcePath())));
    }

    private OptionalLong askedTargetSize() throws FailureException, InterruptedException {
        try {
            return answer(pair.target(), spec.targetPath(), target);
        } catch (IOException failed) {
            throw failure(failed, pair.target());
        }
    }

    private void flush() throws FailureException, InterruptedException {
        for (Session session : List.of(pair.source(), pair.target())) {
            try {
                session.flushRiders();
            } catch (IOException lost) {
                throw failure(lost, session);
            }
        }
    }

    private static Optional<CompletableFuture<Reply>> ask(Session session, RemotePath path) {
        Capabilities can = session.facts().capabilities();
        return can.has(Capability.SIZE) ? Optional.of(session.rideSize(path)) : Optional.empty();
    }

    /// The time matters where a part may be worth continuing, where the copy gets it, and where the
    /// rule for existing files is about it.
    private static Optional<CompletableFuture<Reply>> askTime(JobSpec spec, Session session) {
        boolean big = spec.size().orElse(Long.MAX_VALUE) >= ExistingFiles.WORTH_RESUMING;
        boolean matters = big || spec.policy().keepTimes() || spec.policy().exists().needsTimes();
        return matters ? askTime(session, spec.sourcePath()) : Optional.empty();
    }

    private static Optional<CompletableFuture<Reply>> askTime(Session session, RemotePath path) {
        return session.facts().capabilities().has(Capability.MDTM)
                ? Optional.of(session.rideModified(path))
                : Optional.empty();
    }

    private static OptionalLong answer(
            Session session, RemotePath path, Optional<CompletableFuture<Reply>> asked)
            throws IOException, InterruptedException {
        return asked.isPresent()
                ? session.sizeFrom(path, session.await(asked.get()))
                : session.size(path);
    }

    static Failure missing(Server server, RemotePath file) {
        return Failure.of(
                Failure.Kind.REFUSED,
                server.name(),
                "%s has no file %s.".formatted(server.name(), file),
                Failure.Remedy.GIVE_UP,
                "Refresh the folder and look again.");
    }

    private static FailureException failure(IOException failed, Session session)
            throws InterruptedException {
        Interrupts.check();
        return new FailureException(FailureMapper.map(failed, session.server()), failed);
    }
}
