package dev.crossdock.transfer;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Which files on targets were begun by us and not finished, so that a second try of the same job
/// may replace them without a question. A file that was there before us is never one of them.
final class Leftovers {

    private static final int MOST = 10_000;

    private final Map<Copy, RemotePath> begun =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Copy, RemotePath> eldest) {
                    return size() > MOST;
                }
            };

    private record Copy(long batch, SiteId source, RemotePath from, SiteId target, RemotePath to) {

        private static Copy of(long batch, JobSpec spec) {
            return new Copy(
                    batch, spec.source(), spec.sourcePath(), spec.target(), spec.targetPath());
        }
    }

    /// @param path what the target's file is called, where the rule for existing files renamed it
    /// @param replaced size of the file that was there before
    synchronized void begin(long batch, JobSpec spec, RemotePath path, OptionalLong replaced) {
        if (replaced.isEmpty()) {
            begun.put(Copy.of(batch, spec), path);
        }
    }

    synchronized void finish(long batch, JobSpec spec) {
        begun.remove(Copy.of(batch, spec));
    }

    /// The file that an earlier try of the same copy has left.
    synchronized Optional<RemotePath> of(long batch, JobSpec spec) {
        return Optional.ofNullable(begun.get(Copy.of(batch, spec)));
    }
}
