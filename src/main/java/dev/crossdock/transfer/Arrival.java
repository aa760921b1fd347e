package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
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

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes sure that a file which both servers call sent is whole at the target: by its size, and by
/// a checksum where both tell one.
final class Arrival {

    private final JobSpec spec;
    private final Session source;
    private final Session target;
    private final Outcome.Done done;
    private final boolean onProvenRoute;
    private final Naming naming;
    private final Optional<Ridden> size;
    private final Optional<HashCheck> hash;

    private Arrival(
            JobSpec spec,
            SessionPair pair,
            Outcome.Done done,
            boolean onProvenRoute,
            Naming naming) {
        this.spec = spec;
        this.source = pair.source();
        this.target = pair.target();
        this.done = done;
        this.onProvenRoute = onProvenRoute;
        this.naming = naming;
        this.size =
                target.facts().capabilities().has(Capability.SIZE)
                        ? Optional.of(new Ridden(target, target.rideSize(done.target())))
                        : Optional.empty();
        this.hash = HashCheck.of(spec, pair, done.target(), done.bytes());
    }

    /// What is left to do for a file that is whole.
    enum Naming {
        NOTHING,
        /// It came aside and is to be given its name.
        RENAME,
        /// It came in place, and what came aside before goes.
        TIDY
    }

    /// What was found out.
    sealed interface Proof {

        record Whole(Outcome.Done done) implements Proof {}

        record Broken(Failure failure) implements Proof {}

        /// It is whole and could not be given its name.
        record Misnamed(Failure failure) implements Proof {}
    }

    /// @param onProvenRoute the route has carried files before, so there is no hurry
    static Arrival ride(
            JobSpec spec,
            SessionPair pair,
            Outcome.Done done,
            boolean onProvenRoute,
            Naming naming) {
        return new Arrival(spec, pair, done, onProvenRoute, naming);
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
                && naming == Naming.NOTHING
                && hash.map(HashCheck::isCheap).orElse(true);
    }

    /// Waits for the answers; the sessions have been given back before.
    Proof prove(Sessions sessions) throws FailureException, InterruptedException {
        Proof proof = looked(sessions);
        if (!(proof instanceof Proof.Whole(var whole))) {
            return proof;
        }
        return switch (naming) {
            case NOTHING -> proof;
            case RENAME -> named(whole, sessions);
            case TIDY -> {
                Aside.tidy(done.target(), target.server(), sessions);
                yield proof;
            }
        };
    }

    private Proof named(Outcome.Done whole, Sessions sessions)
            throws FailureException, InterruptedException {
        RemotePath name = spec.targetPath();
        Optional<Failure> refusal = Aside.moveInto(name, target.server(), sessions);
        return refusal.isPresent()
                ? new Proof.Misnamed(refusal.get())
                : new Proof.Whole(whole.called(name));
    }

    private Proof looked(Sessions sessions) throws FailureException, InterruptedException {
        OptionalLong arrived = arrived(sessions);
        if (arrived.isPresent() && arrived.getAsLong() == done.bytes()) {
            return hashed(sessions);
        }
        // The source may have changed while it was sent.
        OptionalLong now = sizeOn(sessions, source.server(), spec.sourcePath());
        if (arrived.isPresent() && arrived.equals(now)) {
            return new Proof.Whole(done.withBytes(now.getAsLong()));
        }
        return new Proof.Broken(truncated(arrived, now.orElse(done.bytes())));
    }

    private Proof hashed(Sessions sessions) throws InterruptedException {
        if (hash.isEmpty()) {
            return new Proof.Whole(done);
        }
        return switch (hash.get().result(sessions, !onProvenRoute)) {
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

    private OptionalLong arrived(Sessions sessions) throws FailureException, InterruptedException {
        if (size.isPresent()) {
            try {
                Reply reply = size.get().answer(sessions, !onProvenRoute);
                if (reply.code() == 213) {
                    return target.sizeFrom(done.target(), reply);
                }
                // Another way to ask would take a session that another job may have by now.
            } catch (IOException elsewhere) {
                // A session that broke in the meantime says nothing about the file.
            }
        }
        return sizeOn(sessions, target.server(), done.target());
    }

    private static OptionalLong sizeOn(Sessions sessions, Server server, RemotePath file)
            throws FailureException, InterruptedException {
        try {
            Session session = sessions.take(server);
            try {
                return session.size(file);
            } finally {
                sessions.giveBack(session);
            }
        } catch (IOException failed) {
            throw new FailureException(FailureMapper.map(failed, server), failed);
        }
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
