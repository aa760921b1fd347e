package dev.crossdock.transfer;

import dev.crossdock.ftp.FailureMapper;
import dev.crossdock.ftp.Session;
import dev.crossdock.ftp.Sessions;
import dev.crossdock.model.Capability;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.Outcome;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Reply;
import dev.crossdock.model.Server;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes sure that a file which both servers call sent is whole at the target.
///
/// The question rides with the first write of the next file; where there is no next file it goes
/// out by itself a moment later.
final class Arrival {

    private static final long MOMENT_MS = 25;

    private final JobSpec spec;
    private final Session source;
    private final Session target;
    private final Outcome.Done done;
    private final boolean onProvenRoute;
    private final Optional<CompletableFuture<Reply>> size;

    private Arrival(JobSpec spec, SessionPair pair, Outcome.Done done, boolean onProvenRoute) {
        this.spec = spec;
        this.source = pair.source();
        this.target = pair.target();
        this.done = done;
        this.onProvenRoute = onProvenRoute;
        this.size =
                target.facts().capabilities().has(Capability.SIZE)
                        ? Optional.of(target.rideSize(done.target()))
                        : Optional.empty();
    }

    /// What was found out.
    sealed interface Proof {

        record Whole(Outcome.Done done) implements Proof {}

        record Broken(Failure failure) implements Proof {}
    }

    /// @param onProvenRoute the route has carried files before, so there is no hurry
    static Arrival ride(JobSpec spec, SessionPair pair, Outcome.Done done, boolean onProvenRoute) {
        return new Arrival(spec, pair, done, onProvenRoute);
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

    /// Waits for the answer; the sessions have been given back before.
    Proof prove(Sessions sessions) throws FailureException, InterruptedException {
        OptionalLong arrived = arrived(sessions);
        if (arrived.isPresent() && arrived.getAsLong() == done.bytes()) {
            return new Proof.Whole(done);
        }
        // The source may have changed while it was sent.
        OptionalLong now = sizeOn(sessions, source.server(), spec.sourcePath());
        if (arrived.isPresent() && arrived.equals(now)) {
            return new Proof.Whole(withBytes(now.getAsLong()));
        }
        return new Proof.Broken(truncated(arrived, now.orElse(done.bytes())));
    }

    private OptionalLong arrived(Sessions sessions) throws FailureException, InterruptedException {
        if (size.isPresent()) {
            try {
                return target.sizeFrom(done.target(), reply(size.get(), sessions));
            } catch (IOException elsewhere) {
                // A session that broke in the meantime says nothing about the file.
            }
        }
        return sizeOn(sessions, target.server(), done.target());
    }

    private Reply reply(CompletableFuture<Reply> asked, Sessions sessions)
            throws IOException, InterruptedException {
        if (onProvenRoute) {
            try {
                return asked.get(MOMENT_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException nobodyCame) {
                // It goes out by itself.
            } catch (ExecutionException lost) {
                throw new IOException(lost.getCause());
            }
        }
        if (sessions.takeBack(target)) {
            try {
                target.flushRiders();
            } finally {
                // The next job need not wait for the answer, let alone log in anew meanwhile.
                sessions.giveBack(target);
            }
        }
        return target.await(asked);
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

    private Outcome.Done withBytes(long bytes) {
        return new Outcome.Done(
                bytes,
                done.elapsed(),
                done.route(),
                done.protection(),
                done.verified(),
                done.target(),
                done.controls(),
                done.note());
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
}
