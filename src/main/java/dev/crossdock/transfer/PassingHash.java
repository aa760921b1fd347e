package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.fxp.Interrupts;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.FileHash;
import dev.crossdock.model.HashRule;
import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.Server;
import dev.crossdock.model.Verification;
import dev.crossdock.queue.Meter;

import java.io.IOException;
import java.util.Optional;

/// The checksum of a file that passes this computer: computed here, and asked of the server. Where
/// none is wanted, or the server tells none, it does nothing.
final class PassingHash {

    private static final int BUFFER = 256 * 1024;

    private final Session session;
    private final HashRule rule;
    private final HashEffort effort;
    private final boolean onTheWay;
    private final Optional<Both> both;

    private record Both(Checksum here, HashAsk there) {}

    private PassingHash(
            Session session,
            HashRule rule,
            HashEffort effort,
            boolean onTheWay,
            Optional<Both> both) {
        this.session = session;
        this.rule = rule;
        this.effort = effort;
        this.onTheWay = onTheWay;
        this.both = both;
    }

    /// What came out.
    sealed interface Proof {

        /// @param by the size, where there was no checksum
        record Whole(Verification by, String note) implements Proof {}

        record Different(FileHash here, FileHash there) implements Proof {

            /// Both, for whoever wants to look into it.
            String details(Server server) {
                return "%s: %s\n%s: %s"
                        .formatted(Server.LOCAL.name(), here.hex(), server.name(), there.hex());
            }
        }
    }

    /// @param path of the file on the server
    /// @param size of the file, in bytes
    /// @param offset how much of it does not come by, in bytes
    static PassingHash of(JobSpec spec, Session session, RemotePath path, long size, long offset) {
        HashRule rule = spec.policy().hash();
        var effort = new HashEffort(size);
        Optional<HashAsk> ask =
                effort.isAllowedBy(rule) ? HashAsk.strongest(session, path) : Optional.empty();
        return new PassingHash(
                session,
                rule,
                effort,
                offset == 0,
                ask.map(there -> new Both(Checksum.of(there.kind()), there)));
    }

    /// Takes what comes by.
    void add(byte[] bytes, int count) {
        if (onTheWay && both.isPresent()) {
            both.get().here().add(bytes, count);
        }
    }

    /// Has the question ride with the next write, once, where the answer does not take long.
    void ride() {
        if (effort.isCheap() && both.isPresent() && both.get().there().ridden().isEmpty()) {
            both.get().there().ride();
        }
    }

    /// Compares, once all of it is here and there.
    ///
    /// @param file the one on this computer
    Proof prove(LocalFile file, Meter meter) throws FailureException, InterruptedException {
        if (both.isEmpty()) {
            return new Proof.Whole(Verification.SIZE, "");
        }
        meter.note("comparing checksums");
        FileHash here = onTheWay ? both.get().here().take() : computed(file, both.get().here());
        try {
            FileHash there = told(both.get().there());
            return here.equals(there)
                    ? new Proof.Whole(here.kind().verification(), "")
                    : new Proof.Different(here, there);
        } catch (IOException notTold) {
            Interrupts.check();
            return new Proof.Whole(Verification.SIZE, note(notTold));
        } finally {
            meter.note("");
        }
    }

    private FileHash told(HashAsk ask) throws IOException, InterruptedException {
        Optional<Ridden> ridden = ask.ridden();
        if (ridden.isEmpty()) {
            return ask.now(session, effort.within());
        }
        session.flushRiders();
        try {
            return ask.read(session.await(ridden.get().reply()));
        } catch (InterruptedException interrupt) {
            // The next job would have to wait until the server has computed it.
            session.close();
            throw interrupt;
        }
    }

    private String note(IOException notTold) {
        return switch (rule) {
            case ALWAYS ->
                    "%s did not tell a checksum: %s"
                            .formatted(session.server().name(), notTold.getMessage());
            case WHEN_CHEAP, NEVER -> "";
        };
    }

    private static FileHash computed(LocalFile file, Checksum checksum)
            throws FailureException, InterruptedException {
        file.goTo(0);
        byte[] buffer = new byte[BUFFER];
        for (int count = file.read(buffer, BUFFER); count >= 0; count = file.read(buffer, BUFFER)) {
            checksum.add(buffer, count);
        }
        return checksum.take();
    }
}
