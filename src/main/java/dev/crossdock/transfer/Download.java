package dev.crossdock.transfer;

import dev.crossdock.ftp.Incoming;
import dev.crossdock.ftp.Session;
import dev.crossdock.model.Capability;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// One try to fetch a file from a server.
final class Download {

    private final JobSpec spec;
    private final Session session;
    private final JobContext context;
    private final Leftovers leftovers;
    private final SpeedLimit limit;
    private final Storage here = new LocalStorage();

    Download(
            JobSpec spec,
            Session session,
            JobContext context,
            Leftovers leftovers,
            SpeedLimit limit) {
        this.spec = spec;
        this.session = session;
        this.context = context;
        this.leftovers = leftovers;
        this.limit = limit;
    }

    /// What is known of the file on the server.
    private record Remote(long size, Optional<Instant> modified) {}

    ExistingFiles.Decision decide() throws FailureException, InterruptedException {
        PartFile _ = PartFile.of(spec.targetPath());
        Optional<RemotePath> begun = leftovers.of(context.batch(), spec);
        if (begun.isPresent() && here.size(begun.get()).isEmpty()) {
            return ExistingFiles.Decision.Send.whole(begun.get(), OptionalLong.empty());
        }
        OptionalLong there = here.size(spec.targetPath());
        if (there.isEmpty()) {
            return ExistingFiles.Decision.Send.whole(spec.targetPath(), there);
        }
        long size = look().size();
        return ExistingFiles.decide(
                spec, new ServerStorage(session), here, size, there, Optional.empty());
    }

    /// @return how many bytes the file has
    long fetch(ExistingFiles.Decision.Send send) throws FailureException, InterruptedException {
        Remote remote = look();
        context.meter().size(remote.size());
        PartFile part = PartFile.of(send.target());
        // Only what the user wants continued is written in place.
        if (send.offset() > 0) {
            receive(part.target(), send.offset(), remote);
            remote.modified().ifPresent(when -> PartFile.setModified(part.target(), when));
        } else {
            receive(part, send, remote);
            part.finish(send.replaces().isPresent(), remote.modified());
        }
        leftovers.finish(context.batch(), spec);
        return here.size(send.target()).orElse(0);
    }

    private void receive(PartFile part, ExistingFiles.Decision.Send send, Remote remote)
            throws FailureException, InterruptedException {
        long offset = begun(part, send.target(), remote.size());
        boolean resumable = new ServerStorage(session).canResume();
        leftovers.begin(context.batch(), spec, send.target(), OptionalLong.empty());
        boolean whole = false;
        try {
            receive(part.path(), offset, remote);
            whole = true;
        } finally {
            if (!whole) {
                boolean _ = part.tidy(resumable);
            }
        }
    }

    /// How much of the file an earlier try has brought.
    private long begun(PartFile part, RemotePath target, long size) throws FailureException {
        long has = part.size().orElse(0);
        boolean ours = leftovers.of(context.batch(), spec).equals(Optional.of(target));
        boolean wanted =
                spec.policy().exists() == ExistsRule.RESUME
                        || (ours && has >= ExistingFiles.WORTH_RESUMING);
        return wanted && has <= size && new ServerStorage(session).canResume() ? has : 0;
    }

    private void receive(Path path, long offset, Remote remote)
            throws FailureException, InterruptedException {
        try (LocalFile file = LocalFile.write(path, offset)) {
            context.meter().begin(offset);
            if (offset == 0 || offset < remote.size()) {
                receive(file, offset);
            }
            long has = file.size();
            if (has != remote.size() && has != sizeNow()) {
                throw truncated(path, has, remote.size());
            }
        }
    }

    private void receive(LocalFile file, long offset)
            throws FailureException, InterruptedException {
        try (Incoming incoming = session.retrieve(spec.sourcePath(), offset)) {
            long _ =
                    new Flow(limit, context.meter())
                            .pass((buffer, most) -> read(incoming, buffer, most), file::write);
            incoming.finish();
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
    }

    private int read(Incoming incoming, byte[] buffer, int most)
            throws FailureException, InterruptedException {
        try {
            return incoming.in().read(buffer, 0, most);
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
    }

    private Remote look() throws FailureException, InterruptedException {
        try {
            boolean tellsSize = session.facts().capabilities().has(Capability.SIZE);
            boolean tellsTime = session.facts().capabilities().has(Capability.MDTM);
            Optional<CompletableFuture<Reply>> size =
                    tellsSize ? Optional.of(session.rideSize(spec.sourcePath())) : Optional.empty();
            Optional<CompletableFuture<Reply>> time =
                    tellsTime
                            ? Optional.of(session.rideModified(spec.sourcePath()))
                            : Optional.empty();
            session.flushRiders();
            OptionalLong told =
                    size.isPresent()
                            ? session.sizeFrom(spec.sourcePath(), session.await(size.get()))
                            : session.size(spec.sourcePath());
            Optional<Instant> modified =
                    time.isPresent()
                            ? session.modifiedFrom(session.await(time.get()))
                            : Optional.empty();
            if (told.isEmpty() && spec.size().isEmpty()) {
                throw new FailureException(Look.missing(session.server(), spec.sourcePath()));
            }
            return new Remote(told.orElseGet(() -> spec.size().orElseThrow()), modified);
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
    }

    private long sizeNow() throws FailureException {
        return session.isBroken()
                ? -1
                : new ServerStorage(session).size(spec.sourcePath()).orElse(-1);
    }

    private FailureException truncated(Path path, long has, long expected) {
        return new FailureException(
                Failure.of(
                        Failure.Kind.TRUNCATED,
                        session.server().name(),
                        "%,d of %,d bytes of %s came, although %s reported success."
                                .formatted(
                                        has, expected, spec.sourcePath(), session.server().name()),
                        Failure.Remedy.RETRY_LATER,
                        "Try again; %s is not complete.".formatted(path)));
    }
}
