package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;
import dev.crossdock.model.Verification;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes sure that a file which both servers call sent is whole at the target: by its size, and by
/// a checksum where both tell one.
final class Arrival {

    private final JobSpec spec;
    private final Session source;
    private final Session target;
    private final Outcome.Done done;
    private final FileVersion version;
    private final boolean onProvenRoute;
    private final Naming naming;
    private final Optional<Ridden> size;
    private final Optional<Ridden> time;
    private final Optional<HashCheck> hash;
    private final TimeKept kept;

    private Arrival(
            JobSpec spec,
            SessionPair pair,
            Outcome.Done done,
            FileVersion version,
            boolean onProvenRoute,
            Naming naming) {
        this.spec = spec;
        this.source = pair.source();
        this.target = pair.target();
        this.done = done;
        this.version = version;
        this.onProvenRoute = onProvenRoute;
        this.naming = naming;
        this.size =
                target.facts().capabilities().has(Capability.SIZE)
                        ? Optional.of(new Ridden(target, target.rideSize(done.target())))
                        : Optional.empty();
        this.time =
                version.modified().isPresent() && version.size() >= ExistingFiles.WORTH_RESUMING
                        ? Optional.of(new Ridden(source, source.rideModified(spec.sourcePath())))
                        : Optional.empty();
        this.kept = TimeKept.ride(spec, target, done.target(), version.modified());
        this.hash = HashCheck.of(spec, pair, done.target(), done.bytes());
    }

    /// What was found out.
    sealed interface Proof {

        record Whole(Outcome.Done done) implements Proof {}

        record Broken(Failure failure) implements Proof {}

        /// The source changed meanwhile, so nobody knows what of it arrived.
        record Changed(Failure failure) implements Proof {}

        /// It is whole and could not be given its name.
        record Misnamed(Failure failure) implements Proof {}

        /// It was cancelled before the file had its name.
        ///
        /// @param note what there is at the target now
        record Stopped(String note) implements Proof {}
    }

    /// @param version of the source's file before it was sent
    /// @param onProvenRoute the route has carried files before, so there is no hurry
    static Arrival ride(
            JobSpec spec,
            SessionPair pair,
            Outcome.Done done,
            FileVersion version,
            boolean onProvenRoute,
            Naming naming) {
        return new Arrival(spec, pair, done, version, onProvenRoute, naming);
    }

    Session source() {
        return source;
    }

    Session target() {
        return target;
    }

    Outcome.Done done() {
        return done;
    }

    boolean onProvenRoute() {
        return onProvenRoute;
    }

    /// Whether the proof takes so little that the next job need not wait for it.
    boolean isQuick() {
        return onProvenRoute
                && naming instanceof Naming.Nothing
                && hash.map(HashCheck::isCheap).orElse(true);
    }

    /// Waits for the answers; the sessions have been given back before.
    Proof prove(Sessions sessions, Lender lender) throws FailureException, InterruptedException {
        try {
            Proof proof = looked(sessions, lender);
            return proof instanceof Proof.Whole(var whole)
                    ? named(timed(whole, sessions), lender)
                    : proof;
        } catch (InterruptedException interrupt) {
            if (naming instanceof Naming.Rename(var name)) {
                return new Proof.Stopped(
                        StopWords.unnamed(done.target(), name, target.server().name()));
            }
            throw interrupt;
        }
    }

    private Outcome.Done timed(Outcome.Done whole, Sessions sessions) throws InterruptedException {
        String note = kept.note(sessions, !onProvenRoute);
        return note.isEmpty() ? whole : whole.noting(note);
    }

    private Proof named(Outcome.Done whole, Lender lender)
            throws FailureException, InterruptedException {
        return switch (naming) {
            case Naming.Nothing() -> new Proof.Whole(whole);
            case Naming.Rename(var name) -> {
                Optional<Failure> refusal =
                        Aside.moveInto(done.target(), name, target.server(), lender);
                yield refusal.isPresent()
                        ? new Proof.Misnamed(refusal.get())
                        : new Proof.Whole(whole.called(name));
            }
            case Naming.Tidy(var aside) -> {
                Optional<String> remains = Aside.tidy(aside, target.server(), lender);
                yield new Proof.Whole(remains.map(whole::noting).orElse(whole));
            }
        };
    }

    private Proof looked(Sessions sessions, Lender lender)
            throws FailureException, InterruptedException {
        OptionalLong arrived = arrived(sessions, lender);
        boolean complete = arrived.equals(OptionalLong.of(done.bytes()));
        boolean touched = isTouched(sessions);
        if (complete && !touched) {
            return hashed(sessions, lender);
        }
        OptionalLong now = sizeOn(lender, source.server(), spec.sourcePath());
        boolean changed = touched || (now.isPresent() && now.getAsLong() != done.bytes());
        if (!changed) {
            return new Proof.Broken(truncated(arrived, done.bytes()));
        }
        // Only the checksum can tell that what arrived is what the source has now.
        return arrived.isPresent()
                        && arrived.equals(now)
                        && hashed(sessions, lender) instanceof Proof.Whole(var whole)
                        && whole.verified() != Verification.SIZE
                ? new Proof.Whole(whole.withBytes(now.getAsLong()))
                : new Proof.Changed(changed());
    }

    /// Whether the source's file has another time than before it was sent.
    private boolean isTouched(Sessions sessions) throws InterruptedException {
        if (time.isEmpty()) {
            return false;
        }
        try {
            Reply reply = time.get().answer(sessions, !onProvenRoute);
            Optional<Instant> now = source.modifiedFrom(reply);
            return now.isPresent() && !now.equals(version.modified());
        } catch (IOException notTold) {
            Interrupts.check();
            return false;
        }
    }

    private Proof hashed(Sessions sessions, Lender lender) throws InterruptedException {
        if (hash.isEmpty()) {
            return new Proof.Whole(done);
        }
        return switch (hash.get().result(sessions, lender, !onProvenRoute)) {
            case HashCheck.Result.Equal(var kind) ->
                    new Proof.Whole(done.verifiedBy(kind.verification()));
            case HashCheck.Result.Different(var here, var there) ->
                    new Proof.Broken(different(here, there));
            case HashCheck.Result.Unknown(var why) ->
                    new Proof.Whole(
                            spec.policy().hash() == HashRule.ALWAYS
                                    ? done.noting("The checksums were not told: " + why)
                                    : done);
        };
    }

    private OptionalLong arrived(Sessions sessions, Lender lender)
            throws FailureException, InterruptedException {
        if (size.isPresent()) {
            try {
                Reply reply = size.get().answer(sessions, !onProvenRoute);
                if (reply.code() == 213) {
                    return target.sizeFrom(done.target(), reply);
                }
                // Another way to ask would take a session that another job may have by now.
            } catch (IOException elsewhere) {
                // A session that broke in the meantime says nothing about the file.
                Interrupts.check();
            }
        }
        return sizeOn(lender, target.server(), done.target());
    }

    private static OptionalLong sizeOn(Lender lender, Server server, RemotePath file)
            throws FailureException, InterruptedException {
        try (LoneSession one = lender.lend(server)) {
            return one.session().size(file);
        } catch (IOException failed) {
            Interrupts.check();
            throw new FailureException(FailureMapper.map(failed, server), failed);
        }
    }

    private Failure changed() {
        String name = source.server().name();
        return Failure.of(
                Failure.Kind.TRUNCATED,
                name,
                "%s changed on %s while it was sent.".formatted(spec.sourcePath(), name),
                Failure.Remedy.RETRY_LATER,
                "Try again when nobody writes to it; the copy on %s may be of no use."
                        .formatted(target.server().name()));
    }

    private Failure truncated(OptionalLong arrived, long expected) {
        String name = target.server().name();
        return Failure.of(
                Failure.Kind.TRUNCATED,
                name,
                arrived.isPresent()
                        ? "%s holds %,d of %,d bytes of %s, although both servers reported success."
                                .formatted(name, arrived.getAsLong(), expected, done.target())
                        : "%s does not have %s, although both servers reported success."
                                .formatted(name, done.target()),
                Failure.Remedy.NEXT_ROUTE,
                "Try again; the copy on %s is not complete.".formatted(name));
    }

    private Failure different(FileHash here, FileHash there) {
        String name = target.server().name();
        return Failure.of(
                        Failure.Kind.TRUNCATED,
                        name,
                        "%s holds other bytes in %s than %s: the %s checksums differ."
                                .formatted(
                                        name,
                                        done.target(),
                                        source.server().name(),
                                        here.kind().label()),
                        Failure.Remedy.NEXT_ROUTE,
                        "Try again; the copy on %s is damaged.".formatted(name))
                .withDetails(
                        "%s: %s\n%s: %s"
                                .formatted(source.server().name(), here.hex(), name, there.hex()));
    }
}
