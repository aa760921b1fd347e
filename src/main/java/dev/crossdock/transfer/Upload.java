package dev.crossdock.transfer;

import dev.crossdock.ftp.Outgoing;
import dev.crossdock.ftp.Session;
import dev.crossdock.local.LocalFailure;
import dev.crossdock.local.LocalPaths;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.queue.Begun;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// One try to send a file to a server.
final class Upload implements LocalCopy {

    private final JobSpec spec;
    private final Session session;
    private final JobContext context;
    private final SpeedLimit limit;
    private final Storage there;
    private final Path source;

    /// What the server has under that name may be of this try.
    private boolean written;

    /// What it had before is gone then.
    private boolean overwrites;

    Upload(JobSpec spec, Session session, JobContext context, SpeedLimit limit)
            throws FailureException {
        this.spec = spec;
        this.session = session;
        this.context = context;
        this.limit = limit;
        this.there = new ServerStorage(session);
        this.source = LocalPaths.HERE.path(spec.sourcePath());
    }

    @Override
    public ExistingFiles.Decision decide(Claims.Claim claim)
            throws FailureException, InterruptedException {
        there.requireName(spec.targetPath());
        FileVersion now = version();
        context.meter().size(now.size());
        return ExistingFiles.decide(
                spec,
                claim,
                new LocalStorage(),
                there,
                now,
                there.version(spec.targetPath(), spec.policy().exists()),
                Leftovers.of(context).or(() -> Leftovers.replaced(context)));
    }

    @Override
    public Copied carry(ExistingFiles.Decision.Send send)
            throws FailureException, InterruptedException {
        boolean ours = Leftovers.areAt(send.target(), context);
        overwrites = send.replaces().isPresent() && send.offset() == 0 && !ours;
        try {
            return copied(send);
        } catch (FailureException failed) {
            Failure failure = failed.failure();
            throw written && overwrites
                    ? failed.saying(failure.advising(StopWords.GONE + failure.advice()))
                    : failed;
        }
    }

    private Copied copied(ExistingFiles.Decision.Send send)
            throws FailureException, InterruptedException {
        FileVersion before = version();
        var hash = PassingHash.of(spec, session, send.target(), before.size(), send.offset());
        try (LocalFile file = LocalFile.read(source)) {
            file.goTo(send.offset());
            context.meter().begin(send.offset());
            boolean whole = before.size() > 0 && send.offset() == before.size();
            long sent = send.offset() + (whole ? 0 : send(file, send, before, hash));
            FileVersion after = version();
            if (sent != after.size() || !after.equals(before)) {
                throw new FailureException(changed());
            }
            TimeKept time = TimeKept.ride(spec, session, send.target(), before.modified());
            requireArrived(send.target(), sent, hash);
            Copied copied =
                    switch (hash.prove(file, context.meter())) {
                        case PassingHash.Proof.Whole(var by, var note) ->
                                new Copied(sent, by, goneOn(send.offset(), sent))
                                        .noting(note)
                                        .noting(time.note());
                        case PassingHash.Proof.Different different -> {
                            Failure damaged = damaged(send, different);
                            if (whole) {
                                Leftovers.spoil(context, send, Route.local());
                            }
                            throw new FailureException(damaged);
                        }
                    };
            return copied;
        }
    }

    private String goneOn(long offset, long size) {
        return offset > 0 && context.traces().wasCut() ? StopWords.goneOn(offset, size) : "";
    }

    @Override
    public String remains(ExistingFiles.Decision.Send send) {
        String name = session.server().name();
        String words =
                overwrites
                        ? StopWords.overwritten(send.target(), name)
                        : StopWords.of(send.target(), name);
        return written ? words : "";
    }

    private long send(
            LocalFile file, ExistingFiles.Decision.Send send, FileVersion version, PassingHash hash)
            throws FailureException, InterruptedException {
        Optional<Begun> earlier = context.traces().begun();
        Leftovers.begin(context, send, version, Route.local());
        try (Outgoing outgoing = session.startStore(send.target(), send.offset())) {
            open(outgoing);
            Leftovers.written(context, send, version, Route.local());
            long sent =
                    new Flow(limit, context.meter())
                            .pass(
                                    file::read,
                                    (buffer, count) -> {
                                        write(outgoing, buffer, count);
                                        hash.add(buffer, count);
                                    });
            outgoing.finish();
            return sent;
        } catch (IOException failed) {
            if (written) {
                Leftovers.written(context, send, version, Route.local());
            } else {
                Leftovers.takeBack(context, earlier);
            }
            throw LocalTransfer.failure(failed, session);
        }
    }

    /// What the server has from then on under that name is ours, unless it said no before it began.
    private void open(Outgoing outgoing) throws IOException {
        written = true;
        try {
            outgoing.open();
        } catch (IOException failed) {
            written = StoreFault.mayHaveWritten(failed);
            throw failed;
        }
    }

    private void write(Outgoing outgoing, byte[] buffer, int count)
            throws FailureException, InterruptedException {
        try {
            outgoing.out().write(buffer, 0, count);
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
    }

    /// A 226 proves nothing: the server has to hold what was sent.
    private void requireArrived(RemotePath target, long sent, PassingHash hash)
            throws FailureException, InterruptedException {
        OptionalLong arrived;
        try {
            if (session.facts().capabilities().has(Capability.SIZE)) {
                CompletableFuture<Reply> size = session.rideSize(target);
                hash.ride();
                session.flushRiders();
                arrived = session.sizeFrom(target, session.await(size));
            } else {
                arrived = session.size(target);
            }
        } catch (IOException failed) {
            throw LocalTransfer.failure(failed, session);
        }
        if (!arrived.equals(OptionalLong.of(sent))) {
            throw new FailureException(truncated(target, arrived, sent));
        }
    }

    private FileVersion version() throws FailureException {
        try {
            var facts = Files.readAttributes(source, BasicFileAttributes.class);
            return new FileVersion(facts.size(), Optional.of(facts.lastModifiedTime().toInstant()));
        } catch (IOException failed) {
            throw LocalFailure.of(failed, source);
        }
    }

    private Failure changed() {
        return Failure.of(
                Failure.Kind.LOCAL_DISK,
                "",
                "%s changed while it was sent.".formatted(source),
                Failure.Remedy.RETRY_LATER,
                "Try again when nobody writes to it; the copy on %s is of no use."
                        .formatted(session.server().name()));
    }

    /// What was there before us may be the reason; then it is not for us to replace it.
    private Failure damaged(
            ExistingFiles.Decision.Send send, PassingHash.Proof.Different different) {
        String name = session.server().name();
        boolean ours = send.offset() == 0 || Leftovers.areAt(send.target(), context);
        return Failure.of(
                        Failure.Kind.TRUNCATED,
                        name,
                        "%s holds other bytes in %s than this computer in %s: the %s checksums differ."
                                .formatted(
                                        name,
                                        send.target(),
                                        source,
                                        different.here().kind().label()),
                        ours ? Failure.Remedy.RETRY_LATER : Failure.Remedy.ASK_USER,
                        ours
                                ? "Try again; the copy on %s is damaged.".formatted(name)
                                : "Choose to overwrite: what was there before may be no part of"
                                        + " it.")
                .withDetails(different.details(session.server()));
    }

    private Failure truncated(RemotePath target, OptionalLong arrived, long sent) {
        String name = session.server().name();
        return Failure.of(
                Failure.Kind.TRUNCATED,
                name,
                arrived.isPresent()
                        ? "%s holds %,d of %,d bytes of %s, although it reported success."
                                .formatted(name, arrived.getAsLong(), sent, target)
                        : "%s does not have %s, although it reported success."
                                .formatted(name, target),
                Failure.Remedy.RETRY_LATER,
                "Try again; the copy on %s is not complete.".formatted(name));
    }
}
