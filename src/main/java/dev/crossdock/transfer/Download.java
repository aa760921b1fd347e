package dev.crossdock.transfer;

import dev.crossdock.ftp.Incoming;
import dev.crossdock.ftp.Session;
import dev.crossdock.local.LocalFailure;
import dev.crossdock.model.Capability;
import dev.crossdock.model.ExistsRule;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Route;
import dev.crossdock.queue.JobContext;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// One try to fetch a file from a server.
final class Download implements LocalCopy {

    private final JobSpec spec;
    private final Session session;
    private final JobContext context;
    private final SpeedLimit limit;
    private final boolean again;
    private final Storage here = new LocalStorage();

    /// @param again another try has failed just now
    Download(JobSpec spec, Session session, JobContext context, SpeedLimit limit, boolean again) {
        this.spec = spec;
        this.session = session;
        this.context = context;
        this.limit = limit;
        this.again = again;
    }

    @Override
    public ExistingFiles.Decision decide(Claims.Claim claim)
            throws FailureException, InterruptedException {
        PartFile _ = PartFile.of(spec.targetPath());
        Optional<Leftovers.Left> begun =
                Leftovers.of(context).filter(left -> claim.tryAdd(left.path()));
        if (begun.isPresent() && here.size(begun.get().path()).isEmpty()) {
            return ExistingFiles.Decision.Send.whole(begun.get().path(), OptionalLong.empty());
        }
        Optional<ExistingFiles.Decision> named = named(begun);
        if (named.isPresent()) {
            return named.get();
        }
        Optional<FileVersion> there = here.version(spec.targetPath(), spec.policy().exists());
        if (there.isEmpty()) {
            return ExistingFiles.Decision.Send.whole(spec.targetPath(), OptionalLong.empty());
        }
        return ExistingFiles.decide(
                spec, claim, new ServerStorage(session), here, look(), there, Optional.empty());
    }

    /// The program ended when the file was whole and had its name: there is nothing left but to
    /// prove it.
    private Optional<ExistingFiles.Decision> named(Optional<Leftovers.Left> begun)
            throws FailureException, InterruptedException {
        Optional<Leftovers.Left> left = begun.filter(Leftovers.Left::cut);
        if (left.isEmpty() || PartFile.of(left.get().path()).size().isPresent()) {
            return Optional.empty();
        }
        RemotePath path = left.get().path();
        OptionalLong has = here.size(path);
        FileVersion now = look();
        return has.isPresent() && left.get().mayBeWhole(has.getAsLong(), now)
                ? Optional.of(new ExistingFiles.Decision.Send(path, has, now.size(), false))
                : Optional.empty();
    }

    @Override
    public Copied carry(ExistingFiles.Decision.Send send)
            throws FailureException, InterruptedException {
        FileVersion remote = look();
        context.meter().size(remote.size());
        PartFile part = PartFile.of(send.target());
        Copied copied =
                send.offset() > 0
                        ? inPlace(part.target(), send, remote)
                        : viaPart(part, send, remote);
        remote.modified().ifPresent(when -> PartFile.setModified(part.target(), when));
        return copied;
    }

    @Override
    public String remains(ExistingFiles.Decision.Send send) throws FailureException {
        PartFile part = PartFile.of(send.target());
        return Leftovers.of(context).isPresent() && part.size().isPresent()
                ? "What had arrived stays in %s.".formatted(part.path())
                : "";
    }

    /// What became of the bytes.
    private sealed interface Arrived {

        record Whole(Copied copied) implements Arrived {}

        /// What came is of no use, not even in part.
        record Useless(Failure failure) implements Arrived {}

        /// Nor is this, or what was here before was not.
        record Other(PassingHash.Proof.Different checksums) implements Arrived {}
    }

    /// Goes on with a file of the user, which is as it was if nothing comes of it.
    private Copied inPlace(Path path, ExistingFiles.Decision.Send send, FileVersion remote)
            throws FailureException, InterruptedException {
        long offset = send.offset();
        try (LocalFile file = LocalFile.write(path)) {
            if (file.size() != send.replaces().orElse(offset)) {
                throw LocalFailure.of(
                        "%s changed on this computer meanwhile.".formatted(path),
                        "Try again when nobody writes to it.");
            }
            byte[] end = file.endFrom(offset);
            file.goTo(offset);
            return switch (receive(file, offset, remote, true)) {
                case Arrived.Whole(var copied) -> {
                    file.finish();
                    yield copied;
                }
                case Arrived.Useless(var failure) -> {
                    file.endWith(end, offset);
                    throw new FailureException(failure);
                }
                case Arrived.Other(var checksums) -> {
                    file.endWith(end, offset);
                    throw new FailureException(
                            damaged(
                                    checksums,
                                    Failure.Remedy.ASK_USER,
                                    "Choose to overwrite: what was here before may be no part of"
                                            + " it."));
                }
            };
        }
    }

    private Copied viaPart(PartFile part, ExistingFiles.Decision.Send send, FileVersion remote)
            throws FailureException, InterruptedException {
        part.requireOnlyAFile();
        // Nobody else may have it before it has its right name.
        try (LocalFile file = LocalFile.write(part.path())) {
            boolean worthKeeping = new ServerStorage(session).canResume();
            boolean finished = false;
            try {
                Copied copied =
                        switch (arrive(file, send.target(), remote)) {
                            case Arrived.Whole(var all) -> all;
                            case Arrived.Useless(var failure) -> {
                                worthKeeping = false;
                                throw new FailureException(failure);
                            }
                            case Arrived.Other(var checksums) -> {
                                worthKeeping = false;
                                throw new FailureException(
                                        damaged(
                                                checksums,
                                                Failure.Remedy.RETRY_LATER,
                                                "Try again."));
                            }
                        };
                finish(part, file, send.replaces().isPresent());
                finished = true;
                file.finish();
                return copied;
            } finally {
                if (!finished && file.hasName() && part.tidy(worthKeeping)) {
                    context.traces().drop();
                }
            }
        }
    }

    private Arrived arrive(LocalFile file, RemotePath target, FileVersion remote)
            throws FailureException, InterruptedException {
        Optional<Leftovers.Left> before = Leftovers.of(context);
        long offset = begun(file.size(), before, target, remote);
        file.cutAt(offset);
        // The part file is ours from here on, whatever has the right name.
        Leftovers.begin(
                context,
                ExistingFiles.Decision.Send.whole(target, OptionalLong.empty()),
                remote,
                Route.local());
        boolean looksAgain =
                again || before.isPresent() || remote.size() >= ExistingFiles.WORTH_RESUMING;
        return receive(file, offset, remote, looksAgain);
    }

    private static void finish(PartFile part, LocalFile file, boolean replaces)
            throws FailureException, InterruptedException {
        if (!file.hasName()) {
            throw LocalFailure.of(
                    "%s was removed or replaced meanwhile.".formatted(part.path()), "Try again.");
        }
        if (replaces) {
            // The old file is not given up for one that a power cut would take.
            file.settle();
        }
        part.finish(replaces);
    }

    /// How much of the file an earlier try has brought; nothing of another file is continued. What
    /// nobody has left, as far as is known, is continued if the user wants it.
    private long begun(
            long has, Optional<Leftovers.Left> before, RemotePath target, FileVersion remote) {
        Optional<Leftovers.Left> ours = before.filter(left -> left.path().equals(target));
        boolean wanted =
                ours.isPresent()
                        ? has >= ExistingFiles.WORTH_RESUMING && ours.get().of().isSurely(remote)
                        : spec.policy().exists() == ExistsRule.RESUME
                                && !context.traces().isOfAnother(target);
        if (!wanted || has > remote.size() || !new ServerStorage(session).canResume()) {
            return 0;
        }
        return has == remote.size() ? has : ExistingFiles.resumeAt(has, spec);
    }

    /// @param looksAgain asks at the end what the server has then; the checksum is asked for with
    ///   that, since a server that stumbles over it has given the file by then
    private Arrived receive(LocalFile file, long offset, FileVersion remote, boolean looksAgain)
            throws FailureException, InterruptedException {
        var hash = PassingHash.of(spec, session, spec.sourcePath(), remote.size(), offset);
        context.meter().begin(offset);
        if (!looksAgain) {
            hash.ride();
        }
        if (offset == 0 || offset < remote.size()) {
            take(file, offset, remote, hash);
        }
        long has = file.size();
        if (has > remote.size()) {
            return new Arrived.Useless(surplus(remote.size()));
        }
        boolean complete = has == remote.size();
        if ((looksAgain || !complete) && isChanged(remote, complete ? hash::ride : () -> {})) {
            return new Arrived.Useless(changed());
        }
        if (!complete) {
            throw new FailureException(truncated(has, remote.size()));
        }
        return switch (hash.prove(file, context.meter())) {
            case PassingHash.Proof.Whole(var by, var note) ->
                    new Arrived.Whole(new Copied(has, by, goneOn(offset, has)).noting(note));
            case PassingHash.Proof.Different different -> new Arrived.Other(different);
        };
    }

    private String goneOn(long offset, long size) {
        return offset > 0 && context.traces().wasCut() ? StopWords.goneOn(offset, size) : "";
    }

    private boolean isChanged(FileVersion before, Runnable behind)
            throws FailureException, InterruptedException {
        return !session.isBroken() && !look(behind).equals(before);
    }

    /// Takes the bytes, and none after those that would be too many: they might have no end.
    private void take(LocalFile file, long offset, FileVersion remote, PassingHash hash)
            throws FailureException, InterruptedException {
        try (Incoming incoming = session.retrieve(spec.sourcePath(), offset)) {
            long _ =
                    new Flow(limit, context.meter())
                            .pass(
                                    (buffer, most) ->
                                            file.size() > remote.size()
                                                    ? -1
                                                    : read(incoming, buffer, most),
                                    (buffer, count) -> {
                                        file.write(buffer, count);
                                        hash.add(buffer, count);
                                    });
            if (file.size() <= remote.size()) {
                incoming.finish();
            }
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
        return look(() -> {});
    }

    /// @param behind has more questions ride with the same write
    private FileVersion look(Runnable behind) throws FailureException, InterruptedException {
        try {
            boolean tellsSize = session.facts().capabilities().has(Capability.SIZE);
            boolean tellsTime = session.facts().capabilities().has(Capability.MDTM);
            Optional<CompletableFuture<Reply>> size =
                    tellsSize ? Optional.of(session.rideSize(spec.sourcePath())) : Optional.empty();
            Optional<CompletableFuture<Reply>> time =
                    tellsTime
                            ? Optional.of(session.rideModified(spec.sourcePath()))
                            : Optional.empty();
            behind.run();
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

    private Failure changed() {
        String name = session.server().name();
        return broken(
                "%s changed on %s while it came.".formatted(spec.sourcePath(), name),
                "Try again when nobody writes to it.");
    }

    private Failure surplus(long expected) {
        return broken(
                "%s sent more of %s than the %,d bytes that it had told."
                        .formatted(session.server().name(), spec.sourcePath(), expected),
                "Try again when nobody writes to it.");
    }

    private Failure truncated(long has, long expected) {
        return broken(
                "%,d of %,d bytes of %s came, although %s reported success."
                        .formatted(has, expected, spec.sourcePath(), session.server().name()),
                "Try again.");
    }

    private Failure damaged(
            PassingHash.Proof.Different checksums, Failure.Remedy remedy, String advice) {
        String name = session.server().name();
        return broken(
                        "What came of %s is not what %s has: the %s checksums differ."
                                .formatted(
                                        spec.sourcePath(), name, checksums.here().kind().label()),
                        advice)
                .with(remedy)
                .withDetails(checksums.details(session.server()));
    }

    private Failure broken(String message, String advice) {
        return Failure.of(
                Failure.Kind.TRUNCATED,
                session.server().name(),
                message,
                Failure.Remedy.RETRY_LATER,
                advice);
    }
}
