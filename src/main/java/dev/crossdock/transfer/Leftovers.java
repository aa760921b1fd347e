package dev.crossdock.transfer;

import dev.crossdock.model.JobSpec;
import dev.crossdock.model.RemotePath;
import dev.crossdock.model.SiteId;
import dev.crossdock.transfer.ExistingFiles.Decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which files on targets were begun by us and not finished, so that a second try of the same job
/// may replace them without a question. A file that was there before us is never one of them.
final class Leftovers {

    private static final int MOST = 10_000;

    private final Map<Copy, Left> begun =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Copy, Left> eldest) {
                    return size() > MOST;
                }
            };

    private record Copy(long batch, SiteId source, RemotePath from, SiteId target, RemotePath to) {

        private static Copy of(long batch, JobSpec spec) {
            return new Copy(
                    batch, spec.source(), spec.sourcePath(), spec.target(), spec.targetPath());
        }
    }

    /// @param path what the target's file is called, where it has not the name that was asked for
    /// @param aside that name is only for as long as the file is not whole
    /// @param of what the source had when this was begun
    record Left(RemotePath path, boolean aside, FileVersion of) {}

    /// What another copy has left under the same name is gone from then on.
    ///
    /// @param send what was sent
    synchronized void begin(long batch, JobSpec spec, Decision.Send send, FileVersion of) {
        var copy = Copy.of(batch, spec);
        begun.entrySet()
                .removeIf(each ->
                        each.getValue().path().equals(send.target())
                                && each.getKey().target().equals(spec.target())
                                && !each.getKey().equals(copy));
        Left before = begun.get(copy);
        boolean ours = before != null && before.path().equals(send.target());
        if (ours || send.replaces().isEmpty()) {
            begun.put(copy, new Left(send.target(), send.aside(), of));
        }
    }

    synchronized void finish(long batch, JobSpec spec) {
        begun.remove(Copy.of(batch, spec));
    }

    /// Whether an earlier try of the same copy has left that very file.
    boolean areAt(RemotePath path, long batch, JobSpec spec) {
        return of(batch, spec).filter(left -> left.path().equals(path)).isPresent();
    }

    /// The file that an earlier try of the same copy has left.
    synchronized Optional<Left> of(long batch, JobSpec spec) {
        return Optional.ofNullable(begun.get(Copy.of(batch, spec)));
    }
}
