package dev.crossdock.transfer;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which files on targets were begun by us and not finished, so that a second try may replace them
/// without a question.
final class Leftovers {

    private static final int MOST = 10_000;

    private final Map<Copy, RemotePath> begun =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Copy, RemotePath> eldest) {
                    return size() > MOST;
                }
            };

    private record Copy(SiteId source, RemotePath from, SiteId target, RemotePath to) {

        private static Copy of(JobSpec spec) {
            return new Copy(spec.source(), spec.sourcePath(), spec.target(), spec.targetPath());
        }
    }

    /// @param path what the target's file is called, where the rule for existing files renamed it
    synchronized void begin(JobSpec spec, RemotePath path) {
        begun.put(Copy.of(spec), path);
    }

    synchronized void finish(JobSpec spec) {
        begun.remove(Copy.of(spec));
    }

    /// The file that an earlier try of the same copy has left.
    synchronized Optional<RemotePath> of(JobSpec spec) {
        return Optional.ofNullable(begun.get(Copy.of(spec)));
    }
}
