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

    ExistingFiles.Decision decide(Claims.Claim claim)
            throws FailureException, InterruptedException {
        PartFile _ = PartFile.of(spec.targetPath());
        Optional<RemotePath> begun = leftovers.of(context.batch(), spec).map(Leftovers.Left::path);
        if (begun.isPresent() && here.size(begun.get()).isEmpty()) {
            return ExistingFiles.Decision.Send.whole(begun.get(), OptionalLong.empty());
        }
        OptionalLong there = here.size(spec.targetPath());
        if (there.isEmpty()) {
            return ExistingFiles.Decision.Send.whole(spec.targetPath(), there);
        }
        return ExistingFiles.decide(
                spec, claim, new ServerStorage(session), here, look(), there, Optional.empty());
    }

    /// @return how many bytes the file has
    long fetch(ExistingFiles.Decision.Send send) throws FailureException, InterruptedException {
        FileVersion remote = look();
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

    private void receive(PartFile part, ExistingFiles.Decision.Send send, FileVersion remote)
            throws FailureException, InterruptedException {
        long offset = begun(part, send.target(), remote);
        boolean resumable = new ServerStorage(session).canResume();
        // The part file is ours, whatever has the right name.
        var whole = ExistingFiles.Decision.Send.whole(send.target(), OptionalLong.empty());
        leftovers.begin(context.batch(), spec, whole, remote);
        boolean complete = false;
        try {
            receive(part.path(), offset, remote);
            complete = true;
        } finally {
            if (!complete) {
                boolean _ = part.tidy(resumable);
            }
        }
    }

    /// How much of the file an earlier try has brought; nothing of another file is continued. What
    /// an earlier run of the program has left is continued if the user wants it.
    private long begun(PartFile part, RemotePath target, FileVersion remote)
            throws FailureException {
        long has = part.size().orElse(0);
        Optional<Leftovers.Left> ours =
                leftovers.of(context.batch(), spec).filter(left -> left.path().equals(target));
        boolean wanted =
                ours.isPresent()
                        ? has >= ExistingFiles.WORTH_RESUMING && ours.get().of().isSurely(remote)
                        : spec.policy().exists() == ExistsRule.RESUME;
        return wanted && has <= remote.size() && new ServerStorage(session).canResume() ? has : 0;
    }

    private void receive(Path path, long offset, FileVersion remote)
            throws FailureException, InterruptedException {
        try (LocalFile file = LocalFile.write(path, offset)) {
            context.meter().begin(offset);
            if (offset == 0 || offset < remote.size()) {
                receive(file, offset);
            }
            requireWhole(path, file.size(), remote);
        }
    }

    private void requireWhole(Path path, long has, FileVersion remote)
            throws FailureException, InterruptedException {
        boolean complete = has == remote.size();
        if (complete && has < ExistingFiles.WORTH_RESUMING) {
            return;
        }
        boolean changed = !session.isBroken() && !look().equals(remote);
        if (changed) {
            throw changed(path);
        }
        if (!complete) {
            throw truncated(path, has, remote.size());
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

    /// What the server has now.
    private FileVersion look() throws FailureException, InterruptedException {
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
            return new FileVersion(told.orElseGet(() -> spec.size().orElseThrow()), modified);
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
    }

    private FailureException changed(Path path) {
        String name = session.server().name();
        return new FailureException(
                Failure.of(
                        Failure.Kind.TRUNCATED,
                        name,
                        "%s changed on %s while it came.".formatted(spec.sourcePath(), name),
                        Failure.Remedy.RETRY_LATER,
                        "Try again when nobody writes to it; %s is of no use.".formatted(path)));
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
