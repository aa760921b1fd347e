package dev.crossdock.transfer;

import dev.crossdock.ftp.Session;
import dev.crossdock.model.Failure;
import dev.crossdock.model.FailureException;
import dev.crossdock.model.RemotePath;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Waits for a server that has not yet let go of an earlier try: some go on writing although their
/// control connection is gone.
final class StillWriting {

    private static final int LOOKS = 30;
    private static final long PAUSE_MS = 400;

    /// For how many looks a file stands still that may well be on its way.
    private static final int SILENCE = 5;

    private StillWriting() {}

    /// The file's size once it stands still.
    ///
    /// @param first what it was a moment ago
    /// @param patientTo up to how many bytes it may grow for as long as it likes, and pause on its
    ///   way: the servers go on without a program that was killed
    /// @throws FailureException if it goes on growing
    static OptionalLong settled(Session target, RemotePath file, OptionalLong first, long patientTo)
            throws IOException, FailureException, InterruptedException {
        OptionalLong before = first;
        int still = 0;
        for (int i = 0; i < LOOKS || before.orElse(0) < patientTo; i++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            OptionalLong now = target.size(file);
            boolean isOnItsWay = now.isPresent() && now.getAsLong() < patientTo;
            still = now.equals(before) ? still + 1 : 0;
            if (still >= (isOnItsWay ? SILENCE : 1)) {
                return now;
            }
            before = now;
        }
        String name = target.server().name();
        throw new FailureException(
                Failure.of(
                        Failure.Kind.REFUSED,
                        name,
                        "%s is still writing %s from an earlier try.".formatted(name, file),
                        Failure.Remedy.RETRY_LATER,
                        "Try again when it has stopped."));
    }
}
